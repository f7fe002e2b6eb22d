package org.pressmark.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntsRefBuilder;
import org.pressmark.dedup.Fingerprint;
import org.pressmark.index.Packed;
import org.pressmark.index.Schema;

/// Which texts share a hash, told of one hash after the other.
///
/// A text has its sketch with it, in order. What is asked is the other way round, and is found by
/// sorting: a stretch of all hashes at a time, so that memory is bounded.
final class Sharing {
  // Pairs of hash and text to be sorted at a time, 32 MB.
  private static final int MAX_PAIRS = 1 << 22;
  private static final int BIN_BITS = 12;
  private static final int BIN_SHIFT = Fingerprint.KEPT_BITS - BIN_BITS;

  private final IndexReader reader;
  private final int textBits;

  /// Is told of a hash.
  interface Taker {
    /// @param texts in order, two at least
    void take(long hash, IntsRefBuilder texts) throws IOException;
  }

  Sharing(IndexReader reader) {
    this.reader = reader;
    this.textBits = Integer.SIZE - Integer.numberOfLeadingZeros(reader.maxDoc());
  }

  /// Goes through the hashes of all sketches, in order.
  void sketches(Taker taker) throws IOException {
    long[] bins = bins();
    int widest = 1 << Math.min(BIN_BITS, Math.max(0, 63 - textBits - BIN_SHIFT));
    for (int from = 0; from < bins.length; ) {
      int to = from + 1;
      long pairs = bins[from];
      while (to < bins.length && to - from < widest && pairs + bins[to] <= MAX_PAIRS) {
        pairs += bins[to++];
      }
      if (pairs > 0) {
        tell((long) from << BIN_SHIFT, sorted(from, to, Math.toIntExact(pairs)), taker);
      }
      from = to;
    }
  }

  /// How many hashes begin with the same bits.
  private long[] bins() throws IOException {
    long[] bins = new long[1 << BIN_BITS];
    each((text, hashes) -> {
      for (long hash : hashes) {
        bins[(int) (hash >>> BIN_SHIFT)]++;
      }
    });
    return bins;
  }

  /// The pairs of some bins: the hash, counted from the first bin's beginning, and the text.
  private long[] sorted(int from, int to, int count) throws IOException {
    long[] pairs = new long[count];
    int[] found = {0};
    long first = (long) from << BIN_SHIFT;
    long end = (long) to << BIN_SHIFT;
    each((text, hashes) -> {
      for (long hash : hashes) {
        if (hash >= first && hash < end) {
          pairs[found[0]++] = hash - first << textBits | text;
        }
      }
    });
    Arrays.sort(pairs);
    return pairs;
  }

  private interface Sketched {
    void see(int text, long[] hashes);
  }

  private void each(Sketched sketched) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues sketches = leaf.reader().getBinaryDocValues(Schema.SKETCH);
      NumericDocValues counts = leaf.reader().getNumericDocValues(Schema.HASHES);
      while (sketches != null
          && counts != null
          && sketches.nextDoc() != DocIdSetIterator.NO_MORE_DOCS
          && counts.advanceExact(sketches.docID())) {
        int count = Math.toIntExact(counts.longValue());
        sketched.see(
            leaf.docBase + sketches.docID(), Packed.numbers(sketches.binaryValue(), count));
      }
    }
  }

  private void tell(long first, long[] pairs, Taker taker) throws IOException {
    IntsRefBuilder texts = new IntsRefBuilder();
    for (int at = 0; at < pairs.length; ) {
      long hash = pairs[at] >>> textBits;
      texts.clear();
      for (; at < pairs.length && pairs[at] >>> textBits == hash; at++) {
        int text = (int) (pairs[at] & (1L << textBits) - 1);
        if (texts.length() == 0 || texts.intAt(texts.length() - 1) != text) {
          texts.append(text);
        }
      }
      if (texts.length() > 1) {
        taker.take(first + hash, texts);
      }
    }
  }

  /// Goes through the hashes of whole texts, in order.
  void whole(Taker taker) throws IOException {
    long[] hashes = new long[1 << 10];
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues whole = leaf.reader().getNumericDocValues(Schema.WHOLE);
      while (whole != null && whole.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        hashes = ArrayUtil.grow(hashes, count + 1);
        hashes[count++] = whole.longValue();
      }
    }
    Arrays.sort(hashes, 0, count);
    long[] shared = shared(hashes, count);
    IntsRefBuilder[] texts = new IntsRefBuilder[shared.length];
    Arrays.setAll(texts, each -> new IntsRefBuilder());
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues whole = leaf.reader().getNumericDocValues(Schema.WHOLE);
      while (whole != null && whole.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int at = Arrays.binarySearch(shared, whole.longValue());
        if (at >= 0) {
          texts[at].append(leaf.docBase + whole.docID());
        }
      }
    }
    for (int at = 0; at < shared.length; at++) {
      taker.take(shared[at], texts[at]);
    }
  }

  /// Those that occur more than once.
  private static long[] shared(long[] sorted, int count) {
    long[] shared = new long[count / 2];
    int found = 0;
    for (int at = 1; at < count; at++) {
      boolean isNew = found == 0 || shared[found - 1] != sorted[at];
      if (sorted[at] == sorted[at - 1] && isNew) {
        shared[found++] = sorted[at];
      }
    }
    return Arrays.copyOf(shared, found);
  }
}
