package org.pressmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pressmark.archive.Archive;
import org.pressmark.archive.ArchiveOptions;
import org.pressmark.archive.ArchiveWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Found;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.article.Rule;
import org.pressmark.index.Index;

/// The main job: what is found is cleaned, archived and indexed.
///
/// Documents go in batches; so a run that is killed loses at most the batch it was at, and the next
/// run, which passes over what is archived already, ends where an unbroken run would have ended.
public final class Ingest {
  private final ArchiveWriter writer;
  private final Archive archive;
  private final Index index;
  private final Watch watch;
  private final Tally tally;

  private final Clerk clerk;
  private Batch batch = new Batch();
  private Batch before = new Batch(); // on the disk, but perhaps not all in the index
  private long bytesSeen;
  private long due; // how many documents came that the archive does not hold

  /// Something found, and what cleaning made of it: nothing, where the archive held it already.
  private record Cleaned(Found found, Optional<Outcome> outcome) {}

  private Ingest(
      ArchiveWriter writer, Archive archive, Index index, Clerk clerk, Tally tally, Watch watch) {
    this.writer = writer;
    this.archive = archive;
    this.index = index;
    this.clerk = clerk;
    this.tally = tally;
    this.watch = watch;
  }

  /// Ingests all that is found into the archive in this folder, which is made where there is none.
  ///
  /// When it returns, all that the tally counts is on the disk, in the archive and in the index.
  ///
  /// @param summary makes one of the tally, as JSON, which is left beside the records
  public static Tally run(
      Path folder,
      Load load,
      Pressmark pressmark,
      InOrder workers,
      Watch watch,
      Clock clock,
      Optional<Function<Tally, String>> summary)
      throws IOException {
    long start = System.nanoTime();
    Optional<String> lostManifest = ArchiveWriter.lostManifest(folder);
    try (ArchiveWriter writer = ArchiveWriter.open(folder, clock, archiveOptions(pressmark));
        Index index = Index.open(Holdings.indexFolder(folder));
        Clerk clerk = new Clerk(index)) {
      Archive archive = Archive.open(folder);
      Ingest ingest = new Ingest(writer, archive, index, clerk, new Tally(load.source()), watch);
      List<String> damages = Holdings.catchUp(archive, index, watch);
      watch.begin(Watch.Task.INGEST, load.bytes());
      ingest.ingest(load, pressmark, workers);
      watch.end();
      ingest.tally.repaired(lostManifest.stream().toList());
      ingest.tally.repaired(writer.repairs());
      ingest.tally.repaired(damages);
      ingest.tally.took(Duration.ofNanos(System.nanoTime() - start));
      if (summary.isPresent()) {
        writer.leaveSummary(summary.get().apply(ingest.tally));
      }
      return ingest.tally;
    }
  }

  /// Looks at all that is found as [#run] would, and cleans and writes nothing.
  ///
  /// @return what there is, with [Tally#due] for what is not in the archive
  public static Tally rehearse(Path folder, Load load, Watch watch) throws IOException {
    long start = System.nanoTime();
    Tally tally = new Tally(load.source());
    if (!Archive.isAt(folder)) {
      rehearse(load, tally, watch, (mark, origin) -> Optional.empty());
    } else {
      try (Holdings holdings = Holdings.open(folder, watch)) {
        tally.repaired(holdings.warnings());
        rehearse(load, tally, watch, holdings::find);
      }
    }
    tally.took(Duration.ofNanos(System.nanoTime() - start));
    return tally;
  }

  /// Where the archive holds these bytes from this origin.
  private interface Known {
    Optional<Position> find(Mark mark, Origin origin) throws IOException;
  }

  private static void rehearse(Load load, Tally tally, Watch watch, Known known)
      throws IOException {
    watch.begin(Watch.Task.INGEST, load.bytes());
    long bytes = 0;
    for (Iterator<Found> each = load.found().iterator(); each.hasNext(); ) {
      Found found = each.next();
      switch (found) {
        case Capture capture -> {
          if (known.find(capture.mark(), capture.origin()).isPresent()) {
            tally.seeAlready(capture.origin());
          } else if (tally.due() >= load.limit()) {
            tally.stopAtLimit();
            watch.end();
            return;
          } else {
            tally.seeDue(capture.origin());
          }
        }
        case Found.Lost lost -> tally.see(new Outcome.Lost(lost.origin(), lost.problem()));
        case Found.Passed passed -> tally.see(new Outcome.Passed(passed.origin(), passed.what()));
      }
      bytes += weight(found);
      watch.advance(bytes);
    }
    watch.end();
  }

