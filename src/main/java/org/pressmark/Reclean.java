package org.pressmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.pressmark.archive.Archive;
import org.pressmark.archive.ArchiveOptions;
import org.pressmark.archive.ArchiveWriter;
import org.pressmark.article.Change;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.article.Problem;
import org.pressmark.index.Index;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.search.Search;

/// The archive under the present rules, beside what it holds.
///
/// Each document is cleaned once more from its capture, in the archive's order, and the result is
/// held against the newest version that is there. What is accepted is appended as another version;
/// the older ones stay. So a run that is killed has lost nothing, and the next one does the rest.
public final class Reclean {
  /// Which differences are taken over.
  public sealed interface Accept {
    /// Nothing is written.
    record Nothing() implements Accept {}

    record Everything() implements Accept {}

    /// @param names of outlets, in small letters
    record Outlets(Set<String> names) implements Accept {
      public Outlets {
        names = Set.copyOf(names);
      }
    }
  }

  /// @param all whether to clean those documents too whose newest version was made under the
  /// present rules
  /// @param samples how many differences of each outlet to keep as examples
  public record Wish(Accept accept, boolean all, int samples) {}

  /// Where the newest version of a document is.
  private interface Newest {
    Optional<Position> find(Mark mark, Origin origin) throws IOException;
  }

  /// A document to clean once more.
  ///
  /// @param first its first version, at its capture
  /// @param newest where its newest version is
  private record Task(Entry first, Position newest) {}

  /// What came of it.
  private sealed interface Result {
    /// The newest version was made under the present rules.
    record Present() implements Result {}

    record Compared(Entry newest, Outcome outcome, Change change) implements Result {}

    /// There is no result that could take the place of the one that is there.
    record Failed(String why) implements Result {}
  }

  private record Done(Entry first, Result result) {}

  private final Archive archive;
  private final Pressmark pressmark;
  private final Edition edition;
  private final Wish wish;
  private final Newest places;
  private final Optional<Desk> desk;
  private final Revision revision;
  private final Watch watch;
  private final SequencedMap<Mark, Origin> alone = new LinkedHashMap<>(); // articles, no documents
  private Position behind = Position.START;
  private Optional<Position> failedAt = Optional.empty();

  /// What a run has that writes.
  private static final class Desk {
    private final ArchiveWriter writer;
    private final Clerk clerk;
    private Fill fill = new Fill();

    Desk(ArchiveWriter writer, Clerk clerk) {
      this.writer = writer;
      this.clerk = clerk;
    }

    void revise(Entry newest, Outcome outcome) throws IOException {
      Optional<Entry> entry = switch (outcome) {
        case Outcome.Kept kept -> Optional.of(writer.revise(newest, kept));
        case Outcome.Rejected rejected -> Optional.of(writer.revise(newest, rejected));
        case Outcome.Lost lost -> Optional.empty();
        case Outcome.Passed passed -> Optional.empty();
      };
      if (entry.isPresent()) {
        Entry later = entry.get();
        fill.add(later.end().offset() - later.at().offset());
        clerk.add(later);
      }
    }

    boolean isFull() {
      return fill.isFull();
    }

    void commitSoFar() throws IOException {
      clerk.archived(writer.commit());
      fill = new Fill();
    }

    void commit() throws IOException {
      clerk.commit(writer.commit());
    }
  }

  private Reclean(
      Archive archive,
      Pressmark pressmark,
      Edition edition,
      Wish wish,
      Newest places,
      Optional<Desk> desk,
      Watch watch) {
    this.archive = archive;
    this.pressmark = pressmark;
    this.edition = edition;
    this.wish = wish;
    this.places = places;
    this.desk = desk;
    this.watch = watch;
    this.revision = new Revision(edition, wish.samples());
  }

