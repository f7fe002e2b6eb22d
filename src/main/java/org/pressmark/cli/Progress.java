package org.pressmark.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.pressmark.Watch;
import org.pressmark.article.Outcome;

/// A line on the terminal that says how far a run is, how fast it goes and how long it will take.
///
/// ```
/// ingesting  42 %  1,234 documents  210 a second  1:05 left  3 problems
/// ```
final class Progress implements Watch {
  private static final long NANOS_BETWEEN_LINES = 200_000_000;

  /// Carriage return, and the order to clear the line (ECMA-48, 8.3.41).
  private static final String CLEAR = "\r\u001b[K";

  private final Desk desk;
  private final LongSupplier nanoClock;
  private Task task = Task.INGEST;
  private long total;
  private long done;
  private long documents;
  private long problems;
  private long start;
  private long lastLine;
  private boolean shown;

  private Progress(Desk desk, LongSupplier nanoClock) {
    this.desk = desk;
    this.nanoClock = nanoClock;
  }

  /// Silent where nobody looks.
  static Watch on(Desk desk) {
    return desk.isTerminal(Desk.End.ERR) ? new Progress(desk, System::nanoTime) : Watch.NONE;
  }

  static Progress on(Desk desk, LongSupplier nanoClock) {
    return new Progress(desk, nanoClock);
  }

  @Override
  public void begin(Task next, long totalBytes) {
    task = next;
    total = totalBytes;
    done = 0;
    documents = 0;
    problems = 0;
    start = nanoClock.getAsLong();
    lastLine = start;
  }

  @Override
  public void advance(long bytes) {
    done = bytes;
    long now = nanoClock.getAsLong();
    if (now - lastLine >= NANOS_BETWEEN_LINES) {
      lastLine = now;
      shown = true;
      desk.err().print(CLEAR + line(Duration.ofNanos(now - start)));
      desk.err().flush();
    }
  }

  @Override
  public void see(Outcome outcome) {
    switch (outcome) {
      case Outcome.Kept kept -> documents++;
      case Outcome.Rejected rejected -> {
        documents++;
        problems++;
      }
      case Outcome.Lost lost -> {
        documents++;
        problems++;
      }
      case Outcome.Passed passed -> {}
    }
  }

  @Override
  public void end() {
    if (shown) {
      desk.err().print(CLEAR);
      desk.err().flush();
      shown = false;
    }
  }

  private String line(Duration time) {
    StringBuilder line = new StringBuilder(word());
    double share = total > 0 ? Math.min(1, (double) done / total) : 0;
    if (total > 0) {
      line.append(String.format(Locale.ROOT, "  %.0f %%", Math.floor(share * 100)));
    }
    if (documents > 0) {
      line.append("  ").append(Summary.count(documents, "document"));
      line.append(String.format(Locale.ROOT, "  %,d a second", rate(documents, time)));
    }
    if (share > 0.01 && share < 1) {
      Duration left = Duration.ofMillis((long) (time.toMillis() * (1 - share) / share));
      line.append("  ").append(clock(left)).append(" left");
    }
    if (problems > 0) {
      line.append("  ").append(Summary.count(problems, "problem"));
    }
    return line.toString();
  }

  private String word() {
    return switch (task) {
      case INGEST -> "ingesting";
      case INDEX -> "indexing";
      case VERIFY -> "verifying";
      case FAMILIES -> "finding families";
      case EXPORT -> "exporting";
      case RECLEAN -> "recleaning";
    };
  }

  static long rate(long count, Duration time) {
    return Math.round(count * 1e9 / Math.max(1, time.toNanos()));
  }

  /// `0:07`, `12:30`, `2:05:00`
  static String clock(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
