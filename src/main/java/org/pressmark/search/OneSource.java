package org.pressmark.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/// Some of the places that another source gives.
abstract class OneSource extends IntervalsSource {
  private final IntervalsSource source;

  OneSource(IntervalsSource source) {
    this.source = source;
  }

  final IntervalsSource source() {
    return source;
  }

  /// Lucene's highlighters would ask; [Keys] reads the intervals themselves.
  @Override
  public final @Nullable IntervalMatchesIterator matches(
      String field, LeafReaderContext leaf, int document) throws IOException {
    throw new UnsupportedOperationException("ask for the intervals");
  }

  @Override
  public final void visit(String field, QueryVisitor visitor) {
    source.visit(field, visitor);
  }

  @Override
  public final int minExtent() {
    return source.minExtent();
  }

  @Override
  public final Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  /// Goes through the documents of another iterator, or some of them.
  abstract static class OneIterator extends IntervalIterator {
    private final IntervalIterator places;

    OneIterator(IntervalIterator places) {
      this.places = places;
    }

    /// The first document from this one on that is wanted.
    protected abstract int accept(int document) throws IOException;

    final IntervalIterator places() {
      return places;
    }

    @Override
    public final int docID() {
      return places.docID();
    }

    @Override
    public final int nextDoc() throws IOException {
      return accept(places.nextDoc());
    }

    @Override
    public final int advance(int target) throws IOException {
      return accept(places.advance(target));
    }

    @Override
    public final int start() {
      return places.start();
    }

    @Override
    public final int end() {
      return places.end();
    }

    @Override
    public final int gaps() {
      return places.gaps();
    }

    @Override
    public int nextInterval() throws IOException {
      return places.nextInterval();
    }

    @Override
    public final float matchCost() {
      return places.matchCost();
    }

    @Override
    public final long cost() {
      return places.cost();
    }
  }
}
