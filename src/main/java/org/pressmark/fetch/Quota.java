package org.pressmark.fetch;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many pages may still be fetched. Who asks for one that may be no page waits for the outcome
/// of the others, where these could be the last ones.
final class Quota {
  private final long limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private long had;
  private long underWay;

  Quota(long limit) {
    this.limit = limit;
  }

  /// Whether one more may be fetched.
  boolean enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (had < limit && had + underWay >= limit) {
        change.await();
      }
      if (had >= limit) {
        return false;
      }
      underWay++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// @param isPage whether it was one
  void leave(boolean isPage) {
    lock.lock();
    try {
      underWay--;
      had += isPage ? 1 : 0;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
