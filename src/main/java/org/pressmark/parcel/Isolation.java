package org.pressmark.parcel;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;
import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.pressmark.article.Refusal;

/// Opens parcels, each in another process than this one: a parser that fills its memory, goes round
/// in circles or brings its Java machine down costs one document.
///
/// Processes wait for the next parcel when they are done with one. There are no more of them than
/// threads that asked at once, and none outlives this process.
public final class Isolation {
  /// How much memory a document may take. Its text and its layout are several times its bytes.
  static final int HEAP_MB = 512;

  // Of a Java machine with -XX:+ExitOnOutOfMemoryError whose memory ran out.
  private static final int OUT_OF_MEMORY = 3;

  private static final Isolation OURS = new Isolation(command(Workbench.class));

  private final List<String> command;
  private final Deque<Bench> idle = new ConcurrentLinkedDeque<>();
  private volatile String missing = "";

  Isolation(List<String> command) {
    this.command = command;
  }

  /// Starts a main class with little but what parsers need. Its code is not run long enough for the
  /// second compiler to be worth its time.
  static List<String> command(Class<?> main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + HEAP_MB + "m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        main.getName());
  }

  /// What is in a parcel. Where no other process can be started it is opened in this one, which a
  /// note of a [Contents.Story] says.
  ///
  /// @param maxTime how long it may take
  public static Contents open(Parcel parcel, Duration maxTime) throws Refusal {
    return OURS.contents(parcel, maxTime);
  }

  Contents contents(Parcel parcel, Duration maxTime) throws Refusal {
    Optional<Bench> bench = bench();
    return bench.isPresent()
        ? contents(parcel, maxTime, bench.get())
        : noted(Deadline.within(maxTime, parcel::open));
  }

  private Optional<Bench> bench() {
    for (Bench bench = idle.poll(); bench != null; bench = idle.poll()) {
      if (bench.isAlive()) {
        return Optional.of(bench);
      }
    }
    if (!missing.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Bench.start(command));
    } catch (IOException e) {
      missing = "no process of its own could be started to read it in: " + e.getMessage();
      return Optional.empty();
    }
  }

  private Contents contents(Parcel parcel, Duration maxTime, Bench bench) throws Refusal {
    boolean isWell = false;
    try {
      Contents contents = Deadline.within(maxTime, () -> ask(bench, parcel));
      isWell = true;
      return contents;
    } catch (Refusal refusal) {
      isWell = bench.isAtRest();
      throw refusal;
    } finally {
      if (isWell) {
        idle.push(bench);
      } else {
        bench.stop();
      }
    }
  }

  private static Contents ask(Bench bench, Parcel parcel) throws Refusal {
    try {
      return bench.open(parcel);
    } catch (IOException e) {
      throw bench.end() == OUT_OF_MEMORY
          ? new Refusal(EXHAUSTING, "takes more than " + HEAP_MB + " MB of memory to read")
          : new Refusal(MALFORMED, "made its parser break down: " + e);
    }
  }

  private Contents noted(Contents contents) {
    if (!(contents instanceof Contents.Story story)) {
      return contents;
    }
    List<String> notes = new ArrayList<>(story.notes());
    notes.add(missing);
    return new Contents.Story(story.page(), story.given(), notes);
  }
}
