package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.pressmark.index.Schema;

/// Goes through all documents that match, in the order of their marks.
///
/// That order is not the one of the index, where words are looked up from one document to the next.
/// So documents come in lots: those of a lot are looked at in the index's order, and shown in their
/// own. Eight bytes a document are held, and the places of one lot.
final class Walk {
  private static final int LOT = 4_096;
  // Often only the first page is wanted.
  private static final int FIRST_LOT = 64;
  // Places of a lot to be held, some 30 MB; of the documents beyond, they are found one by one.
  private static final int MAX_PLACES = 1 << 20;
  private static final int DOCUMENT_BITS = 31;
  private static final long DOCUMENT = (1L << DOCUMENT_BITS) - 1;
  // Of the 60 bits of a rank, those that stand before the number of the document.
  private static final int RANK_SHIFT = 60 - 32;

  private final IndexSearcher searcher;
  private final Part part;
  private final List<LeafReaderContext> leaves;

  /// Takes one document.
  interface Taker {
    void take(int document, List<Keys.Place> places) throws IOException;
  }

  Walk(IndexSearcher searcher, Part part) {
    this.searcher = searcher;
    this.part = part;
    this.leaves = searcher.getIndexReader().leaves();
  }

  /// In which order documents come.
  enum Order {
    MARKS,
    /// As the index has them, which is many times faster where each is read.
    INDEX
  }

  /// @param clock for the look-up, not for what is done with what it gives
  /// @param isEnough is asked before each document
  void through(Query query, Order order, Clock clock, BooleanSupplier isEnough, Taker taker)
      throws IOException, QuestionException {
    FixedBitSet matches = new Matches(searcher, clock).of(query);
    int[] documents = switch (order) {
      case MARKS -> inOrder(matches);
      case INDEX -> numbers(matches);
    };
    int size = FIRST_LOT;
    for (int from = 0; from < documents.length; ) {
      int[] lot = Arrays.copyOfRange(documents, from, Math.min(documents.length, from + size));
      from += lot.length;
      size = Math.min(LOT, 4 * size);
      Map<Integer, List<Keys.Place>> places = places(lot, MAX_PLACES);
      for (int document : lot) {
        if (isEnough.getAsBoolean()) {
          return;
        }
        List<Keys.Place> known = places.get(document);
        taker.take(document, known == null ? placesOf(document) : known);
      }
    }
  }

  /// The places in some documents that match.
  Map<Integer, List<Keys.Place>> places(int[] documents, int most) throws IOException {
    int[] sorted = documents.clone();
    Arrays.sort(sorted);
    Map<Integer, List<Keys.Place>> places = new HashMap<>();
    int held = 0;
    @Nullable LeafReaderContext leaf = null;
    @Nullable Keys keys = null;
    for (int document : sorted) {
      if (leaf == null
          || keys == null
          || document >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        keys = new Keys(searcher, part, leaf);
      }
      if (held < most) {
        List<Keys.Place> found = keys.of(document - leaf.docBase);
        held += found.size();
        places.put(document, found);
      }
    }
    return places;
  }

  private List<Keys.Place> placesOf(int document) throws IOException {
    return places(new int[] {document}, 1).getOrDefault(document, List.of());
  }

  private static int[] numbers(FixedBitSet matches) {
    int[] numbers = new int[matches.cardinality()];
    int document = -1;
    for (int at = 0; at < numbers.length; at++) {
      document = Columns.next(matches, document);
      numbers[at] = document;
    }
    return numbers;
  }

  private int[] inOrder(FixedBitSet matches) throws IOException {
    long[] found = new long[matches.cardinality()];
    int count = 0;
    for (LeafReaderContext leaf : leaves) {
      NumericDocValues ranks = leaf.reader().getNumericDocValues(Schema.RANK);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (int each = Columns.next(matches, leaf.docBase - 1);
          ranks != null && each < end;
          each = Columns.next(matches, each)) {
        ranks.advanceExact(each - leaf.docBase);
        found[count++] = ranks.longValue() >>> RANK_SHIFT << DOCUMENT_BITS | each;
      }
    }
    Arrays.sort(found, 0, count);
    return settled(found, count);
  }

  /// Puts the few documents in order whose marks begin with the same 32 bits.
  private int[] settled(long[] found, int count) throws IOException {
    int[] documents = new int[count];
    for (int at = 0; at < count; ) {
      int end = at + 1;
      while (end < count && found[end] >>> DOCUMENT_BITS == found[at] >>> DOCUMENT_BITS) {
        end++;
      }
      List<long[]> equal = new ArrayList<>();
      for (int each = at; each < end; each++) {
        documents[each] = (int) (found[each] & DOCUMENT);
        equal.add(new long[] {end - at > 1 ? rank(documents[each]) : 0, documents[each]});
      }
      equal.sort((one, other) -> Arrays.compare(one, other));
      for (int each = at; each < end; each++) {
        documents[each] = (int) equal.get(each - at)[1];
      }
      at = end;
    }
    return documents;
  }

  private long rank(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues ranks = leaf.reader().getNumericDocValues(Schema.RANK);
    return ranks != null && ranks.advanceExact(document - leaf.docBase) ? ranks.longValue() : 0;
  }
}
