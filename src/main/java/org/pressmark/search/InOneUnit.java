package org.pressmark.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The stretches that stand in one sentence, or in one line: behind their first word there is none
/// that begins another.
final class InOneUnit extends OneSource {
  private final BytesRef border;

  InOneUnit(IntervalsSource source, BytesRef border) {
    super(source);
    this.border = border;
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    IntervalIterator places = source().intervals(field, leaf);
    PostingsEnum borders = leaf.reader().postings(new Term(field, border), PostingsEnum.POSITIONS);
    return places == null || borders == null ? places : new Unbroken(places, borders);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InOneUnit that
        && source().equals(that.source())
        && border.equals(that.border);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source(), border);
  }

  @Override
  public String toString() {
    return "unbroken(" + source() + ")";
  }

  private static final class Unbroken extends OneIterator {
    private static final int NONE = Integer.MAX_VALUE;

    private final PostingsEnum borders;
    private int left;
    private int next = NONE;

    Unbroken(IntervalIterator places, PostingsEnum borders) {
      super(places);
      this.borders = borders;
    }

    @Override
    protected int accept(int document) throws IOException {
      if (document != NO_MORE_DOCS) {
        int at = borders.docID() < document ? borders.advance(document) : borders.docID();
        left = at == document ? borders.freq() : 0;
        step();
      }
      return document;
    }

    private void step() throws IOException {
      next = left-- > 0 ? borders.nextPosition() : NONE;
    }

    @Override
    public int nextInterval() throws IOException {
      int start = places().nextInterval();
      while (start != NO_MORE_INTERVALS) {
        while (next <= start) {
          step();
        }
        if (next > places().end()) {
          return start;
        }
        start = places().nextInterval();
      }
      return start;
    }
  }
}
