package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.json.ArticleJson;

/// Walks through an archive's files from one entry to the next, over damaged places too.
final class Walk implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] MEMBER = {0x1f, (byte) 0x8b, 8};

  /// What stands at one place.
  sealed interface Step {
    Position at();

    Position end();

    /// A capture, the request for it where that was kept, and what became of it. Of a copy nothing
    /// became, and a later version has no capture.
    record Pair(Position at, Position end, Head head, Optional<byte[]> story, Entry.Version version)
        implements Step {
      Entry entry() throws DamageException {
        return new Entry(
            at, end, head.mark(), head.origin(), head.time(), content(), head.retrieval(), version);
      }

      boolean isLater() {
        return version.before().isPresent();
      }

      private Entry.Content content() throws DamageException {
        if (story.isEmpty()) {
          return new Entry.Content.Again();
        }
        try {
          return ArticleJson.content(new String(story.get(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          throw new DamageException(String.valueOf(e.getMessage()), e);
        }
      }
    }

    /// A record that is no part of an entry, such as the one that opens each file.
    record Other(Position at, Position end) implements Step {}

    /// What a repair has put in the place of damaged bytes.
    record Void(Position at, Position end) implements Step {}

    /// Bytes that cannot be read, and readable ones or another file behind them.
    record Gap(Position at, Position end, String what) implements Step {}

    /// Bytes at the end of the last file that are not a whole entry, or not yet.
    record Tail(Position at, Position end, String what) implements Step {}
  }

  private final Folder folder;
  private final RecordReader.Care care;
  private int file;
  private Optional<RecordReader> reader = Optional.empty();
  private Optional<Step> behindGap = Optional.empty();
  private boolean finished;

  /// @param from where a record begins or a file ends
  Walk(Folder folder, Position from, RecordReader.Care care) throws IOException {
    this.folder = folder;
    this.care = care;
    this.file = from.file();
    if (Files.exists(folder.file(file)) && from.offset() > 0) {
      open(from.offset());
    } else {
      file--;
    }
  }

  /// The entry that begins where this walk does.
  Entry entryHere() throws IOException {
    Optional<Step> step = reader.isPresent() ? step(reader.get().position()) : Optional.empty();
    if (step.isPresent() && step.get() instanceof Step.Pair pair) {
      return pair.entry();
    }
    throw RecordReader.noRecord();
  }

  Optional<Step> next() throws IOException {
    if (behindGap.isPresent()) {
      Optional<Step> step = behindGap;
      behindGap = Optional.empty();
      return step;
    }
    while (!finished) {
      if (reader.isEmpty() && !openNextFile()) {
        break;
      }
      long at = reader.orElseThrow().position();
      try {
        Optional<Step> step = step(at);
        if (step.isPresent()) {
          return step;
        }
        closeFile();
      } catch (DamageException e) {
        return Optional.of(damaged(at, e.what()));
      }
    }
    return Optional.empty();
  }

  private boolean openNextFile() throws IOException {
    Integer next = folder.files().higher(file);
    if (next == null) {
      return false;
    }
    file = next;
    open(0);
    return true;
  }

  private void open(long offset) throws IOException {
    closeFile();
    reader = Optional.of(RecordReader.open(folder.file(file), offset, care));
  }

  private void closeFile() throws IOException {
    if (reader.isPresent()) {
      reader.get().close();
      reader = Optional.empty();
    }
  }

  /// Empty at the end of the file.
  private Optional<Step> step(long at) throws IOException {
    RecordReader record = reader.orElseThrow();
    if (!record.next()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (record.type()) {
          case "resource", "response", "revisit" -> capture(at, record);
          case "conversion" -> later(at, record);
          case "request" -> throw new DamageException("a request, and no answer before it");
          case Filler.TYPE -> {
            record.skip();
            yield new Step.Void(position(at), position(record.position()));
          }
          default -> {
            record.skip();
            yield new Step.Other(position(at), position(record.position()));
          }
        });
  }

  private Step capture(long at, RecordReader record) throws IOException {
    boolean isRevisit = record.type().equals("revisit");
    Head head = Head.read(record.fields());
    passCapture(record, head);
    if (head.wire().flatMap(Head.Wire::request).isPresent()) {
      Document.beginRequest(record, head);
      record.skip();
    }
    return isRevisit || head.first().isPresent()
        ? new Step.Pair(
            position(at),
            position(record.position()),
            head,
            Optional.empty(),
            Entry.Version.UNKNOWN)
        : pair(at, record, head);
  }

  private Step later(long at, RecordReader record) throws IOException {
    Entry.Version version = Head.version(record.fields());
    if (version.before().isEmpty() || record.field(Head.FIRST).isEmpty()) {
      throw new DamageException("an article, and no capture before it");
    }
    Head head = Head.read(record.fields());
    byte[] story = record.bytes();
    return new Step.Pair(
        position(at), position(record.position()), head, Optional.of(story), version);
  }

  private Step pair(long at, RecordReader record, Head head) throws IOException {
    if (!isStoryOf(record, head)) {
      throw new DamageException("a capture, and not what became of it behind it");
    }
    long storyAt = record.start();
    try {
      Entry.Version version = Head.version(record.fields());
      byte[] story = record.bytes();
      return new Step.Pair(
          position(at), position(record.position()), head, Optional.of(story), version);
    } catch (DamageException e) {
      throw new DamageException(
          e.what() + ", in the record of the article, which begins at " + storyAt, e);
    }
  }

  private static boolean isStoryOf(RecordReader record, Head head) throws IOException {
    long at = record.position();
    try {
      return record.next()
          && record.type().equals("conversion")
          && record.field("WARC-Refers-To").equals(Optional.of("<" + head.id() + ">"));
    } catch (DamageException e) {
      throw new DamageException(
          e.what() + ", in the record of the article, which begins at " + at, e);
    }
  }

  private void passCapture(RecordReader record, Head head) throws IOException {
    Document.Kind kind = Document.Kind.of(record.type());
    if (care == RecordReader.Care.CHECKSUM || kind == Document.Kind.REVISIT) {
      record.skip();
    } else if (kind == Document.Kind.RESPONSE) {
      Document.read(record).requireWhole();
    } else {
      MessageDigest sha256 = Digest.sha256();
      record.block(sha256::update);
      head.requireMark(Mark.ofSha256(sha256.digest()));
    }
  }

  /// Looks for the next entry that can be read, and tells what lies before it.
  private Step damaged(long at, String what) throws IOException {
    Optional<Step> next = nextWhole(at + 1);
    Position end = next.map(Step::at).orElse(position(Files.size(folder.file(file))));
    if (next.isEmpty() && folder.files().higher(file) == null) {
      finished = true;
      return new Step.Tail(position(at), end, what);
    }
    Optional<Step> finishedNow = tryStep(at);
    if (finishedNow.isPresent()) {
      return finishedNow.get(); // a writer at work has finished it since
    }
    if (next.isPresent()) {
      open(next.get().end().offset());
    } else {
      closeFile();
    }
    behindGap = next;
    return new Step.Gap(position(at), end, what);
  }

  private Optional<Step> nextWhole(long from) throws IOException {
    Path path = folder.file(file);
    for (long at = member(path, from); at >= 0; at = member(path, at + 1)) {
      Optional<Step> step = tryStep(at);
      if (step.isPresent()) {
        return step;
      }
    }
    return Optional.empty();
  }

  private Optional<Step> tryStep(long at) throws IOException {
    open(at);
    try {
      return step(at);
    } catch (DamageException e) {
      return Optional.empty();
    }
  }

  /// The first place from an offset on where a gzip member may begin, or -1.
  private static long member(Path path, long from) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
      int known = 0; // how many bytes of the beginning were just seen
      for (long at = from; channel.read(bytes.clear(), at) > 0; at += bytes.limit()) {
        bytes.flip();
        for (int i = 0; i < bytes.limit(); i++) {
          byte b = bytes.get(i);
          known = b == MEMBER[known] ? known + 1 : b == MEMBER[0] ? 1 : 0;
          if (known == MEMBER.length) {
            return at + i + 1 - MEMBER.length;
          }
        }
      }
    }
    return -1;
  }

  private Position position(long offset) {
    return new Position(file, offset);
  }

  @Override
  public void close() throws IOException {
    closeFile();
  }
}
