package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.json.ArticleJson;

/// The one writer an archive folder may have at a time. For one thread.
public final class ArchiveWriter implements Closeable {
  private final Folder folder;
  private final Clock clock;
  private final ArchiveOptions options;
  private final WriterLock lock;
  private final Card card;
  private final List<Repair> repairs = new ArrayList<>();
  private int file;
  private MemberWriter members;
  private Position committed;
  private boolean broken;

  private ArchiveWriter(Folder folder, Clock clock, ArchiveOptions options, WriterLock lock)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.options = options;
    this.lock = lock;
    this.card = card();
    NavigableSet<Integer> files = folder.files();
    if (files.isEmpty()) {
      file = 1;
      members = begin();
    } else {
      file = files.last();
      Tail.setAside(folder).ifPresent(repairs::add);
      FileChannel channel =
          FileChannel.open(folder.file(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
      members = new MemberWriter(channel, channel.size());
      if (channel.size() == 0) {
        write(Records.file(Folder.name(file), card.created(), now(), options));
      }
    }
    members.force();
    committed = position();
    Committed.write(folder, committed);
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  public static ArchiveWriter open(Path folder, Clock clock) throws IOException {
    return open(folder, clock, ArchiveOptions.DEFAULTS);
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  ///
  /// @throws ArchiveLockedException if another writer has it open
  public static ArchiveWriter open(Path folder, Clock clock, ArchiveOptions options)
      throws IOException {
    Folder place = new Folder(folder);
    Files.createDirectories(place.warc());
    WriterLock lock = WriterLock.take(place, clock.instant());
    try {
      return new ArchiveWriter(place, clock, options, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private Card card() throws IOException {
    if (!Files.exists(folder.card())) {
      Card card = Card.of(now(), options);
      card.write(folder);
      return card;
    }
    Card old = Card.read(folder);
    Card card = old.with(options);
    if (!card.equals(old)) {
      card.write(folder);
    }
    return card;
  }

  /// What an interrupted run had left behind and where it was set aside, a sentence each.
  public List<String> repairs() {
    return repairs.stream().map(Repair::toString).toList();
  }

  /// Appends a capture and its article. Not on disk for certain before [#commit].
  public Entry append(Outcome.Kept kept) throws IOException {
    requireSame(kept);
    return append(
        kept.capture(),
        kept,
        kept.article().reading().mediaType(),
        new Entry.Content.Kept(kept.article()));
  }

  /// Appends a capture and the reason why there is no article.
  public Entry append(Outcome.Rejected rejected) throws IOException {
    Capture capture = rejected.capture();
    return append(
        capture,
        rejected,
        capture.mediaType().orElse("application/octet-stream"),
        new Entry.Content.Rejected(rejected.problem()));
  }

  private static void requireSame(Outcome.Kept kept) {
    if (!kept.article().mark().equals(kept.capture().mark())
        || !kept.article().origin().equals(kept.capture().origin())) {
      throw new IllegalArgumentException(kept.capture() + " is not the capture of the article from "
          + kept.article().origin());
    }
  }

  private Entry append(Capture capture, Outcome outcome, String mediaType, Entry.Content content)
      throws IOException {
    Head head = Head.of(capture, now());
    byte[] story = ArticleJson.write(outcome).getBytes(StandardCharsets.UTF_8);
    WarcRecord captureRecord = Records.capture(head, capture.bytes(), mediaType);
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
    Position bytesAt = Head.read(folder, earlier.at()).first().orElse(earlier.at());
    Head first = Head.read(folder, bytesAt);
    Head head = Head.of(capture, now()).again(bytesAt);
    WarcRecord record = Records.revisit(head, Digest.of(capture.bytes()), first);
    Position at = room();
    write(record);
    return new Entry(
        at, position(), head.mark(), head.origin(), head.time(), new Entry.Content.Again());
  }
  /// Where the next entry goes: a new file if this one is long enough.
  private Position room() throws IOException {
    requireWhole();
    if (members.position() >= options.rotationBytes()) {
      commit();
      MemberWriter full = members;
      try {
        file++;
        members = begin();
        full.close();
      } catch (IOException e) {
        throw broken(e);
      }
      commit();
    }
    return position();
  }

  private MemberWriter begin() throws IOException {
    Path path = folder.file(file);
    FileChannel channel = FileChannel.open(
        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    MemberWriter fresh = new MemberWriter(channel, 0);
    write(Records.file(Folder.name(file), card.created(), now(), options), fresh);
    Folder.force(folder.warc());
    return fresh;
  }

  private void write(WarcRecord record) throws IOException {
    try {
      write(record, members);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static void write(WarcRecord record, MemberWriter to) throws IOException {
    new WarcWriter(to).write(record);
    to.finish();
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
      } catch (IOException e) {
        throw broken(e);
      }
      committed = position();
      Committed.write(folder, committed);
    }
    return committed;
  }

  /// After a failed write nothing more is appended, and what was not committed is cut off at once
  /// if the disk still allows it, or set aside at the next opening.
  private IOException broken(IOException cause) {
    broken = true;
    IOException failure = new IOException(
        folder.file(file) + ": writing failed ("
            + cause.getMessage()
            + "); all up to the last commit is safe: see to the disk, then run the"
            + " same command again",
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
        MemberWriter open = members) {
      if (!broken && open.isOpen()) {
        commit();
      }
    }
  }
}
