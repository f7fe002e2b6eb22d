package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.WarcWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// An archive folder, opened for reading. Any number of readers may have it open, and a writer too:
/// they see all entries that are complete.
public final class Archive {
  private static final String ALONE = "the document that this was made of is not in the archive any"
      + " more: it was damaged, and what is left of it is in damaged/";

  private final Folder folder;

  // The answer of the last bytesBefore: files that are not the last never change again.
  private int bytesFile;
  private long bytesInFiles;

  private Archive(Folder folder) {
    this.folder = folder;
  }

  public static boolean isAt(Path folder) {
    return Files.isRegularFile(new Folder(folder).card());
  }

  /// Opens what is left of an archive to look for damage, whatever is damaged.
  static Archive remains(Folder place) throws IOException {
    if (!isAt(place.root()) && place.files().isEmpty() && !Files.exists(place.manifest())) {
      throw missing(place.root());
    }
    return new Archive(place);
  }

  /// Opens what is left of an archive to look for damage, whatever is damaged: to be given to
  /// [Verify].
  public static Archive remains(Path folder) throws IOException {
    return remains(new Folder(folder));
  }

  private static IOException missing(Path folder) {
    return new IOException(folder + ": there is no archive here; `pressmark ingest` makes one");
  }

  public static Archive open(Path folder) throws IOException {
    Folder place = new Folder(folder);
    if (!isAt(folder)) {
      throw missing(folder);
    }
    Card.open(place);
    return new Archive(place);
  }

  /// All complete entries from a position on, in order, read one at a time. To be closed.
  ///
  /// Throws an [UncheckedIOException] while it runs where bytes are damaged.
  public Stream<Entry> entries(Position from) throws IOException {
    return entries(from, damage -> {
      throw new UncheckedIOException(new IOException(damage.toString()));
    });
  }

