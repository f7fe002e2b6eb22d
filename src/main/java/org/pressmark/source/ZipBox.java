package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.ENCRYPTED;
import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.ByPieces;
import org.pressmark.source.unpack.Member;
import org.pressmark.source.unpack.Packing;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.Region;
import org.pressmark.source.unpack.TornException;

/// The files in a ZIP file, by the directory at its end, of which one record at a time is held.
final class ZipBox implements Box {
  private static final int HEADER = 0x04034b50;
  private static final int HEADER_LENGTH = 30;

  private final ZipFolder folder;
  private final Delivery delivery;
  private final Predicate<String> wanted;
  private final DataInputStream directory;
  private long read;
  private Optional<InputStream> open = Optional.empty();

  /// @param wanted tells by its name whether a file is read, or is a part of a package
  ZipBox(ZipFolder folder, Delivery delivery, Predicate<String> wanted) {
    this.folder = folder;
    this.delivery = delivery;
    this.wanted = wanted;
    directory = folder.records();
  }

  @Override
  public Optional<Item> next() throws IOException {
    closeMember();
    while (read < folder.count()) {
      Optional<ZipRecord> record = folder.next(directory);
      if (record.isEmpty()) {
        throw new TornException(
            MALFORMED,
            "the directory of the zip file is broken behind " + read + " of " + folder.count()
                + " files; those behind it were not read");
      }
      read++;
      if (!record.get().isFolder()) {
        return Optional.of(item(record.get()));
      }
    }
    return Optional.empty();
  }

  private Item item(ZipRecord record) throws IOException {
    if (!wanted.test(record.name())) {
      return new Item.Passed(record.name(), "other part of a WACZ file");
    }
    if (record.isLink()) {
      return new Item.Passed(record.name(), "link");
    }
    if (record.isEncrypted()) {
      return new Item.Lost(record.name(), new Problem(ENCRYPTED, "is protected with a password"));
    }
    try {
      InputStream in = new Checked(content(record), record);
      if (delivery.file().isPresent()) {
        delivery.nest().budget().pass(record.packed());
      }
      open = Optional.of(in);
      return new Item.File(
          record.name(), record.time(), new Member(in, delivery.nest().budget(), delivery.in()));
    } catch (TornException e) {
      return new Item.Lost(record.name(), e.problem());
    }
  }

  private InputStream content(ZipRecord record) throws IOException {
    long at = record.at() + folder.shift();
    ByteBuffer header = ByteBuffer.wrap(
            new Region(folder.file(), at, HEADER_LENGTH).readNBytes(HEADER_LENGTH))
        .order(ByteOrder.LITTLE_ENDIAN);
    if (at < 0 || header.limit() < HEADER_LENGTH || header.getInt(0) != HEADER) {
      throw new TornException(MALFORMED, "is not where the directory of the zip file says");
    }
    long start =
        at + HEADER_LENGTH + (header.getShort(26) & 0xFFFF) + (header.getShort(28) & 0xFFFF);
    if (record.packed() < 0 || start + record.packed() > folder.file().size()) {
      throw new TornException(MALFORMED, "is cut off: the zip file ends before it does");
    }
    Region packed = new Region(folder.file(), start, record.packed());
    return switch (record.method()) {
      case 0 -> packed;
      case 8 -> inflated(packed);
      case 9 -> new Deflate64CompressorInputStream(packed);
      case 12 -> new BZip2CompressorInputStream(new BufferedInputStream(packed));
      case 93 -> Packing.ZSTD.unpack(new Peeking(packed));
      case 95 -> new XZCompressorInputStream(packed);
      default ->
        throw new TornException(
            MALFORMED, "is packed in a way that is not known (method " + record.method() + ")");
    };
  }

  private static InputStream inflated(Region packed) {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(packed, inflater, 1 << 14) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  private void closeMember() throws IOException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    closeMember();
    folder.file().close();
  }

  /// Sees to it that what comes out is what went in.
  private static final class Checked extends ByPieces {
    private final InputStream in;
    private final ZipRecord record;
    private final CRC32 sum = new CRC32();
    private long bytes;

    Checked(InputStream in, ZipRecord record) {
      this.in = in;
      this.record = record;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      if (read > 0) {
        sum.update(target, offset, read);
        bytes += read;
      } else if (read < 0 && length > 0) {
        if (bytes < record.size()) {
          throw new EOFException("of " + record.size() + " bytes");
        }
        if (sum.getValue() != record.checksum()) {
          throw new TornException(
              MALFORMED, "is not what was packed: its checksum in the zip file is wrong");
        }
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
