package org.pressmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Work done by several threads whose results come out in the order of the input, in bounded
/// memory.
///
/// @param threads how many workers; the caller's own thread reads the input and takes the results
/// @param maxWeight how much may be under way at once; something heavier than that goes alone
public record InOrder(int threads, long maxWeight) {
  /// What a document weighs is its bytes; parsed, it takes up to about twenty times as much.
  private static final long MAX_BYTES_UNDER_WAY = 8 << 20;

  /// Enough to keep every worker busy while one is held up by a large document.
  private static final int MAX_TASKS_A_THREAD = 32;

  public InOrder {
    if (threads < 1) {
      throw new IllegalArgumentException("--threads: " + threads + " is too few; give 1 or more");
    }
  }

  public static InOrder of(int threads) {
    return new InOrder(threads, MAX_BYTES_UNDER_WAY);
  }

  /// Takes results, one after the other.
  public interface Sink<R> {
    void take(R result) throws IOException;
  }

  private record Task<R>(Future<R> result, long weight) {}

  /// @throws IOException what the sink throws, or the work, unchecked; work under way is given up
  public <T, R> void run(
      Iterator<T> input, ToLongFunction<T> weigh, Function<T, R> work, Sink<R> sink)
      throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, InOrder::worker);
    try {
      Deque<Task<R>> underWay = new ArrayDeque<>();
      long weight = 0;
      while (input.hasNext()) {
        T next = input.next();
        long more = weigh.applyAsLong(next);
        while (!underWay.isEmpty()
            && (weight + more > maxWeight || underWay.size() >= threads * MAX_TASKS_A_THREAD)) {
          weight -= finish(underWay, sink);
        }
        underWay.add(new Task<>(workers.submit(() -> work.apply(next)), more));
        weight += more;
        while (!underWay.isEmpty() && underWay.getFirst().result().isDone()) {
          weight -= finish(underWay, sink);
        }
      }
      while (!underWay.isEmpty()) {
        finish(underWay, sink);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> long finish(Deque<Task<R>> underWay, Sink<R> sink) throws IOException {
    Task<R> first = underWay.removeFirst();
    try {
      sink.take(first.result().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException trouble) {
        throw trouble.getCause();
      }
      throw new IllegalStateException("a worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    }
    return first.weight();
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "pressmark-worker");
    thread.setDaemon(true);
    return thread;
  }
}