  /// All complete entries from a position on, in order, read one at a time. To be closed.
  ///
  /// @param damaged is told of each damaged place; the entries behind it follow
  public Stream<Entry> entries(Position from, Consumer<Damage> damaged) throws IOException {
    Path file = folder.file(from.file());
    if (from.offset() > 0 && (!Files.exists(file) || Files.size(file) < from.offset())) {
      throw new IOException(folder.place(from) + ": the archive ends before that; it was cut short,"
          + " or the position is of another archive; `pressmark verify` tells what is there");
    }
    Walk walk = new Walk(folder, from, RecordReader.Care.CHECKSUM);
    EntrySpliterator entries = new EntrySpliterator(folder, walk, from, damaged);
    return StreamSupport.stream(entries, false).onClose(() -> {
      try {
        walk.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /// The one entry that begins here.
  public Entry entry(Position at) throws IOException {
    try (Walk walk = new Walk(folder, at, RecordReader.Care.CHECKSUM)) {
      return walk.entryHere();
    } catch (DamageException e) {
      throw e.at(folder, at);
    }
  }

  /// Up to where all articles were held against the rules of an edition, and what differed was
  /// accepted.
  public Position recleaned(Edition edition) throws IOException {
    return Card.open(folder).recleaned(edition);
  }

  /// Names of the rules that were switched off for all articles.
  public Set<String> keptNames() throws IOException {
    return Card.open(folder).keptNames();
  }

  /// Where the versions are that later ones have taken the place of, or a document that was gone
  /// and came again. Reads the whole archive.
  ///
  /// @param upTo later ones behind this place do not count
  public Set<Position> replaced(Position upTo) throws IOException {
    return replaced(upTo, read -> {});
  }

  /// The same.
  ///
  /// @param done is told how many more bytes were read
  public Set<Position> replaced(Position upTo, LongConsumer done) throws IOException {
    Set<Position> replaced = new HashSet<>();
    Map<Mark, Position> orphans = new HashMap<>();
    Voids voids = new Voids(folder);
    try (Walk walk = new Walk(folder, Position.START, RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Pair pair && pair.end().compareTo(upTo) <= 0) {
          pair.version().before().ifPresent(replaced::add);
          if (pair.isLater() && voids.cover(pair.head().first().orElseThrow().at())) {
            orphans.put(pair.head().mark(), pair.at());
          } else if (pair.story().isPresent() && !orphans.isEmpty()) {
            Optional.ofNullable(orphans.remove(pair.head().mark())).ifPresent(replaced::add);
          }
          done.accept(pair.end().offset() - pair.at().offset());
        } else if (step.get() instanceof Walk.Step.Void gone) {
          voids.add(gone);
        } else if (step.get() instanceof Walk.Step.Other record) {
          voids.add(record);
        }
      }
    }
    return replaced;
  }

  /// Where the capture is that an entry was made of: at the entry itself, but for a later version
  /// or a copy.
  public Position captureAt(Position at) throws IOException {
    return Head.read(folder, at).first().map(Head.First::at).orElse(at);
  }

  /// Whether the document is there that the entry here was made of, or is a copy of. A repair may
  /// have set it aside, and left the entry.
  public boolean hasDocument(Position at) throws IOException {
    Head head = Head.read(folder, at);
    return head.first().isEmpty() || Verify.isThere(folder, head);
  }

  /// The same entry; where the document is gone that its article was made of, with a note of that.
  public Entry noted(Entry entry) throws IOException {
    return entry.isLater() && !hasDocument(entry.at()) ? entry.noting(ALONE) : entry;
  }

  /// The one entry that begins here, or nothing where none does, or not any more.
  public Optional<Entry> find(Position at) throws IOException {
    try (Walk walk = new Walk(folder, at, RecordReader.Care.CHECKSUM)) {
      return Optional.of(walk.entryHere());
    } catch (DamageException e) {
      return Optional.empty();
    }
  }

  /// What programs that know WARC and nothing of us look the capture up by that begins here.
  public Lookup lookup(Position at) throws IOException {
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.CHECKSUM)) {
      String contentType = record.field("Content-Type").orElse("");
      Document document = Document.read(record);
      return Lookup.of(document, contentType, at, record.position() - at.offset());
    } catch (DamageException e) {
      throw e.at(folder, at);
    }
  }

  /// What a copy of the archive has to hold, as its manifest tells it at this moment. What a run is
  /// adding, or had no time to note, is not in it.
  public Snapshot snapshot() throws IOException {
    Manifest manifest = manifest();
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, String> line : manifest.sums().entrySet()) {
      Path path = folder.path(line.getKey());
      long bytes = Math.min(manifest.bytes(line.getKey()), Files.size(path));
      parts.add(new Part(line.getKey(), path, bytes, line.getValue()));
    }
    byte[] text = manifest.text().getBytes(StandardCharsets.ISO_8859_1);
    parts.add(new Part(
        folder.name(folder.manifest()),
        folder.manifest(),
        text.length,
        Digest.hex(Digest.of(text))));
    return new Snapshot(parts, manifest.end());
  }

  private Manifest manifest() throws IOException {
    try {
      return Manifest.read(folder).orElseThrow(() -> new DamageException("there is no manifest"));
    } catch (DamageException e) {
      throw new IOException(
          folder.manifest() + ": " + e.what() + "; `pressmark repair` makes one", e);
    }
  }

