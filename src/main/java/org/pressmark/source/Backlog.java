package org.pressmark.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.pressmark.article.Found;

/// Documents of one file that is read piece by piece: a piece may hold none of them, or several.
abstract class Backlog implements Documents {
  /// What was found and not yet taken.
  final Deque<Found> ready = new ArrayDeque<>();

  /// Whether nothing more is to be read.
  boolean atEnd;

  /// Reads the next piece of the file.
  abstract void read();

  @Override
  public final boolean hasNext() {
    while (ready.isEmpty() && !atEnd) {
      read();
    }
    return !ready.isEmpty();
  }

  @Override
  public final Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
