package org.pressmark.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Closes a connection when its time is up, whatever it is busy with: a name that is not found, a
/// handshake in drops, an answer of one byte a second. For one thread.
final class Cutoff implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private final Closeable connection;
  private long leftNanos;
  private long since;
  private Future<?> end;
  private volatile boolean passed;

  Cutoff(ScheduledExecutorService clock, Closeable connection, Duration time) {
    this.clock = clock;
    this.connection = connection;
    this.leftNanos = time.toNanos();
    this.since = System.nanoTime();
    this.end = begin();
  }

  private Future<?> begin() {
    return clock.schedule(this::pass, leftNanos, TimeUnit.NANOSECONDS);
  }

  private void pass() {
    passed = true;
    try {
      connection.close();
    } catch (IOException e) {
      // It is given up anyway.
    }
  }

  /// Time that passes while we are waiting for ourselves is not the server's.
  void pause() {
    end.cancel(false);
    leftNanos -= System.nanoTime() - since;
  }

  void resume() {
    since = System.nanoTime();
    end = begin();
  }

  boolean isPassed() {
    return passed;
  }

  @Override
  public void close() {
    end.cancel(false);
  }
}
