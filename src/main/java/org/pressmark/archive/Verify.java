package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
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
import org.pressmark.article.Position;

/// Looks at every byte of an archive: each file against the manifest, and each checksum, digest,
/// pressmark, reference and article in the records.
public final class Verify {
  /// What an archive holds.
  ///
  /// @param again documents whose bytes came before, from somewhere else
  /// @param later versions of documents that were cleaned once more
  /// @param damaged how many damaged places there are
  /// @param bytes of all files
  /// @param unfinishedBytes at the end of the last file: of a writer at work, or of one that
  /// crashed; the next writer sets them aside
  public record Report(
      long kept,
      long rejected,
      long again,
      long later,
      long damaged,
      long bytes,
      long unfinishedBytes) {
    /// Documents, each once.
    public long entries() {
      return kept + rejected + again;
    }

    public boolean isWhole() {
      return damaged == 0;
    }
  }

  private final Archive archive;
  private final Folder folder;
  private final Consumer<Damage> found;
  private final Consumer<Entry> whole;
  private final LongConsumer bytesSeen;
  private final SortedMap<Integer, Damage> changed = new TreeMap<>();
  private final Set<Path> blamed = new HashSet<>();
  private long summed;
  private long kept;
  private long rejected;
  private long again;
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
    long bytes = archive.bytesBefore(end) + unfinishedBytes;
    return new Report(kept, rejected, again, later, damaged, bytes, unfinishedBytes);
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
          whole.accept(entry);
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
      case Walk.Step.Other other -> {}
    }
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
  static Entry check(Folder folder, Walk.Step.Pair pair) throws IOException {
    Entry entry = pair.entry();
    if (pair.isLater()) {
      lookForBytes(folder, pair);
      lookForVersion(folder, pair);
    }
    switch (entry.content()) {
      case Entry.Content.Kept content -> look(pair.head(), content.article());
      case Entry.Content.Rejected content -> {}
      case Entry.Content.Again content -> lookForBytes(folder, pair);
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

  /// The version before may have been damaged and set aside; then a repair's filler stands there.
  private static void lookForVersion(Folder folder, Walk.Step.Pair later) throws IOException {
    Position before = later.version().before().orElseThrow();
    try (RecordReader record = RecordReader.open(folder, before, RecordReader.Care.CHECKSUM)) {
      boolean isThere = record.type().equals("metadata")
          || Head.read(record.fields()).mark().equals(later.head().mark());
      if (!isThere || before.compareTo(later.at()) >= 0) {
        throw new DamageException("a later version of an article that is not at " + before);
      }
    }
  }

  private static void lookForBytes(Folder folder, Walk.Step.Pair revisit) throws IOException {
    Head head = revisit.head();
    Head.First first =
        head.first().orElseThrow(() -> new DamageException("a record that refers to nothing"));
    try (RecordReader record = RecordReader.open(folder, first.at(), RecordReader.Care.CHECKSUM)) {
      Head there = Head.read(record.fields());
      if (!List.of("resource", "response").contains(record.type())
          || !there.id().equals(first.id())
          || !there.mark().equals(head.mark())
          || first.at().compareTo(revisit.at()) >= 0) {
        throw new DamageException("a record that refers to a capture that is not at " + first.at());
      }
    }
  }
}
