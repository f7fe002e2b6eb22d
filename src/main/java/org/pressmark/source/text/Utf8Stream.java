package org.pressmark.source.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pressmark.source.unpack.ByPieces;
import org.pressmark.source.unpack.Peeking;

/// Text in UTF-16 or UTF-32 as UTF-8, in which line ends and delimiters are bytes.
public final class Utf8Stream extends ByPieces {
  private final Reader text;
  private final char[] signs = new char[1 << 13];
  private byte[] bytes = {};
  private int position;
  private char waiting; // the first half of a pair; 0 where there is none

  private Utf8Stream(Reader text) {
    this.text = text;
  }

  /// The stream itself, unless its beginning says that it is wider.
  public static Peeking of(Peeking in) throws IOException {
    Optional<Charset> charset = wide(in.head());
    if (charset.isEmpty()) {
      return in;
    }
    return new Peeking(new Utf8Stream(new InputStreamReader(in, charset.get())));
  }

  /// As much as can be told of the beginning of a stream.
  public static byte[] narrow(byte[] head) {
    return wide(head)
        .map(charset -> new String(head, charset).getBytes(StandardCharsets.UTF_8))
        .orElse(head);
  }

  private static Optional<Charset> wide(byte[] head) {
    Optional<Charset> marked = Bom.of(head).map(Bom::charset);
    Charset charset = marked.orElseGet(() -> head.length > 1 && (head[0] == 0 || head[1] == 0)
        ? Decoder.decode(head, Optional.empty()).charset()
        : StandardCharsets.UTF_8);
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
        ? Optional.of(charset)
        : Optional.empty();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (position == bytes.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, into, offset, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    int start = waiting == 0 ? 0 : 1;
    signs[0] = waiting;
    waiting = 0;
    int read = text.read(signs, start, signs.length - start);
    int length = start + Math.max(0, read);
    if (length == 0) {
      return false;
    }
    if (read > 0 && Character.isHighSurrogate(signs[length - 1])) {
      waiting = signs[--length];
    }
    bytes = new String(signs, 0, length).getBytes(StandardCharsets.UTF_8);
    position = 0;
    return bytes.length > 0 || fill();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