  /// When the newest entry up to a place was archived; where there is none, when the archive was
  /// made. Reads the file that the place is in.
  public Instant newest(Position upTo) throws IOException {
    try (Stream<Entry> entries = entries(new Position(upTo.file(), 0))) {
      return entries
          .takeWhile(entry -> entry.end().compareTo(upTo) <= 0)
          .map(Entry::time)
          .reduce(created(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /// What tells it from other archives, such as in its index: when it was made.
  public String name() throws IOException {
    return Card.open(folder).created();
  }

  /// When the archive was made.
  public Instant created() throws IOException {
    return Instant.parse(Card.open(folder).created());
  }

  /// The record that opens a WARC file of a choice of entries, as a gzip member.
  ///
  /// @param time of that record
  public byte[] opening(String name, Instant time) throws IOException {
    Card card = Card.open(folder);
    String program = card.lines().getOrDefault("program", ArchiveOptions.DEFAULTS.program());
    ArchiveOptions options = new ArchiveOptions(
        ArchiveOptions.DEFAULTS.rotationBytes(), program, Map.of(), card.keptNames());
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
      WritableByteChannel channel = Channels.newChannel(gzip);
      new WarcWriter(channel).write(Records.file(name, card.created(), time, options));
    }
    return member.toByteArray();
  }

  /// The file that this position is in.
  public Path file(Position at) {
    return folder.file(at.file());
  }

  /// The original document of the entry that begins here: the very bytes that came in, with what
  /// went over the wire, where that was kept.
  public Capture capture(Position at) throws IOException {
    try {
      return Document.capture(folder, at);
    } catch (DamageException e) {
      throw e.at(folder, at);
    }
  }

  /// Whether the archive goes on to here: it may have been cut short.
  public boolean reaches(Position at) throws IOException {
    Path file = folder.file(at.file());
    return at.offset() == 0 || Files.exists(file) && Files.size(file) >= at.offset();
  }

  /// Whether a record begins here, or a file ends.
  public boolean isBoundary(Position at) throws IOException {
    return Committed.isBoundary(folder, at);
  }

  /// The end of the last complete entry.
  public Position end() throws IOException {
    Position end = Committed.lookFrom(folder);
    try (Walk walk = new Walk(folder, end, RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        end = step.get() instanceof Walk.Step.Tail tail ? tail.at() : step.get().end();
      }
    }
    return end;
  }

  /// How many bytes all its files have.
  public long bytes() throws IOException {
    long bytes = 0;
    for (int file : folder.files()) {
      bytes += Files.size(folder.file(file));
    }
    return bytes;
  }

  /// The documents of which records were damaged and set aside by a repair, as far as they are
  /// known.
  public List<Loss> losses() throws IOException {
    return Loss.listed(folder);
  }

  /// Whether a repair has set anything aside.
  public boolean hasDamages() {
    return Files.exists(folder.damages());
  }

  Folder folder() {
    return folder;
  }

  /// How many bytes of the archive's files lie before a position, for telling how far a reader is.
  public long bytesBefore(Position position) throws IOException {
    if (position.file() != bytesFile) {
      bytesInFiles = 0;
      for (int file : folder.files().headSet(position.file())) {
        bytesInFiles += Files.size(folder.file(file));
      }
      bytesFile = position.file();
    }
    return bytesInFiles + position.offset();
  }

  private static final class EntrySpliterator extends AbstractSpliterator<Entry> {
    private final Folder folder;
    private final Walk walk;
    private final Consumer<Damage> damaged;
    private final Optional<Position> committed;
    private Position end;

    EntrySpliterator(Folder folder, Walk walk, Position from, Consumer<Damage> damaged)
        throws IOException {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.folder = folder;
      this.walk = walk;
      this.damaged = damaged;
      this.committed = Committed.read(folder);
      this.end = from;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Entry> action) {
      try {
        for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
          end =
              step.get() instanceof Walk.Step.Tail tail ? tail.at() : step.get().end();
          Optional<Entry> entry = entry(step.get());
          if (entry.isPresent()) {
            action.accept(entry.get());
            return true;
          }
        }
        Committed.missing(folder, committed, end).ifPresent(damaged);
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Optional<Entry> entry(Walk.Step step) {
      switch (step) {
        case Walk.Step.Pair pair -> {
          try {
            return Optional.of(pair.entry());
          } catch (DamageException e) {
            damaged.accept(Damage.of(folder, pair, e.what()));
          }
        }
        case Walk.Step.Gap gap -> damaged.accept(Damage.of(folder, gap, gap.what()));
        case Walk.Step.Tail tail -> {}
        case Walk.Step.Other other -> {}
        case Walk.Step.Void gone -> {}
      }
      return Optional.empty();
    }
  }
}
