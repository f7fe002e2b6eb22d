package org.pressmark.study;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// What the index knows of each article beside its words: the one place that knows how it keeps it.
final class Columns {
  static final int UNDATED = Integer.MIN_VALUE;

  private final IndexReader reader;
  private final FixedBitSet articles;
  private int @Nullable [] tokens;
  private int @Nullable [] firstDays;
  private int @Nullable [] lastDays;

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

  /// All articles of the archive.
  FixedBitSet articles() {
    return articles;
  }

  /// The number of the next article behind this one.
  int next(int number) {
    return next(articles, number);
  }

  /// The next one that is set.
  static int next(FixedBitSet some, int number) {
    return number + 1 >= some.length()
        ? DocIdSetIterator.NO_MORE_DOCS
        : some.nextSetBit(number + 1);
  }

  /// Words of headline and text of each document.
  int[] tokens() throws IOException {
    int[] known = tokens;
    if (known == null) {
      known = column(Schema.TOKENS, 0);
      tokens = known;
    }
    return known;
  }

  /// Words of some articles.
  long tokens(FixedBitSet some) throws IOException {
    int[] each = tokens();
    long sum = 0;
    for (int number = next(some, -1);
        number != DocIdSetIterator.NO_MORE_DOCS;
        number = next(some, number)) {
      sum += each[number];
    }
    return sum;
  }

  /// The first day that the date of each document may mean, or [#UNDATED].
  int[] firstDays() throws IOException {
    int[] known = firstDays;
    if (known == null) {
      known = column(Schema.FIRST_DAY, UNDATED);
      firstDays = known;
    }
    return known;
  }

  int[] lastDays() throws IOException {
    int[] known = lastDays;
    if (known == null) {
      known = column(Schema.LAST_DAY, UNDATED);
      lastDays = known;
    }
    return known;
  }

  private int[] column(String field, int otherwise) throws IOException {
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

  static LocalDate day(int number) {
    return LocalDate.ofEpochDay(number);
  }

  /// The places of all articles in the order of ids.
  int[] ranks() throws IOException {
    int[] ranks = new int[reader.maxDoc()];
    SortedDocValues marks = MultiDocValues.getSortedValues(reader, Schema.MARK);
    for (int each = next(-1); each != DocIdSetIterator.NO_MORE_DOCS; each = next(each)) {
      ranks[each] = marks != null && marks.advanceExact(each) ? marks.ordValue() : -1;
    }
    return ranks;
  }

  Grouping grouping(By by) throws IOException {
    return switch (by) {
      case DAY, WEEK, MONTH, YEAR -> new Timeline(by, this);
      case PUBLISHER -> values(Schema.PUBLISHER);
      case SECTION -> values(Schema.SECTION);
      case AUTHOR -> values(Schema.AUTHOR);
      case LANGUAGE -> values(Schema.LANGUAGE);
      case TYPE -> values(Schema.KIND);
      case SOURCE -> values(Schema.CAME_IN);
    };
  }

  private Grouping values(String field) throws IOException {
    SortedSetDocValues column = MultiDocValues.getSortedSetValues(reader, field);
    return new Column(column == null ? DocValues.emptySortedSet() : column);
  }

  /// By the values of a column.
  private record Column(SortedSetDocValues values) implements Grouping {
    @Override
    public int size() {
      return Math.toIntExact(values.getValueCount());
    }

    @Override
    public String label(int group) throws IOException {
      return values.lookupOrd(group).utf8ToString();
    }

    @Override
    public Answer tell(int document, Taker taker) throws IOException {
      if (!values.advanceExact(document)) {
        return Answer.UNKNOWN;
      }
      for (int left = values.docValueCount(); left > 0; left--) {
        taker.take((int) values.nextOrd());
      }
      return Answer.TOLD;
    }
  }
}
