package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.ENCRYPTED;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.pressmark.article.Origin;
import org.pressmark.source.unpack.ByPieces;
import org.pressmark.source.unpack.TornException;

/// The files in a 7z file. Its directory stands at its end, so it is not read as a stream.
final class SevenZipBox implements Box {
  private static final int MAX_MEMORY_KIB = 192 << 10;
  private static final int LINK_MODE = 0xA000;
  private static final int MODE_MASK = 0xF000;

  private final Delivery delivery;
  private final SevenZFile archive;

  private SevenZipBox(Delivery delivery, SevenZFile archive) {
    this.delivery = delivery;
    this.archive = archive;
  }

  static boolean isIn(Origin origin, byte[] head) {
    return SevenZFile.matches(head, head.length);
  }

  static Documents open(Delivery delivery) throws IOException {
    return Unboxing.of(delivery, () -> box(delivery));
  }

  private static SevenZipBox box(Delivery delivery) throws IOException {
    SeekableByteChannel channel = channel(delivery);
    try {
      return new SevenZipBox(
          delivery,
          SevenZFile.builder()
              .setSeekableByteChannel(channel)
              .setMaxMemoryLimitKiB(MAX_MEMORY_KIB)
              .get());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw torn(e);
    }
  }

  private static SeekableByteChannel channel(Delivery delivery) throws IOException {
    if (delivery.file().isPresent()) {
      return FileChannel.open(delivery.file().get());
    }
    try {
      return new SeekableInMemoryByteChannel(delivery.bytes());
    } catch (Delivery.TooLargeException e) {
      throw new TornException(
          OVERSIZED,
          "is a 7z archive of more than " + delivery.options().maxBytes()
              + " bytes that is not a file by itself; unpack it first");
    }
  }

  private static TornException torn(Exception e) {
    return e instanceof PasswordRequiredException
        ? new TornException(ENCRYPTED, "is protected with a password")
        : new TornException(MALFORMED, "the 7z archive is broken or cut off: " + e.getMessage());
  }

  @Override
  public Optional<Item> next() throws IOException {
    try {
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (!entry.isDirectory() && !entry.isAntiItem()) {
          return Optional.of(item(entry));
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw e instanceof TornException told ? told : torn(e);
    }
  }

  private Item item(SevenZArchiveEntry entry) {
    String name = Optional.ofNullable(entry.getName()).orElse("");
    boolean isLink = entry.getHasWindowsAttributes()
        && (entry.getWindowsAttributes() >>> 16 & MODE_MASK) == LINK_MODE;
    if (isLink) {
      return new Item.Passed(name, "link");
    }
    Optional<Instant> time = entry.getHasLastModifiedDate()
        ? Optional.of(entry.getLastModifiedTime().toInstant())
        : Optional.empty();
    return new Item.File(name, time, new Content());
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  /// The bytes of the entry at hand.
  private final class Content extends ByPieces {
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = archive.read(target, offset, length);
        delivery.nest().budget().unpack(Math.max(0, read));
        return read;
      } catch (TornException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw torn(e);
      }
    }
  }
}