  /// Holds the archive in this folder against the present rules, with those switched off that it
  /// was told to keep from.
  ///
  /// When it returns, all that was accepted is on the disk, in the archive and in the index.
  ///
  /// @param isStopped asked between documents; what was begun is finished then
  public static Revision run(
      Path folder,
      Options options,
      Wish wish,
      InOrder workers,
      Watch watch,
      Clock clock,
      BooleanSupplier isStopped)
      throws IOException {
    Archive archive = Archive.open(folder);
    ResidueOptions kept = new ResidueOptions(archive.keptNames());
    Pressmark pressmark = new Pressmark(options.with(kept));
    ArchiveOptions writing = Ingest.archiveOptions(pressmark);
    return wish.accept() instanceof Accept.Nothing
        ? look(folder, pressmark, writing, wish, workers, watch, isStopped)
        : revise(folder, pressmark, writing, wish, workers, watch, clock, isStopped);
  }

  private static Revision look(
      Path folder,
      Pressmark pressmark,
      ArchiveOptions options,
      Wish wish,
      InOrder workers,
      Watch watch,
      BooleanSupplier isStopped)
      throws IOException {
    Archive archive = Archive.open(folder);
    List<String> warnings;
    try (Holdings holdings = Holdings.open(folder, watch)) {
      warnings = holdings.warnings();
    }
    try (Search search = Search.open(Holdings.indexFolder(folder))) {
      Reclean reclean = new Reclean(
          archive, pressmark, options.edition(), wish, search::find, Optional.empty(), watch);
      warnings.forEach(reclean.revision::warn);
      reclean.run(archive.end(), workers, isStopped);
      return reclean.revision;
    }
  }

  private static Revision revise(
      Path folder,
      Pressmark pressmark,
      ArchiveOptions options,
      Wish wish,
      InOrder workers,
      Watch watch,
      Clock clock,
      BooleanSupplier isStopped)
      throws IOException {
    Optional<String> lostManifest = ArchiveWriter.lostManifest(folder);
    try (ArchiveWriter writer = ArchiveWriter.open(folder, clock, options);
        Index index = Index.open(Holdings.indexFolder(folder));
        Clerk clerk = new Clerk(index)) {
      Archive archive = Archive.open(folder);
      List<String> damages = Holdings.catchUp(archive, index, watch);
      Desk desk = new Desk(writer, clerk);
      Reclean reclean = new Reclean(
          archive, pressmark, writer.edition(), wish, index::find, Optional.of(desk), watch);
      lostManifest.ifPresent(reclean.revision::warn);
      writer.repairs().forEach(reclean.revision::warn);
      damages.forEach(reclean.revision::warn);
      reclean.run(archive.end(), workers, isStopped);
      desk.commit();
      reclean.note();
      return reclean.revision;
    }
  }

  private void run(Position end, InOrder workers, BooleanSupplier isStopped) throws IOException {
    watch.begin(Watch.Task.RECLEAN, archive.bytesBefore(end));
    Position done = wish.all() ? Position.START : archive.recleaned(edition);
    try (Stream<Entry> entries =
        archive.entries(Position.START, damage -> revision.warn(damage.toString()))) {
      Iterator<Task> tasks = entries
          .takeWhile(entry -> entry.at().compareTo(end) < 0 && !isStopped.getAsBoolean())
          .peek(this::lookForDocument)
          .filter(entry -> !entry.isLater() && !(entry.content() instanceof Entry.Content.Again))
          .filter(entry -> isToDo(entry, done))
          .map(this::task)
          .iterator();
      workers.run(tasks, Reclean::weight, this::reclean, this::settle);
    }
    tellAlone();
    if (isStopped.getAsBoolean()) {
      revision.stop();
    } else {
      behind = end;
    }
    watch.end();
  }

