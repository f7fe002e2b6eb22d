package org.pressmark.source.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.pressmark.source.unpack.Peeking;

/// A stream of bytes, line by line, none longer than memory allows.
public final class ByteLines {
  // A line this many times too long is not a line: a bomb of packed zeros would run for days.
  private static final int HOPELESS = 16;

  private final Peeking in;
  private final long maxBytes;
  private final byte[] buffer = new byte[Peeking.HEAD];
  private int position;
  private int limit;
  private long number;

  /// @param number of the line in its file, from 1
  /// @param bytes with the line's end; as far as the limit allows
  /// @param length how many bytes it has in the file
  public record Line(long number, byte[] bytes, long length) {
    /// A sign for each byte, whatever the charset is.
    public String signs() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public boolean isWhole() {
      return bytes.length == length;
    }

    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
          return false;
        }
      }
      return true;
    }

    public boolean startsWith(String signs) {
      byte[] start = signs.getBytes(StandardCharsets.ISO_8859_1);
      return bytes.length >= start.length
          && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
  }

  public ByteLines(Peeking in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /// The number of the line that was read last, or that the stream broke in.
  public long number() {
    return number;
  }

  /// Whether a line is so long that what is behind it is not worth waiting for.
  public static boolean isHopeless(long length, long maxBytes) {
    return length / HOPELESS > maxBytes;
  }

  /// The next line; empty at the end.
  public Optional<Line> next() throws IOException {
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = 0;
    while (length / HOPELESS <= maxBytes) {
      if (position == limit) {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        if (limit == 0) {
          break;
        }
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      boolean ends = end < limit;
      end += ends ? 1 : 0;
      length += end - position;
      bytes.write(buffer, position, (int)
          Math.max(0, Math.min(end - position, maxBytes - bytes.size())));
      position = end;
      if (ends) {
        break;
      }
    }
    return length == 0
        ? Optional.empty()
        : Optional.of(new Line(number, bytes.toByteArray(), length));
  }
}
