package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.article.Reading;
import org.pressmark.json.ArticleJson;

/// The one writer an archive folder may have at a time. For one thread.
public final class ArchiveWriter implements Closeable {
  private final Folder folder;
  private final Clock clock;
  private final ArchiveOptions options;
  private final WriterLock lock;
  private final Card card;
  private final List<String> repairs;
  private int file;
  private MemberWriter members;
  private Position committed;
  private boolean broken;

  private ArchiveWriter(
      Folder folder,
      Clock clock,
      ArchiveOptions options,
      WriterLock lock,
      Card card,
      List<String> repairs,
      int file,
      MemberWriter members) {
    this.folder = folder;
    this.clock = clock;
    this.options = options;
    this.lock = lock;
    this.card = card;
    this.repairs = repairs;
    this.file = file;
    this.members = members;
    this.committed = new Position(file, members.position());
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  public static ArchiveWriter open(Path folder, Clock clock) throws IOException {
    return open(folder, clock, ArchiveOptions.DEFAULTS);
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  ///
  /// @throws ArchiveLockedException if another writer has it open
  /// @throws OtherRulesException if its articles were made with other rules switched off
  public static ArchiveWriter open(Path folder, Clock clock, ArchiveOptions options)
      throws IOException {
    return open(new Folder(folder), clock, options);
  }

  static ArchiveWriter open(Folder folder, Clock clock, ArchiveOptions options) throws IOException {
    Files.createDirectories(folder.warc());
    WriterLock lock = WriterLock.take(folder, clock.instant());
    try {
      Card card = Card.keep(folder, clock.instant().truncatedTo(ChronoUnit.SECONDS), options);
      List<String> repairs = Tail.setAside(folder);
      NavigableSet<Integer> files = folder.files();
      int file = files.isEmpty() ? 1 : files.last();
      ArchiveWriter writer = new ArchiveWriter(
          folder, clock, options, lock, card, repairs, file, MemberWriter.open(folder, file));
      writer.begin();
      return writer;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// Sees to it that the file has its first record, and is on disk.
  private void begin() throws IOException {
    try {
      if (members.position() == 0) {
        write(Records.file(Folder.name(file), card.created(), now(), options));
        folder.disk().force(folder.warc());
      }
      members.force();
      committed = position();
      Committed.write(folder, committed);
    } catch (IOException e) {
      IOException failure = broken(e);
      members.close();
      throw failure;
    }
  }

  /// What an interrupted run had left behind and where it was set aside, a sentence each.
  public List<String> repairs() {
    return repairs;
  }

  /// Appends a capture and its article. Not on disk for certain before [#commit].
  public Entry append(Outcome.Kept kept) throws IOException {
    requireSame(kept);
    Reading reading = kept.article().reading();
    return append(
        kept.capture(),
        kept,
        Records.contentType(reading.mediaType(), reading.charset()),
        new Entry.Content.Kept(kept.article()));
  }

  /// Appends a capture and the reason why there is no article.
  public Entry append(Outcome.Rejected rejected) throws IOException {
    Capture capture = rejected.capture();
    return append(
        capture,
        rejected,
        Records.contentType(capture.mediaType().orElse(""), ""),
        new Entry.Content.Rejected(rejected.problem()));
  }

  private static void requireSame(Outcome.Kept kept) {
    if (!kept.article().mark().equals(kept.capture().mark())
        || !kept.article().origin().equals(kept.capture().origin())) {
      throw new IllegalArgumentException(kept.capture() + " is not the capture of the article from "
          + kept.article().origin());
    }
  }

  private Entry append(Capture capture, Outcome outcome, String contentType, Entry.Content content)
      throws IOException {
    Head head = Head.of(capture, now());
    byte[] story = ArticleJson.write(outcome).getBytes(StandardCharsets.UTF_8);
    WarcRecord captureRecord = Records.capture(head, capture.bytes(), contentType);
    WarcRecord storyRecord = Records.story(head, story);
    Position at = room();
    write(captureRecord);
    write(storyRecord);
    return new Entry(at, position(), head.mark(), head.origin(), head.time(), content);
  }

  /// Appends that the same bytes came again, from somewhere else.
  ///
  /// @param earlier an entry of the same bytes; it may be as fresh as the last one appended
  public Entry again(Capture capture, Entry earlier) throws IOException {
    if (!capture.mark().equals(earlier.mark())) {
      throw new IllegalArgumentException(
          capture + " does not have the bytes of the entry at " + earlier.at());
    }
    requireWhole();
    flush();
    Position bytesAt =
        Head.read(folder, earlier.at()).first().map(Head.First::at).orElse(earlier.at());
    Head first = Head.read(folder, bytesAt);
    Head head = Head.of(capture, now()).again(new Head.First(bytesAt, first.id()));
    WarcRecord record = Records.revisit(head, Digest.of(capture.bytes()), first);
    Position at = room();
    write(record);
    return new Entry(
        at, position(), head.mark(), head.origin(), head.time(), new Entry.Content.Again());
  }
  /// Where the next entry goes: into a new file if this one is long enough.
  private Position room() throws IOException {
    requireWhole();
    if (members.position() >= options.rotationBytes()) {
      commit();
      members.close();
      members = MemberWriter.open(folder, file + 1);
      file++;
      begin();
    }
    return position();
  }

  private void write(WarcRecord record) throws IOException {
    try {
      new WarcWriter(members).write(record);
      members.finish();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void flush() throws IOException {
    try {
      members.flush();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /// Forces all that was appended to the disk, and says up to where the archive is complete now.
  public Position commit() throws IOException {
    requireWhole();
    if (!position().equals(committed)) {
      try {
        members.force();
        committed = position();
        Committed.write(folder, committed);
      } catch (IOException e) {
        throw broken(e);
      }
    }
    return committed;
  }

  /// After a failed write nothing more is appended, and what was not committed is cut off at once
  /// if the disk still allows it, or set aside at the next opening.
  private IOException broken(IOException cause) {
    if (broken) {
      return cause;
    }
    broken = true;
    IOException failure = new IOException(
        folder.file(file) + ": writing failed (" + cause.getMessage()
            + "); all up to the last commit is safe: see to the disk, then run the same again",
        cause);
    try {
      members.abandon(file == committed.file() ? committed.offset() : 0);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private void requireWhole() throws IOException {
    if (broken) {
      throw new IOException(
          folder.root() + ": an earlier write failed; open the archive again to go on");
    }
  }

  private Position position() {
    return new Position(file, members.position());
  }

  /// Whole seconds: tools of WARC 1.0 know no others.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// Commits, if no write has failed, and lets others write.
  @Override
  public void close() throws IOException {
    try (lock;
        MemberWriter last = members) {
      if (!broken && last.isOpen()) {
        commit();
      }
    }
  }
}
