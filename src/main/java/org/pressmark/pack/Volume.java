package org.pressmark.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.pressmark.archive.Digest;

/// A file of a package, put together from stretches of other files. However long it is, a buffer's
/// worth of it is in memory.
///
/// @param name from the package's root on, such as `archive/pressmark-00001.warc.gz`
record Volume(String name, List<Piece> pieces) {
  private static final int BUFFER_BYTES = 1 << 16;

  /// The bytes of a file from one offset up to another.
  record Piece(Path file, long from, long to) {
    /// This one and the next as one, where nothing lies between them.
    boolean meets(Piece next) {
      return file.equals(next.file) && to == next.from;
    }
  }

  /// What is to be known of a file before it is put into a package.
  record Sum(long bytes, String sha256, long crc32) {}

  Volume {
    pieces = joined(pieces);
  }

  /// The whole of a file.
  static Volume of(String name, Path file) throws IOException {
    return new Volume(name, List.of(new Piece(file, 0, Files.size(file))));
  }

  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!joined.isEmpty() && joined.getLast().meets(piece)) {
        Piece last = joined.removeLast();
        joined.add(new Piece(last.file(), last.from(), piece.to()));
      } else {
        joined.add(piece);
      }
    }
    return List.copyOf(joined);
  }

  Sum sum(LongConsumer done) throws IOException {
    return copy(OutputStream.nullOutputStream(), done);
  }

  /// Copies it, and says what was copied.
  Sum copy(OutputStream out, LongConsumer done) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    CRC32 crc32 = new CRC32();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    for (Piece piece : pieces) {
      try (FileChannel file = FileChannel.open(piece.file())) {
        for (long at = piece.from(); at < piece.to(); ) {
          int length = (int) Math.min(buffer.length, piece.to() - at);
          int read = file.read(ByteBuffer.wrap(buffer, 0, length), at);
          if (read < 0) {
            throw new IOException(piece.file() + ": ends at " + at + ", before its time;"
                + " `pressmark verify` tells what is there");
          }
          sha256.update(buffer, 0, read);
          crc32.update(buffer, 0, read);
          out.write(buffer, 0, read);
          at += read;
          bytes += read;
          done.accept(read);
        }
      }
    }
    return new Sum(bytes, Digest.hex(sha256.digest()), crc32.getValue());
  }

  /// @param sha256 that it has to have
  void requireSame(String sha256, Sum found) throws IOException {
    if (!found.sha256().equals(sha256)) {
      throw new IOException(pieces.getFirst().file() + ": its SHA-256 should be " + sha256
          + ", and is " + found.sha256()
          + "; if nothing writes to the archive now, it is damaged: see `pressmark verify`");
    }
  }
}
