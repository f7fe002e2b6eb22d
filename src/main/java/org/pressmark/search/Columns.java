package org.pressmark.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// What the index knows of each article beside its words, by the article's number in it: the one
/// place that knows how it keeps it.
///
/// Read once and kept, twelve bytes an article. Safe for use by many threads at once.
public final class Columns {
  public static final int UNDATED = Integer.MIN_VALUE;

  private final IndexReader reader;
  private final FixedBitSet articles;
  private final Map<String, int[]> numbers = new HashMap<>();
  private final Map<String, OrdinalMap> ordinals = new HashMap<>();

  Columns(IndexReader reader) throws IOException {
    this.reader = reader;
    this.articles = articles(reader);
  }

  private static FixedBitSet articles(IndexReader reader) throws IOException {
    FixedBitSet articles = new FixedBitSet(Math.max(1, reader.maxDoc()));
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum found =
          leaf.reader().postings(new Term(Schema.TYPE, Schema.ARTICLE), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(found.docID())) {
          articles.set(leaf.docBase + found.docID());
        }
      }
    }
    return articles;
  }

  /// All articles of the archive; not to be changed.
  public FixedBitSet articles() {
    return articles;
  }

  /// The number of the next article behind this one.
  public int next(int number) {
    return next(articles, number);
  }

  /// The next one that is set.
  public static int next(FixedBitSet some, int number) {
    return number + 1 >= some.length()
        ? DocIdSetIterator.NO_MORE_DOCS
        : some.nextSetBit(number + 1);
  }

  /// Words of headline and text of each document.
  public int[] tokens() throws IOException {
    return numbers(Schema.TOKENS, 0);
  }

  /// Words of some articles.
  public long tokens(FixedBitSet some) throws IOException {
    int[] each = tokens();
    long sum = 0;
    for (int number = next(some, -1);
        number != DocIdSetIterator.NO_MORE_DOCS;
        number = next(some, number)) {
      sum += each[number];
    }
    return sum;
  }

  /// The first day that the date of each document may mean, since 1970-01-01, or [#UNDATED].
  public int[] firstDays() throws IOException {
    return numbers(Schema.FIRST_DAY, UNDATED);
  }

  /// The last day that the date of each document may mean.
  public int[] lastDays() throws IOException {
    return numbers(Schema.LAST_DAY, UNDATED);
  }

  private synchronized int[] numbers(String field, int otherwise) throws IOException {
    int[] column = numbers.get(field);
    if (column == null) {
      column = read(field, otherwise);
      numbers.put(field, column);
    }
    return column;
  }

  private int[] read(String field, int otherwise) throws IOException {
    int[] column = new int[reader.maxDoc()];
    Arrays.fill(column, otherwise);
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(field);
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        column[leaf.docBase + values.docID()] = Math.toIntExact(values.longValue());
      }
    }
    return column;
  }

  /// The [Schema#rank] of the mark of each article.
  public long[] ranks() throws IOException {
    long[] ranks = new long[reader.maxDoc()];
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(Schema.RANK);
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        ranks[leaf.docBase + values.docID()] = values.longValue();
      }
    }
    return ranks;
  }

  /// The values of a field, numbered through all of the index in the order of their bytes. For one
  /// thread, and for documents one after the other.
  public SortedSetDocValues values(String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedSetDocValues[] each = bySegment(field);
    int[] starts = new int[leaves.size() + 1];
    long cost = 0;
    for (int at = 0; at < each.length; at++) {
      starts[at] = leaves.get(at).docBase;
      cost += each[at].cost();
    }
    starts[each.length] = reader.maxDoc();
    return each.length == 1
        ? each[0]
        : new MultiSortedSetDocValues(each, starts, ordinals(field, each), cost);
  }

  /// How many of some documents have each of the values of a field.
  ///
  /// @param counts by the numbers of [#values]
  /// @param unknown documents without a value
  public record Count(long[] counts, long unknown) {}

  public Count count(String field, FixedBitSet some) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedSetDocValues[] each = bySegment(field);
    @Nullable OrdinalMap numbers = each.length == 1 ? null : ordinals(field, each);
    long[] counts = new long
        [Math.toIntExact(numbers == null ? each[0].getValueCount() : numbers.getValueCount())];
    long unknown = 0;
    for (int at = 0; at < each.length; at++) {
      LeafReaderContext leaf = leaves.get(at);
      int[] here = new int[Math.toIntExact(each[at].getValueCount())];
      unknown += count(each[at], some, leaf, here);
      LongValues number = numbers == null ? LongValues.IDENTITY : numbers.getGlobalOrds(at);
      for (int value = 0; value < here.length; value++) {
        counts[(int) number.get(value)] += here[value];
      }
    }
    return new Count(counts, unknown);
  }

  private static long count(
      SortedSetDocValues values, FixedBitSet some, LeafReaderContext leaf, int[] counts)
      throws IOException {
    long unknown = 0;
    int end = leaf.docBase + leaf.reader().maxDoc();
    for (int each = next(some, leaf.docBase - 1); each < end; each = next(some, each)) {
      if (values.advanceExact(each - leaf.docBase)) {
        for (int left = values.docValueCount(); left > 0; left--) {
          counts[(int) values.nextOrd()]++;
        }
      } else {
        unknown++;
      }
    }
    return unknown;
  }

  private SortedSetDocValues[] bySegment(String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedSetDocValues[] each = new SortedSetDocValues[leaves.size()];
    for (int at = 0; at < each.length; at++) {
      each[at] = DocValues.getSortedSet(leaves.get(at).reader(), field);
    }
    return each;
  }

  private synchronized OrdinalMap ordinals(String field, SortedSetDocValues[] each)
      throws IOException {
    @Nullable OrdinalMap known = ordinals.get(field);
    if (known == null) {
      known = OrdinalMap.build(null, each, PackedInts.FAST);
      ordinals.put(field, known);
    }
    return known;
  }
}
