package org.pressmark.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Packed files, and what is wrong with those that can not be unpacked.
final class Gzip {
  private Gzip() {}

  /// A file that ends too early, or whose bytes are not what was packed.
  static final class TornException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param bytes how many could be unpacked
    TornException(long bytes) {
      super(
          bytes == 0
              ? "the gzip data is broken before the first byte"
              : "the gzip data is broken or cut off: only " + bytes + " bytes could be unpacked");
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  // RFC 1952, 2.3.1, with deflate as the method.
  static boolean isIn(byte[] head) {
    return head.length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
  }

  /// How far packed bytes can be unpacked, if not to their end.
  ///
  /// @param maxBytes where it is no longer tried
  static Optional<TornException> damage(byte[] packed, long maxBytes) {
    long bytes = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] buffer = new byte[Peeking.HEAD];
      for (int read = in.read(buffer); read >= 0 && bytes <= maxBytes; read = in.read(buffer)) {
        bytes += read;
      }
      return Optional.empty();
    } catch (EOFException | ZipException e) {
      return Optional.of(new TornException(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be read", e);
    }
  }
}
