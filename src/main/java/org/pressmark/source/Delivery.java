package org.pressmark.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.Peeking;

/// Bytes that lie at one place and are about to be opened: of a file, or of what is inside one.
///
/// @param in not yet read, but for what was looked at; whoever opens it closes it
/// @param time when it was last changed, where known
/// @param file the file that `in` is, byte for byte, where there is one
/// @param nest what it lies in, and how much may still come out of that
record Delivery(Origin origin, Peeking in, Optional<Instant> time, Optional<Path> file, Nest nest) {

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /// The same, unpacked.
  Delivery unpacked(InputStream content) {
    return new Delivery(origin, new Peeking(content), time, Optional.empty(), nest);
  }

  /// The same, with so many bytes of it in memory.
  Delivery holding(long bytes) {
    return new Delivery(origin, in, time, file, nest.holding(bytes));
  }

  SourceOptions options() {
    return nest.options();
  }

  /// One document, at the place itself.
  Capture capture(byte[] bytes) {
    return new Capture(origin, bytes, Optional.empty(), Optional.empty(), time);
  }

  /// All that is still to be read.
  ///
  /// @throws TooLargeException if it is more than the largest document
  byte[] bytes() throws IOException {
    return bytes(in);
  }

  /// @param content is read instead of what was delivered
  byte[] bytes(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes((int) Math.min(options().maxBytes(), LONGEST_ARRAY - 1) + 1);
    if (bytes.length > options().maxBytes()) {
      throw new TooLargeException();
    }
    return bytes;
  }

  /// Nothing but the reason why nothing could be had here.
  Documents lost(Problem problem) {
    in.closeQuietly();
    return Documents.of(new Found.Lost(origin, problem));
  }

  /// There are more bytes than the largest document may have.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