  private void lookForDocument(Entry entry) {
    try {
      if (entry.isLater()) {
        if (!archive.hasDocument(entry.at())) {
          alone.put(entry.mark(), entry.origin());
        }
      } else if (!(entry.content() instanceof Entry.Content.Again)) {
        alone.remove(entry.mark());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tellAlone() {
    if (!alone.isEmpty()) {
      revision.warn(String.format(
          Locale.ROOT,
          "%,d %s without the document and %s; to clean %s again, ingest the document again, such"
              + " as %s",
          alone.size(),
          alone.size() == 1 ? "article stands" : "articles stand",
          alone.size() == 1 ? "stays as it is" : "stay as they are",
          alone.size() == 1 ? "it" : "one",
          alone.firstEntry().getValue()));
    }
  }

  private boolean isToDo(Entry entry, Position done) {
    boolean isDone = entry.at().compareTo(done) < 0;
    if (isDone) {
      revision.seePresent();
    }
    return !isDone;
  }

  private Task task(Entry first) {
    try {
      return new Task(first, places.find(first.mark(), first.origin()).orElse(first.at()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In bytes: of the records as they are compressed, and of the text.
  private static long weight(Task task) {
    Entry first = task.first();
    long text = first.content() instanceof Entry.Content.Kept kept
        ? kept.article().body().blocks().stream()
            .mapToLong(block -> block.text().length())
            .sum()
        : 0;
    return first.end().offset() - first.at().offset() + text;
  }

  /// Runs in a worker.
  private Done reclean(Task task) {
    try {
      return new Done(task.first(), result(task));
    } catch (IOException e) {
      return new Done(task.first(), new Result.Failed(String.valueOf(e.getMessage())));
    }
  }

  private Result result(Task task) throws IOException {
    Entry first = task.first();
    Entry newest = task.newest().equals(first.at()) ? first : archive.entry(task.newest());
    if (!wish.all() && newest.version().edition().equals(Optional.of(edition))) {
      return new Result.Present();
    }
    Outcome outcome = pressmark.clean(archive.capture(first.at()));
    return switch (outcome) {
      case Outcome.Lost lost -> new Result.Failed(lost.problem().message());
      case Outcome.Passed passed -> new Result.Failed("is no document: " + passed.what());
      case Outcome.Rejected rejected ->
        isOfTheMoment(rejected.problem()) && newest.content() instanceof Entry.Content.Kept
            ? new Result.Failed(rejected.problem().message())
            : compared(newest, outcome, new Entry.Content.Rejected(rejected.problem()));
      case Outcome.Kept kept -> compared(newest, outcome, new Entry.Content.Kept(kept.article()));
    };
  }

  /// A fault of the program, or a machine too slow today, takes no article away.
  private static boolean isOfTheMoment(Problem problem) {
    return problem.kind() == Problem.Kind.FAULT || problem.kind() == Problem.Kind.EXHAUSTING;
  }

  private static Result compared(Entry newest, Outcome outcome, Entry.Content now) {
    return new Result.Compared(newest, outcome, new Change(newest.content(), now));
  }

  private void settle(Done done) throws IOException {
    Entry first = done.first();
    switch (done.result()) {
      case Result.Present present -> revision.seePresent();
      case Result.Failed failed -> {
        revision.fail(first, failed.why());
        failedAt = failedAt.or(() -> Optional.of(first.at()));
      }
      case Result.Compared compared -> settle(first, compared);
    }
    behind = first.end();
    watch.advance(archive.bytesBefore(behind));
    if (desk.isPresent() && desk.get().isFull()) {
      desk.get().commitSoFar();
      note();
    }
  }

  private void settle(Entry first, Result.Compared compared) throws IOException {
    watch.see(compared.outcome());
    Change change = compared.change();
    String outlet = change.outlet(first.retrieval().url());
    revision.see(first, compared.newest().version().edition(), change, outlet);
    if (desk.isPresent() && !change.isNothing() && isAccepted(outlet)) {
      desk.get().revise(compared.newest(), compared.outcome());
      revision.accept(outlet);
    }
  }

  private boolean isAccepted(String outlet) {
    return switch (wish.accept()) {
      case Accept.Nothing nothing -> false;
      case Accept.Everything everything -> true;
      case Accept.Outlets outlets -> outlets.names().contains(outlet.toLowerCase(Locale.ROOT));
    };
  }

  /// Documents behind this place need not be looked at again under these rules.
  private void note() throws IOException {
    boolean isAll = wish.accept() instanceof Accept.Everything;
    if (desk.isPresent() && isAll && revision.all().documents() > 0) {
      Position upTo = failedAt.filter(at -> at.compareTo(behind) < 0).orElse(behind);
      if (upTo.compareTo(desk.get().writer.recleaned()) > 0) {
        desk.get().writer.noteRecleaned(upTo);
      }
    }
  }
}
