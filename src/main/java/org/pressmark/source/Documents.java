package org.pressmark.source;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pressmark.article.Found;

/// The documents of one file or of many, one after the other, and the file that is held open
/// meanwhile.
interface Documents extends Iterator<Found>, AutoCloseable {
  @Override
  default void close() {}

  static Documents of(Found only) {
    return of(List.of(only).iterator());
  }

  static Documents of(Iterator<? extends Found> all) {
    return new Documents() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Found next() {
        return all.next();
      }
    };
  }

  /// Not `flatMap`: its stream holds all documents of one file in memory when it is iterated.
  static Stream<Found> stream(Documents documents) {
    Spliterator<Found> all =
        Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(all, false).onClose(documents::close);
  }
}
