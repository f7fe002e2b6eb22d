package org.pressmark.source.unpack;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Ways of packing one file, by the bytes that they begin with.
public enum Packing {
  // RFC 1952, 2.3.1, with deflate as the method.
  GZIP("gzip", 0x1f, 0x8b, 8) {
    @Override
    public InputStream unpack(Peeking in) throws IOException {
      return new GZIPInputStream(in, Peeking.HEAD);
    }
  },
  BZIP2("bzip2", 'B', 'Z', 'h') {
    @Override
    public InputStream unpack(Peeking in) throws IOException {
      return new BZip2CompressorInputStream(new BufferedInputStream(in), true);
    }
  },
  // The .xz File Format, 2.1.1.1.
  XZ("xz", 0xFD, '7', 'z', 'X', 'Z', 0) {
    @Override
    public InputStream unpack(Peeking in) throws IOException {
      return new XZInputStream(in, MAX_MEMORY_KIB);
    }
  },
  // RFC 8878, 3.1.1.
  ZSTD("zstd", 0x28, 0xB5, 0x2F, 0xFD) {
    @Override
    public InputStream unpack(Peeking in) throws IOException {
      return new ZstdInputStreamNoFinalizer(in);
    }
  };

  private static final int MAX_MEMORY_KIB = 192 << 10;

  private final String words;
  private final int[] sign;

  Packing(String words, int... sign) {
    this.words = words;
    this.sign = sign;
  }

  public static Optional<Packing> of(byte[] head) {
    for (Packing packing : values()) {
      if (packing.isIn(head)) {
        return Optional.of(packing);
      }
    }
    return Optional.empty();
  }

  public boolean isIn(byte[] head) {
    for (int i = 0; i < sign.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != sign[i]) {
        return false;
      }
    }
    return true;
  }

  public abstract InputStream unpack(Peeking in) throws IOException;

  /// The unpacked bytes. Reading them ends with a [TornException] where the packed ones are broken
  /// or cut off, or too many come out of them.
  public InputStream open(Peeking in, Budget budget) {
    return new Unpacked(this, in, budget);
  }

  /// How far packed bytes can be unpacked, if not to their end.
  ///
  /// @param maxBytes where it is no longer tried
  public Optional<TornException> damage(byte[] packed, long maxBytes) {
    Budget any = new Budget(Limits.DEFAULTS, () -> packed.length);
    try (InputStream in = open(new Peeking(new ByteArrayInputStream(packed)), any)) {
      byte[] buffer = new byte[Peeking.HEAD];
      long bytes = 0;
      for (int read = in.read(buffer); read >= 0 && bytes <= maxBytes; read = in.read(buffer)) {
        bytes += read;
      }
      return Optional.empty();
    } catch (TornException e) {
      return Optional.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be read", e);
    }
  }

  /// @param bytes how many could be unpacked
  public TornException torn(long bytes) {
    String data = "the " + words + " data is broken ";
    return bytes == 0
        ? new TornException(MALFORMED, data + "before the first byte")
        : new TornException(
            MALFORMED, data + "or cut off", ": only " + bytes + " bytes could be unpacked");
  }
}
