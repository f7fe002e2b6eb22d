package org.pressmark.search;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/// How long a question may still take.
final class Clock implements QueryTimeout {
  private final Duration time;
  private final long end;
  private volatile boolean isOver;

  Clock(Duration time) {
    this.time = time;
    this.end = System.nanoTime() + time.toNanos();
  }

  @Override
  public boolean shouldExit() {
    isOver |= System.nanoTime() - end > 0;
    return isOver;
  }

  /// Refuses to go on where the time has run out: what was found by then is not all.
  void check() throws QuestionException {
    if (shouldExit()) {
      throw new QuestionException("the question takes longer than " + time.toSeconds()
          + " s here; ask for rarer words, or for fewer at a time");
    }
  }
}
