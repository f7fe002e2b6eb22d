package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.ByPieces;
import org.pressmark.source.unpack.Member;
import org.pressmark.source.unpack.TornException;

/// The files in a TAR file (POSIX.1, pax, "ustar interchange format"; and the older forms).
final class TarBox implements Box {
  private static final int BLOCK = 512;
  private static final int SUM_AT = 148;
  private static final int SUM_LENGTH = 8;
  private static final int MAGIC_AT = 257;
  private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

  private final Delivery delivery;
  private final Tail raw;
  private TarArchiveInputStream tar;

  private TarBox(Delivery delivery) {
    this.delivery = delivery;
    raw = new Tail(delivery.in());
    tar = open(raw);
  }

  static boolean isIn(Origin origin, byte[] head) {
    return head.length >= BLOCK && isHeader(head);
  }

  static Documents open(Delivery delivery) throws IOException {
    return Unboxing.of(delivery, () -> new TarBox(delivery));
  }

  private static boolean isHeader(byte[] bytes) {
    return Arrays.equals(bytes, MAGIC_AT, MAGIC_AT + MAGIC.length, MAGIC, 0, MAGIC.length)
        || isChecksumRight(bytes);
  }

  /// The oldest files have no magic, but the sum of the header's bytes, in octal digits.
  private static boolean isChecksumRight(byte[] bytes) {
    String said = new String(bytes, SUM_AT, SUM_LENGTH, StandardCharsets.US_ASCII)
        .replace('\0', ' ')
        .strip();
    if (said.isEmpty() || !said.chars().allMatch(sign -> sign >= '0' && sign <= '7')) {
      return false;
    }
    int sum = SUM_LENGTH * ' ';
    for (int at = 0; at < BLOCK; at++) {
      sum += at >= SUM_AT && at < SUM_AT + SUM_LENGTH ? 0 : bytes[at] & 0xFF;
    }
    return sum == Integer.parseInt(said, 8);
  }

  private static TarArchiveInputStream open(InputStream in) {
    return new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
  }

  @Override
  public Optional<Item> next() throws IOException {
    try {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isCheckSumOK()) {
          return Optional.of(goOn("a header whose checksum is wrong"));
        }
        if (!entry.isDirectory()) {
          return Optional.of(item(entry));
        }
      }
    } catch (TornException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (delivery.in().isBroken()) {
        throw e;
      }
      return Optional.of(goOn("a header that cannot be read"));
    }
    if (!raw.hasEnded()) {
      throw new TornException(
          MALFORMED, "the tar archive has no end mark: it was cut off at byte " + raw.bytes);
    }
    return Optional.empty();
  }

  private Item item(TarArchiveEntry entry) {
    String name = entry.getName();
    if (entry.isSymbolicLink() || entry.isLink()) {
      return new Item.Passed(name, "link");
    }
    if (entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
      return new Item.Passed(name, "neither a file nor a folder");
    }
    Optional<Instant> time =
        Optional.ofNullable(entry.getLastModifiedTime()).map(stamp -> stamp.toInstant());
    InputStream open = new FilterInputStream(tar) {
      @Override
      public void close() {
        // The archive goes on.
      }
    };
    return new Item.File(name, time, new Member(open, delivery.nest().budget(), delivery.in()));
  }

  /// Looks for the next header: all of them begin at a multiple of a block.
  private Item goOn(String what) throws IOException {
    long from = raw.bytes;
    raw.skipNBytes((BLOCK - from % BLOCK) % BLOCK);
    byte[] block = raw.readNBytes(BLOCK);
    while (block.length == BLOCK && !isHeader(block)) {
      block = raw.readNBytes(BLOCK);
    }
    String place = "the tar archive has, before byte " + from + ", " + what;
    if (block.length < BLOCK) {
      tar = open(InputStream.nullInputStream());
      raw.ended = true;
      return new Item.Lost("", new Problem(MALFORMED, place + "; nothing behind it could be read"));
    }
    tar = open(new SequenceInputStream(new ByteArrayInputStream(block), raw));
    String goesOn = "; reading goes on at byte " + (raw.bytes - BLOCK);
    return new Item.Lost("", new Problem(MALFORMED, place + goesOn));
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /// Knows how many bytes were read, and how many zeros were the last.
  private static final class Tail extends ByPieces {
    private final InputStream in;
    private long bytes;
    private long zeros;
    private boolean ended;

    Tail(InputStream in) {
      this.in = in;
    }

    /// Whether a whole block of zeros was the last thing that was read, as it must be.
    boolean hasEnded() {
      return ended || zeros >= BLOCK + bytes % BLOCK;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      bytes += Math.max(0, read);
      int last = offset + read - 1;
      while (last >= offset && target[last] == 0) {
        last--;
      }
      if (read > 0) {
        int more = offset + read - 1 - last;
        zeros = more == read ? zeros + read : more;
      }
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
