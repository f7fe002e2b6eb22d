package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.pressmark.article.Article;
import org.pressmark.article.Entry;
import org.pressmark.article.Log;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// Looks at every byte of an archive: each file against the manifest, and each checksum, digest,
/// pressmark, reference and article in the records.
public final class Verify {
  /// What an archive holds.
  ///
  /// @param again documents whose bytes came before, from somewhere else
  /// @param bare those of them whose document was damaged and set aside, and has not come again
  /// @param orphans later versions that are the article, because the document was set aside; they
  /// are among those kept or rejected
  /// @param later versions of documents that were cleaned once more
  /// @param damaged how many damaged places there are
  /// @param bytes of all files
  /// @param unfinishedBytes at the end of the last file: of a writer at work, or of one that
  /// crashed; the next writer sets them aside
  public record Report(
      long kept,
      long rejected,
      long again,
      Bare bare,
      Bare orphans,
      long later,
      long damaged,
      long bytes,
      long unfinishedBytes) {
    /// Entries whose document is gone.
    ///
    /// @param sources where the first of them came from
    public record Bare(long count, List<String> sources) {
      private static final int NAMED = 10;

      public Bare {
        sources = List.copyOf(sources);
      }

      static Bare of(Collection<Place> places) {
        return new Bare(
            places.size(),
            places.stream()
                .limit(NAMED)
                .map(place -> Loss.of(place.mark(), place.origin()).source())
                .toList());
      }
    }

    /// Documents, each once.
    public long entries() {
      return kept + rejected + again;
    }

    public boolean isWhole() {
      return damaged == 0;
    }
  }

  /// A later version that is the article, as long as its document does not come again.
  private record Orphan(Place place, boolean isArticle) {}

  private final Archive archive;
  private final Folder folder;
  private final Consumer<Damage> found;
  private final Consumer<Entry> whole;
  private final LongConsumer bytesSeen;
  private final SortedMap<Integer, Damage> changed = new TreeMap<>();
  private final Set<Path> blamed = new HashSet<>();
  private final Voids voids;
  private long summed;
  private long kept;
  private long rejected;
  private long again;
  private final Set<Place> bare = new LinkedHashSet<>();
  private final Map<Mark, Orphan> orphans = new LinkedHashMap<>();
  private long later;
  private long damaged;
  private long unfinishedBytes;

  private Verify(
      Archive archive, Consumer<Damage> found, Consumer<Entry> whole, LongConsumer bytesSeen) {
    this.archive = archive;
    this.folder = archive.folder();
    this.found = found;
    this.whole = whole;
    this.bytesSeen = bytesSeen;
    this.voids = new Voids(folder);
  }

  /// Reads all files from the first byte to the last.
  ///
  /// @param found is told of each damaged place
  /// @param whole is told of each entry that is as it was written, in order
  /// @param bytesSeen is told how many bytes are behind, out of [Archive#bytes]
  public static Report of(
      Archive archive, Consumer<Damage> found, Consumer<Entry> whole, LongConsumer bytesSeen)
      throws IOException {
    return new Verify(archive, found, whole, bytesSeen).look();
  }

