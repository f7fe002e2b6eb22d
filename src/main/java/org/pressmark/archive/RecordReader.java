package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcParser;
import org.pressmark.article.Position;

/// The records of one file, one after another: first [#next], then the block, once.
///
/// Stricter than jwarc's own reader: checksums are checked, a record fills its gzip member exactly,
/// and it is known where each one ends.
final class RecordReader implements Closeable {
  private static final byte[] TRAILER = {'\r', '\n', '\r', '\n'};
  private static final int PIECE_BYTES = 1 << 13;

  /// Of a record's header; an archive's own are a few kB long. Others unpack to gigabytes.
  private static final int MAX_HEAD_BYTES = 16 << 20;

  /// How closely to look at what is read.
  enum Care {
    /// At each gzip member's checksum.
    CHECKSUM,
    /// At each block's digest too, which takes longer.
    DIGEST
  }

  private final MemberReader members;
  private final Care care;
  private final ByteBuffer buffer = ByteBuffer.allocate(PIECE_BYTES);
  private final WarcParser parser = new WarcParser();
  private MessageHeaders fields = MessageHeaders.of();
  private long length;
  private long start;

  private RecordReader(MemberReader members, Care care) {
    this.members = members;
    this.care = care;
  }

  static RecordReader open(Path file, long offset, Care care) throws IOException {
    return new RecordReader(new MemberReader(FileChannel.open(file), offset), care);
  }

  /// The header of the one record that begins here.
  static RecordReader open(Folder folder, Position at, Care care) throws IOException {
    Path file = folder.file(at.file());
    if (at.offset() <= 0 || !Files.exists(file) || Files.size(file) <= at.offset()) {
      throw noRecord();
    }
    RecordReader reader = open(file, at.offset(), care);
    try {
      if (!reader.next()) {
        throw noRecord();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  static DamageException noRecord() {
    return new DamageException("no document begins here; the position is of another archive, or of"
        + " another state of it: delete the index, it will be made again");
  }

  /// Where the next record begins, once the block was read.
  long position() {
    return members.position();
  }

  /// Where the record begins whose header was read last.
  long start() {
    return start;
  }

  /// Reads the header of the next record; false if the file ends here.
  boolean next() throws IOException {
    start = members.position();
    if (!members.open()) {
      return false;
    }
    buffer.clear().flip();
    parser.reset();
    try {
      if (!parser.parse(new Bounded(), buffer)
          || !parser.version().getProtocol().equals("WARC")) {
        throw new DamageException("not a WARC record");
      }
      fields = parser.headers();
      length = Long.parseLong(field("Content-Length").orElse(""));
    } catch (EOFException | ParsingException e) {
      throw new DamageException("not a whole WARC header", e);
    } catch (NumberFormatException e) {
      throw new DamageException("a WARC record that does not say how long it is", e);
    }
    if (length < 0) {
      throw new DamageException("a WARC record of " + length + " bytes");
    }
    return true;
  }

  /// As much of the record as its header may be long.
  private final class Bounded implements ReadableByteChannel {
    private int bytes;

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (bytes > MAX_HEAD_BYTES) {
        throw new DamageException("a WARC header of more than " + (MAX_HEAD_BYTES >> 20) + " MiB");
      }
      int read = members.read(target);
      bytes += Math.max(0, read);
      return read;
    }

    @Override
    public boolean isOpen() {
      return members.isOpen();
    }

    @Override
    public void close() {}
  }

  MessageHeaders fields() {
    return fields;
  }

  Optional<String> field(String name) throws DamageException {
    try {
      return fields.sole(name);
    } catch (IllegalArgumentException e) {
      throw new DamageException("a header with more than one " + name, e);
    }
  }

  String type() throws DamageException {
    return field("WARC-Type").orElse("");
  }

  void skip() throws IOException {
    block(piece -> {});
  }

  byte[] bytes() throws IOException {
    if (length > Integer.MAX_VALUE - 8) {
      throw new DamageException("a record of " + length + " bytes, more than can be held at once");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(length, 1 << 20));
    block(piece -> bytes.write(piece.array(), piece.arrayOffset(), piece.remaining()));
    return bytes.toByteArray();
  }

  /// Hands the block over piece by piece, and sees to it that it is what was written and that the
  /// record ends behind it.
  void block(Consumer<ByteBuffer> taker) throws IOException {
    Optional<String> digest = field("WARC-Block-Digest").filter(said -> care == Care.DIGEST);
    if (digest.isPresent()) {
      MessageDigest running = digester(digest.get());
      pieces(taker.andThen(piece -> running.update(piece.rewind())));
      requireSame(digest.get(), running.digest());
    } else {
      pieces(taker);
    }
  }

  private static MessageDigest digester(String said) throws DamageException {
    try {
      return new WarcDigest(said).getDigester();
    } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
      throw new DamageException("a digest that cannot be checked: " + said, e);
    }
  }

  private static void requireSame(String said, byte[] found) throws DamageException {
    try {
      if (!Arrays.equals(new WarcDigest(said).bytes(), found)) {
        throw new DamageException("the block is not the one that was written: its digest should be "
            + said + ", and is " + HexFormat.of().formatHex(found));
      }
    } catch (IllegalArgumentException e) {
      throw new DamageException("a digest that cannot be read: " + said, e);
    }
  }

  private void pieces(Consumer<ByteBuffer> taker) throws IOException {
    long left = length;
    while (left > 0) {
      if (!fill()) {
        throw new DamageException("a record shorter than it says");
      }
      int bytes = (int) Math.min(left, buffer.remaining());
      taker.accept(buffer.slice(buffer.position(), bytes));
      buffer.position(buffer.position() + bytes);
      left -= bytes;
    }
    for (byte expected : TRAILER) {
      if (!fill() || buffer.get() != expected) {
        throw new DamageException("a record that does not end where it says");
      }
    }
    if (fill()) {
      throw new DamageException("a record longer than it says");
    }
  }

  /// Reads on if the buffer is used up; false at the end of the record.
  private boolean fill() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      members.read(buffer);
      buffer.flip();
    }
    return buffer.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
