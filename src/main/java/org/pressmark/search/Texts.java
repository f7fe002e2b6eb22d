package org.pressmark.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.pressmark.dedup.Fingerprint;
import org.pressmark.index.Schema;

/// The texts of an index by their numbers in it, with what can be said of each without reading it.
final class Texts {
  // 32 MB: the fingerprints of some 10,000 articles.
  private static final long MAX_HELD = 4 << 20;

  private final IndexReader reader;
  private final StoredFields stored;
  private final SortedDocValues marks;
  private final int[] sizes;
  private final int[] sketched;
  private final int[] ranks;
  private final int[] outlets;
  private long tooShort;
  private long tooLong;

  private final Map<Integer, Fingerprint> held = new LinkedHashMap<>(16, 0.75f, true);
  private long heldShingles;

  Texts(IndexReader reader) throws IOException {
    this.reader = reader;
    this.stored = reader.storedFields();
    this.marks = MultiDocValues.getSortedValues(reader, Schema.MARK);
    this.sizes = new int[reader.maxDoc()];
    this.sketched = new int[reader.maxDoc()];
    this.ranks = new int[reader.maxDoc()];
    this.outlets = new int[reader.maxDoc()];
    for (LeafReaderContext leaf : reader.leaves()) {
      read(leaf);
    }
    rank();
    readOutlets(Schema.PUBLISHER, 1);
    readOutlets(Schema.SITE, -1);
  }

  private void read(LeafReaderContext leaf) throws IOException {
    NumericDocValues shingles = leaf.reader().getNumericDocValues(Schema.SHINGLES);
    NumericDocValues inSketch = leaf.reader().getNumericDocValues(Schema.SKETCHED);
    if (shingles == null || inSketch == null) {
      return; // no article among its documents
    }
    for (int at = shingles.nextDoc();
        at != DocIdSetIterator.NO_MORE_DOCS;
        at = shingles.nextDoc()) {
      int size = Math.toIntExact(shingles.longValue());
      if (Fingerprint.isComparable(size) && inSketch.advanceExact(at)) {
        sizes[leaf.docBase + at] = size;
        sketched[leaf.docBase + at] = Math.toIntExact(inSketch.longValue());
      } else if (size < Fingerprint.MIN_SHINGLES) {
        tooShort++;
      } else {
        tooLong++;
      }
    }
  }

  private void rank() throws IOException {
    for (int text = 0; marks != null && text < ranks.length; text++) {
      ranks[text] = marks.advanceExact(text) ? marks.ordValue() : -1;
    }
  }

  /// @param sign so that a publisher is never taken for a site
  private void readOutlets(String field, int sign) throws IOException {
    SortedSetDocValues names = MultiDocValues.getSortedSetValues(reader, field);
    for (int text = 0; names != null && text < outlets.length; text++) {
      if (outlets[text] == 0 && names.advanceExact(text)) {
        outlets[text] = sign * (Math.toIntExact(names.nextOrd()) + 1);
      }
    }
  }

  int count() {
    return sizes.length;
  }

  /// Shingles of a text; 0 where it is nothing to be compared.
  int size(int text) {
    return sizes[text];
  }

  boolean isSketchedWhole(int text) {
    return Fingerprint.isSketchedWhole(sizes[text]);
  }

  /// Shingles in the sketch of a text, counting those only that are in sketches of any size.
  int sketched(int text) {
    return sketched[text];
  }

  /// Its place in the order of marks: the numbers depend on the order in which documents came,
  /// this does not.
  int rank(int text) {
    return ranks[text];
  }

  /// The mark of a rank.
  String mark(int rank) throws IOException {
    return marks.lookupOrd(rank).utf8ToString();
  }

  /// Whether the same publisher, or where none is known the same host, is known to have both.
  boolean areOfOneOutlet(int text, int other) {
    return outlets[text] != 0 && outlets[text] == outlets[other];
  }

  long tooShort() {
    return tooShort;
  }

  long tooLong() {
    return tooLong;
  }

  IndexReader reader() {
    return reader;
  }

  String body(int text) throws IOException {
    return stored.document(text, Set.of(Schema.BODY)).get(Schema.BODY);
  }

  Fingerprint fingerprint(int text) throws IOException {
    Fingerprint known = held.get(text);
    if (known != null) {
      return known;
    }
    Fingerprint fingerprint = Fingerprint.of(body(text));
    held.put(text, fingerprint);
    heldShingles += fingerprint.size();
    var oldest = held.entrySet().iterator();
    while (heldShingles > MAX_HELD && held.size() > 2) {
      heldShingles -= oldest.next().getValue().size();
      oldest.remove();
    }
    return fingerprint;
  }
}
