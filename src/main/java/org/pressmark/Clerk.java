package org.pressmark;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.index.Index;

/// Puts entries into the index, one after the other, in a thread of its own: meanwhile the next
/// ones are cleaned and archived. For one thread.
///
/// The index is forced to the disk less often than the archive, as each time leaves a small segment
/// that has to be merged: what an interrupted run has not indexed is indexed by the next command.
///
/// After a failure nothing more is done to the index, and every call throws it.
final class Clerk implements Closeable {
  private static final int MAX_WAITING = 64;
  private static final int COMMIT_ENTRIES = 5_000;
  private static final long COMMIT_NANOS = 30_000_000_000L;

  /// Something that is done to the index.
  private interface Task {
    void run() throws IOException;
  }

  private final Index index;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("pressmark-index").factory());
  private final Semaphore room = new Semaphore(MAX_WAITING);
  private CountDownLatch complete = new CountDownLatch(0);
  private int entries; // since the last commit
  private long lastCommit = System.nanoTime();
  private volatile Optional<Throwable> failure = Optional.empty();
  private volatile boolean closed;

  Clerk(Index index) {
    this.index = index;
  }

  void add(Entry entry) throws IOException {
    entries++;
    submit(() -> index.add(entry));
  }

  /// To be called in the middle of a run, when the archive is on the disk up to here. Returns when
  /// all is in the index that was added before the last such call.
  void archived(Position upTo) throws IOException {
    await(complete);
    boolean isTime = entries >= COMMIT_ENTRIES || System.nanoTime() - lastCommit >= COMMIT_NANOS;
    complete = submit(isTime ? () -> index.commitSoFar(upTo) : () -> {});
    if (isTime) {
      entries = 0;
      lastCommit = System.nanoTime();
    }
  }

  /// Forces all that was added to the disk.
  void commit(Position upTo) throws IOException {
    await(submit(() -> index.commit(upTo)));
  }

  private CountDownLatch submit(Task task) throws IOException {
    require();
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    CountDownLatch done = new CountDownLatch(1);
    thread.execute(() -> {
      run(task);
      room.release();
      done.countDown();
    });
    return done;
  }

  private void run(Task task) {
    if (failure.isEmpty() && !closed) {
      try {
        task.run();
      } catch (IOException | RuntimeException | Error e) {
        failure = Optional.of(e);
      }
    }
  }

  private void await(CountDownLatch done) throws IOException {
    try {
      done.await();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    require();
  }

  private void require() throws IOException {
    Throwable cause = failure.orElse(null);
    if (cause instanceof IOException trouble) {
      throw trouble;
    }
    if (cause != null) {
      throw new IllegalStateException("the index failed", cause);
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  /// Gives up what is still to be done, and waits for what is being done: Lucene does not bear to
  /// be interrupted.
  @Override
  public void close() throws IOException {
    closed = true;
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }
}