  private Report look() throws IOException {
    Optional<Manifest> manifest = manifest();
    Optional<Position> committed = manifest.map(Manifest::end);
    if (manifest.isPresent()) {
      lookAtSums(manifest.get());
    }
    lookAtCard();
    lookForFiles();
    Position end = Position.START;
    try (Walk walk = new Walk(folder, end, RecordReader.Care.DIGEST)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        end = step.get() instanceof Walk.Step.Tail tail ? tail.at() : step.get().end();
        look(step.get(), committed);
        bytesSeen.accept((summed + archive.bytesBefore(step.get().end())) / (summed > 0 ? 2 : 1));
      }
    }
    if (!blamed.contains(folder.file(end.file()))) {
      Committed.missing(folder, committed, end).ifPresent(this::report);
    }
    lookForTheInvisible(manifest);
    orphans.values().forEach(orphan -> {
      kept += orphan.isArticle() ? 1 : 0;
      rejected += orphan.isArticle() ? 0 : 1;
    });
    return new Report(
        kept,
        rejected,
        again,
        Report.Bare.of(bare),
        Report.Bare.of(orphans.values().stream().map(Orphan::place).toList()),
        later,
        damaged,
        archive.bytesBefore(end) + unfinishedBytes,
        unfinishedBytes);
  }

  private Optional<Manifest> manifest() throws IOException {
    try {
      Optional<Manifest> manifest = Manifest.read(folder);
      if (manifest.isEmpty() && archive.bytes() > 0) {
        report(Damage.of(folder.manifest(), "the manifest is missing"));
      }
      return manifest;
    } catch (DamageException e) {
      report(Damage.of(folder.manifest(), e.what()));
      return Optional.empty();
    }
  }

  private void lookAtSums(Manifest manifest) throws IOException {
    for (String name : manifest.sums().keySet()) {
      Path file = folder.path(name);
      Optional<Integer> number = Folder.number(name);
      if (!fits(manifest, name)) {
        Damage damage = Damage.of(
            file,
            Files.exists(file)
                ? "the file is not as it was written: its SHA-256 is not the one in the manifest"
                : "the file is missing");
        number.ifPresentOrElse(warc -> changed.put(warc, damage), () -> report(damage));
      }
      if (number.isPresent() && Files.exists(file)) {
        summed += Math.min(manifest.bytes(name), Files.size(file));
        bytesSeen.accept(summed / 2);
      }
    }
  }

  /// A writer at work may have replaced the file, and the manifest with it.
  private boolean fits(Manifest manifest, String name) throws IOException {
    if (manifest.fits(folder, name)) {
      return true;
    }
    Optional<Manifest> now = Manifest.read(folder);
    return now.isPresent() && !now.get().equals(manifest) && now.get().fits(folder, name);
  }

  private void lookAtCard() throws IOException {
    if (!blamed.contains(folder.card())) {
      try {
        Card.read(folder);
      } catch (NoSuchFileException e) {
        report(Damage.of(folder.card(), "the file is missing"));
      } catch (DamageException e) {
        report(Damage.of(folder.card(), e.what()));
      }
    }
  }

  private void lookForFiles() throws IOException {
    NavigableSet<Integer> files = folder.files();
    int last = files.isEmpty() ? 0 : files.last();
    int lastKnown = changed.isEmpty() ? 0 : changed.lastKey();
    for (int number = 1; number <= Math.max(last, lastKnown); number++) {
      if (!files.contains(number) && (number < last || changed.containsKey(number))) {
        Position place = new Position(number, 0);
        report(new Damage(folder.file(number), place, place, "the file is missing"));
      }
    }
  }

  /// Where a file is not the one of the manifest, and every record in it can be read, the change
  /// is in bytes without a meaning, or records are missing.
  private void lookForTheInvisible(Optional<Manifest> manifest) throws IOException {
    for (Map.Entry<Integer, Damage> change : changed.entrySet()) {
      int number = change.getKey();
      Path file = folder.file(number);
      if (!blamed.contains(file)) {
        long upTo = Math.min(manifest.orElseThrow().bytes(folder.name(file)), Files.size(file));
        List<Remade> differing = Remade.in(file, upTo);
        if (differing.size() == 1) {
          Remade one = differing.getFirst();
          Position at = new Position(number, one.at());
          report(new Damage(
              file,
              at,
              at,
              "a record whose content is whole, and whose compressed form is not as it was written,"
                  + " at byte "
                  + one.first()));
        } else {
          report(change.getValue());
        }
      }
    }
  }

  private void report(Damage damage) {
    damaged++;
    blamed.add(damage.file());
    found.accept(damage);
  }

  private void look(Walk.Step step, Optional<Position> committed) throws IOException {
    switch (step) {
      case Walk.Step.Pair pair -> {
        try {
          Entry entry = check(folder, pair);
          count(entry);
          settle(pair, entry);
          whole.accept(entry);
        } catch (DanglingException e) {
          look(pair, e);
        } catch (DamageException e) {
          report(damage(pair, e.what()));
        }
      }
      case Walk.Step.Gap gap -> report(damage(gap, gap.what()));
      case Walk.Step.Tail tail -> {
        if (committed.filter(noted -> noted.compareTo(tail.at()) > 0).isPresent()) {
          report(damage(tail, tail.what()));
        } else {
          unfinishedBytes = tail.end().offset() - tail.at().offset();
        }
      }
      case Walk.Step.Other other -> voids.add(other);
      case Walk.Step.Void gone -> voids.add(gone);
    }
  }

  /// What waited for this document waits no more.
  private void settle(Walk.Step.Pair there, Entry entry) {
    if (!bare.isEmpty()) {
      bare.remove(Place.of(there.head()));
    }
    if (!entry.isLater() && !(entry.content() instanceof Entry.Content.Again)) {
      orphans.remove(entry.mark());
    }
  }

  /// A copy or a version of a document that is not there: it may stay so after a repair.
  private void look(Walk.Step.Pair referring, DanglingException dangling) throws IOException {
    if (!voids.cover(dangling.gone())) {
      report(damage(referring, dangling.what()));
      return;
    }
    Entry entry = referring.entry();
    count(entry);
    if (!entry.isLater()) {
      bare.add(Place.of(referring.head()));
    } else if (isOrphan(referring, dangling)) {
      boolean isArticle = entry.content() instanceof Entry.Content.Kept;
      orphans.put(entry.mark(), new Orphan(Place.of(referring.head()), isArticle));
    }
    whole.accept(entry);
  }

  /// Whether not only the version before is gone.
  static boolean isOrphan(Walk.Step.Pair later, DanglingException dangling) {
    return later.isLater()
        && later
            .head()
            .first()
            .filter(first -> dangling.gone().contains(first.at()))
            .isPresent();
  }

  /// With the document's name, where that can be read.
  private Damage damage(Walk.Step step, String what) throws IOException {
    String whose = Head.glimpse(folder, step.at())
        .map(head -> ", of " + head.mark() + " from " + head.origin())
        .orElse("");
    return Damage.of(folder, step, what + whose);
  }

  private void count(Entry entry) {
    if (entry.isLater()) {
      later++;
      return;
    }
    switch (entry.content()) {
      case Entry.Content.Kept content -> kept++;
      case Entry.Content.Rejected content -> rejected++;
      case Entry.Content.Again content -> again++;
    }
  }

  /// The entry, if all that its records say of themselves and of each other is true.
  ///
  /// @throws DanglingException if all but this is: it is a copy without a body of its own or a
  /// later version, and the document is not where it says, or the version before is not
  static Entry check(Folder folder, Walk.Step.Pair pair) throws IOException {
    Entry entry = pair.entry();
    if (entry.content() instanceof Entry.Content.Kept content) {
      look(pair.head(), content.article());
    }
    if (pair.isLater()) {
      lookForVersion(folder, pair);
    } else if (entry.content() instanceof Entry.Content.Again) {
      lookForBytes(folder, pair);
    }
    return entry;
  }

  private static void look(Head head, Article article) throws DamageException {
    if (!article.mark().equals(head.mark()) || !article.origin().equals(head.origin())) {
      throw new DamageException("an article of " + article.mark() + " from " + article.origin()
          + " behind the capture of " + head.mark() + " from " + head.origin());
    }
    if (!isUndoable(article)) {
      throw new DamageException("an article whose cuts do not fit its text");
    }
  }

  private static boolean isUndoable(Article article) {
    try {
      return Log.apply(article.original(), article.cuts()).equals(article.body().text());
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /// Both the version before and the document may have been damaged and set aside.
  private static void lookForVersion(Folder folder, Walk.Step.Pair later) throws IOException {
    Position before = later.version().before().orElseThrow();
    Position first = first(later);
    List<Position> gone = new ArrayList<>();
    if (before.compareTo(later.at()) >= 0 || !isVersionThere(folder, before, later.head())) {
      gone.add(before);
    }
    if (first.compareTo(later.at()) >= 0 || !isThere(folder, later.head())) {
      gone.add(first);
    }
    if (!gone.isEmpty()) {
      throw new DanglingException(
          gone, "a later version of an article that is not at " + gone.getLast());
    }
  }

  /// Where it was damaged, a repair's filler may stand there now.
  private static boolean isVersionThere(Folder folder, Position before, Head later)
      throws IOException {
    try (RecordReader record = RecordReader.open(folder, before, RecordReader.Care.CHECKSUM)) {
      return record.type().equals(Filler.TYPE)
          || Head.read(record.fields()).mark().equals(later.mark());
    } catch (DamageException e) {
      return false;
    }
  }

  private static Position first(Walk.Step.Pair referring) throws DamageException {
    return referring
        .head()
        .first()
        .map(Head.First::at)
        .orElseThrow(() -> new DamageException("a record that refers to nothing"));
  }

  private static void lookForBytes(Folder folder, Walk.Step.Pair copy) throws IOException {
    Position first = first(copy);
    if (first.compareTo(copy.at()) >= 0 || !isThere(folder, copy.head())) {
      String what = "a record that refers to a capture that is not at " + first;
      throw isBare(folder, copy.at())
          ? new DanglingException(List.of(first), what)
          : new DamageException(what);
    }
  }

  /// Whether the capture is there that a copy or a later version refers to.
  static boolean isThere(Folder folder, Head referring) throws IOException {
    Head.First first = referring.first().orElseThrow();
    try (RecordReader record = RecordReader.open(folder, first.at(), RecordReader.Care.CHECKSUM)) {
      Head there = Head.read(record.fields());
      return List.of("resource", "response").contains(record.type())
          && there.id().equals(first.id())
          && there.mark().equals(referring.mark());
    } catch (DamageException e) {
      return false;
    }
  }

  /// Whether the record here is a copy that has no body of its own.
  static boolean isBare(Folder folder, Position at) throws IOException {
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.CHECKSUM)) {
      return record.type().equals("revisit");
    }
  }
}
