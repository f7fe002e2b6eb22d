package org.pressmark.fetch;

import java.time.Duration;
import java.time.Instant;

/// What time it is, and how to let some pass.
public interface Timing {
  Timing REAL = new Timing() {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public void pass(Duration time) throws InterruptedException {
      Thread.sleep(time);
    }
  };

  /// Of a clock that nobody sets.
  long nanos();

  Instant now();

  void pass(Duration time) throws InterruptedException;
}
