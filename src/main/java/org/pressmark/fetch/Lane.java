package org.pressmark.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/// The way to one host: one request at a time, and between two of them the time that was asked for.
final class Lane {
  /// A host that is gone costs a wait each time, and it may have thousands of pages in a list.
  private static final int MAX_FAILURES = 5;

  /// What is done when it is one's turn.
  interface Turn<R> {
    R take() throws Trouble, InterruptedException;
  }

  private final Timing timing;
  private final Semaphore atOnce;
  private final Duration longestWait;
  private final ReentrantLock turn = new ReentrantLock(true);

  // Changed by whoever has the turn.
  private Duration delay;
  private long begin;
  private Duration wait = Duration.ZERO;
  private Duration pause = Duration.ZERO;
  private int failures;
  private volatile Optional<Trouble> closed = Optional.empty();

  Lane(Timing timing, Semaphore atOnce, FetchOptions.Manners manners) {
    this.timing = timing;
    this.atOnce = atOnce;
    this.longestWait = manners.longestWait();
    this.delay = manners.delay();
  }

  /// @throws Trouble what the turn throws, or why nothing more is asked of this host
  <R> R next(Turn<R> mine) throws Trouble, InterruptedException {
    turn.lockInterruptibly();
    try {
      if (closed.isPresent()) {
        throw closed.get();
      }
      Duration left = wait.minusNanos(timing.nanos() - begin);
      if (left.isPositive()) {
        timing.pass(left);
      }
      atOnce.acquire();
      try {
        pause = Duration.ZERO;
        return mine.take();
      } finally {
        atOnce.release();
        rest();
      }
    } finally {
      turn.unlock();
    }
  }

  private void rest() {
    begin = timing.nanos();
    wait = pause.compareTo(delay) > 0 ? pause : delay;
  }

  /// The site asks for more time between two requests than the crawler would leave by itself.
  void slowDownTo(Duration asked) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      if (asked.compareTo(delay) > 0) {
        delay = asked;
        wait = wait.compareTo(asked) > 0 ? wait : asked;
      }
    } finally {
      turn.unlock();
    }
  }

  Duration delay() {
    return delay;
  }

  /// After this turn the host is left alone for a while; for the rest of the run, if that is too
  /// long to wait. To be called by whoever has the turn.
  void leaveAlone(Duration time) {
    pause = time;
    if (time.compareTo(longestWait) > 0) {
      closed = Optional.of(Trouble.lasting(
          Miss.Kind.BUSY,
          "the host asks to be left alone for " + time.toSeconds() + " s, which is longer than the "
              + longestWait.toSeconds() + " s that are waited; run the same again later"));
    }
  }

  /// To be called by whoever has the turn.
  void reached() {
    failures = 0;
  }

  /// To be called by whoever has the turn.
  void failed() {
    failures++;
    if (failures >= MAX_FAILURES) {
      closed = Optional.of(Trouble.lasting(
          Miss.Kind.UNREACHABLE,
          "the host was not reached " + MAX_FAILURES
              + " times in a row, and given up for this run; run the same again later"));
    }
  }
}
