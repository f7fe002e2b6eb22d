package org.pressmark.source.unpack;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a file in order, of which the last ones can be looked at once more.
public final class Rewinding {
  private static final int CAPACITY = 1 << 19;
  // Of what was read, so much at least can be read again: two blocks of zstd (RFC 8878, 3.1.1.2.4).
  private static final int KEPT = 1 << 18;

  private final InputStream in;
  private final byte[] bytes = new byte[CAPACITY];
  private long base;
  private int position;
  private int limit;

  /// @param offset how many bytes lie before
  public Rewinding(InputStream in, long offset) {
    this.in = in;
    this.base = offset;
  }

  /// How many bytes lie before the next one.
  public long at() {
    return base + position;
  }

  /// Goes back to a place, or as near to it as can be.
  public void rewind(long at) {
    position = (int) Math.max(0, at - base);
  }

  /// The next byte, or -1 at the end.
  public int read() throws IOException {
    return available() == 0 ? -1 : bytes[position++] & 0xFF;
  }

  public void skip(int count) {
    position += count;
  }

  /// The array that holds what comes next, from [#offset] on.
  public byte[] array() {
    return bytes;
  }

  public int offset() {
    return position;
  }

  /// How many bytes can be taken at once: 0 only at the end.
  public int available() throws IOException {
    if (position == limit) {
      if (limit == CAPACITY) {
        int gone = CAPACITY - KEPT;
        System.arraycopy(bytes, gone, bytes, 0, KEPT);
        base += gone;
        position -= gone;
        limit -= gone;
      }
      limit += Math.max(0, in.read(bytes, limit, CAPACITY - limit));
    }
    return limit - position;
  }
}
