package org.pressmark.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a long run end well when the user presses Ctrl-C: no new documents are begun, those under
/// way are finished and committed, and only then the program ends.
final class Stop implements AutoCloseable {
  /// A run that takes longer than this over its last batch is let go; the next one repairs that.
  private static final long MAX_WAIT_SECONDS = 20;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean asked;

  Stop(Desk desk) {
    hook = new Thread(() -> {
      asked = true;
      desk.say("stopping: finishing what is under way …");
      await();
    });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isAsked() {
    return asked;
  }

  private void await() {
    try {
      ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The run is over, and all that it had to say is said.
  @Override
  public void close() {
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // Asked in this very moment: the hook runs already, and finds that all is done.
      }
    }
  }
}
