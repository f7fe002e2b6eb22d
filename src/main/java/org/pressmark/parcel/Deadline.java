package org.pressmark.parcel;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;
import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pressmark.article.Refusal;

/// Lets somebody else's code work on hostile bytes: for a limited time, on a thread of its own, and
/// whatever comes of it.
public final class Deadline {
  private Deadline() {}

  /// What the work gives. Ends with a [Refusal] where it takes too long or fails, in whatever way
  /// but one: that memory ran out is passed on.
  ///
  /// Work that does not heed interruption goes on in the background, where it can't keep the
  /// program from ending.
  public static <T> T within(Duration time, Callable<T> work) throws Refusal {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("pressmark-parser").start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new Refusal(EXHAUSTING, "took longer to read than " + time.toSeconds() + " s");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a document was read");
    } catch (ExecutionException e) {
      throw refusal(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static Refusal refusal(Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> refusal;
      case StackOverflowError deep -> Refusal.of(deep);
      case OutOfMemoryError large -> throw large; // says more of the machine than of the work
      default -> new Refusal(MALFORMED, "could not be parsed: " + cause);
    };
  }
}
