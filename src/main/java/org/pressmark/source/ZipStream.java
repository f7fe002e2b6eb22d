package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.ENCRYPTED;
import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.ByPieces;
import org.pressmark.source.unpack.Member;
import org.pressmark.source.unpack.TornException;

/// The files in a ZIP file whose directory is missing or too far away: by what stands before each.
final class ZipStream implements Box {
  private final Delivery delivery;
  private final Predicate<String> wanted;
  private final ZipArchiveInputStream zip;
  private final Ending ending;
  private long files;

  /// @param in all of the file
  ZipStream(Delivery delivery, InputStream in, Predicate<String> wanted) {
    this.delivery = delivery;
    this.wanted = wanted;
    ending = new Ending(in);
    zip = new ZipArchiveInputStream(ending, "UTF-8", true, false, true);
  }

  @Override
  public Optional<Item> next() throws IOException {
    try {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files++;
        if (!entry.isDirectory()) {
          return Optional.of(item(entry));
        }
      }
    } catch (TornException e) {
      throw e;
    } catch (UnsupportedZipFeatureException e) {
      throw new TornException(
          MALFORMED,
          "the zip file does not say where its files end, and its directory could not be used: "
              + files + " files were read");
    } catch (IOException | RuntimeException e) {
      if (delivery.in().isBroken()) {
        throw e;
      }
      throw torn();
    }
    if (!ending.isDirectoryEnd()) {
      throw torn();
    }
    return Optional.empty();
  }

  private TornException torn() {
    return new TornException(
        MALFORMED,
        "the end of the zip file, with its directory, is missing: it was cut off behind " + files
            + " files");
  }

  private Item item(ZipArchiveEntry entry) {
    String name =
        ZipRecord.name(entry.getRawName(), entry.getGeneralPurposeBit().usesUTF8ForNames());
    if (!wanted.test(name)) {
      return new Item.Passed(name, "other part of a WACZ file");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return new Item.Lost(name, new Problem(ENCRYPTED, "is protected with a password"));
    }
    Optional<Instant> time =
        Optional.ofNullable(entry.getLastModifiedTime()).map(stamp -> stamp.toInstant());
    InputStream open = new FilterInputStream(zip) {
      @Override
      public void close() {
        // The archive goes on.
      }
    };
    return new Item.File(name, time, new Member(open, delivery.nest().budget(), delivery.in()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// Remembers the last bytes, to tell whether they were the end of a directory.
  private static final class Ending extends ByPieces {
    private final InputStream in;

    // The end record, its comment and what the library reads at once (APPNOTE, 4.3.16).
    private final byte[] last = new byte[1 << 17];
    private long bytes;

    Ending(InputStream in) {
      this.in = in;
    }

    boolean isDirectoryEnd() {
      for (long at = Math.max(0, bytes - last.length); at + 4 <= bytes; at++) {
        if (sign(at) == 'P' && sign(at + 1) == 'K' && sign(at + 2) == 5 && sign(at + 3) == 6) {
          return true;
        }
      }
      return false;
    }

    private byte sign(long at) {
      return last[(int) (at % last.length)];
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      for (int i = Math.max(0, read - last.length); i < read; i++) {
        last[(int) ((bytes + i) % last.length)] = target[offset + i];
      }
      bytes += Math.max(0, read);
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