  /// The program's name and version, as an archive and its packages have it: `pressmark 0.1.0`.
  public static String program() {
    return "pressmark "
        + Optional.ofNullable(Ingest.class.getPackage().getImplementationVersion())
            .orElse("unreleased");
  }

  static ArchiveOptions archiveOptions(Pressmark pressmark) {
    String rules = Pressmark.rules().stream().map(Rule::id).collect(Collectors.joining(" "));
    return new ArchiveOptions(
        ArchiveOptions.DEFAULTS.rotationBytes(),
        program(),
        Map.of("rules", rules),
        pressmark.options().residue().off());
  }

  private void ingest(Load load, Pressmark pressmark, InOrder workers) throws IOException {
    workers.run(
        load.found().takeWhile(next -> isWithin(load.limit(), next)).iterator(),
        Ingest::weight,
        found -> isIndexed(found)
            ? new Cleaned(found, Optional.empty())
            : new Cleaned(found, Optional.of(pressmark.clean(found))),
        this::settle);
    if (!batch.isEmpty() || !before.isEmpty()) {
      clerk.commit(writer.commit());
    }
  }

  /// Where there is a limit, what the archive holds has to be told apart before it is read on; else
  /// the workers do that.
  private boolean isWithin(long limit, Found found) {
    if (limit == Long.MAX_VALUE) {
      return true;
    }
    due += found instanceof Capture && !holds(found) ? 1 : 0;
    if (due > limit) {
      tally.stopAtLimit();
    }
    return due <= limit;
  }

  private boolean holds(Found found) {
    return found instanceof Capture capture
        && (batch.holds(capture.mark(), capture.origin())
            || before.holds(capture.mark(), capture.origin())
            || isIndexed(found));
  }

  /// Safe for use by many threads.
  private boolean isIndexed(Found found) {
    try {
      return found instanceof Capture capture && index.holds(capture.mark(), capture.origin());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void settle(Cleaned cleaned) throws IOException {
    if (cleaned.outcome().isEmpty() || holds(cleaned.found())) {
      tally.seeAlready(cleaned.found().origin());
    } else {
      settle(cleaned.outcome().get());
    }
    bytesSeen += weight(cleaned.found());
    watch.advance(bytesSeen);
  }

  private void settle(Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Lost lost -> tally.see(lost);
      case Outcome.Passed passed -> tally.see(passed);
      case Outcome.Kept kept -> {
        if (!again(kept.capture())) {
          keep(kept.capture(), writer.append(kept));
          tally.see(kept);
        }
      }
      case Outcome.Rejected rejected -> {
        if (!again(rejected.capture())) {
          keep(rejected.capture(), writer.append(rejected));
          tally.see(rejected);
        }
      }
    }
    watch.see(outcome);
  }

  /// Whether the bytes came from somewhere else before; if so, notes that they came again.
  private boolean again(Capture capture) throws IOException {
    Optional<Entry> first = first(capture.mark());
    if (first.isPresent() && index.isBare(capture.mark(), capture.origin())) {
      tally.seeAlready(capture.origin());
    } else if (first.isPresent()) {
      keep(capture, writer.again(capture, first.get()));
      tally.seeAgain(capture.origin());
    }
    return first.isPresent();
  }

  private Optional<Entry> first(Mark mark) throws IOException {
    Optional<Entry> fresh = before.first(mark).or(() -> batch.first(mark));
    if (fresh.isPresent()) {
      return fresh;
    }
    Optional<Position> at = index.find(mark);
    return at.isEmpty() ? Optional.empty() : Optional.of(archive.entry(at.get()));
  }

  private void keep(Capture capture, Entry entry) throws IOException {
    batch.add(entry, capture.bytes().length);
    clerk.add(entry);
    if (batch.isFull()) {
      clerk.archived(writer.commit());
      before = batch;
      batch = new Batch();
    }
  }

  private static long weight(Found found) {
    return found instanceof Capture capture ? capture.bytes().length : 0;
  }
}
