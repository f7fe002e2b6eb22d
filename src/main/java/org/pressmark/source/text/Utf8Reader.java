package org.pressmark.source.text;

import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// Bytes of UTF-8 as characters, as Java's own decoder gives them: one U+FFFD for each sequence
/// that is none.
///
/// Java's own reads ASCII eight bytes at a time up to the first letter that is none, and byte by
/// byte from there on; this one does so between any two.
public final class Utf8Reader extends Reader {
  private static final char REPLACEMENT = '\uFFFD';

  // From here on the processor's own way to widen many bytes at once is worth a copy.
  private static final int LONG = 64;

  private final byte[] bytes;
  private int at;
  private char waiting; // the second half of a pair that had no room; 0 where there is none

  public Utf8Reader(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    int to = offset;
    int end = offset + length;
    if (waiting != 0 && to < end) {
      into[to++] = waiting;
      waiting = 0;
    }
    while (to < end && at < bytes.length) {
      int ascii = Utf8Scan.nextBeyondAscii(bytes, at, Math.min(bytes.length, at + end - to)) - at;
      if (ascii > LONG) {
        new String(bytes, at, ascii, StandardCharsets.ISO_8859_1).getChars(0, ascii, into, to);
      } else {
        for (int i = 0; i < ascii; i++) {
          into[to + i] = (char) bytes[at + i];
        }
      }
      to += ascii;
      at += ascii;
      while (to < end && at < bytes.length && bytes[at] < 0) {
        to = decode(into, to, end);
      }
    }
    return to == offset && length > 0 ? -1 : to - offset;
  }

  /// Decodes one sequence.
  private int decode(char[] into, int to, int end) {
    int length = Utf8Scan.length(bytes[at]);
    int valid = Utf8Scan.valid(bytes, at, length);
    if (length == 0 || valid < length || Utf8Scan.isSurrogate(bytes, at)) {
      at += Math.max(1, valid);
      into[to] = REPLACEMENT;
      return to + 1;
    }
    int letter = bytes[at] & 0xff >> length + 1;
    for (int i = 1; i < length; i++) {
      letter = letter << 6 | bytes[at + i] & 0x3f;
    }
    at += length;
    if (letter < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
      into[to] = (char) letter;
      return to + 1;
    }
    into[to] = Character.highSurrogate(letter);
    if (to + 1 == end) {
      waiting = Character.lowSurrogate(letter);
      return to + 1;
    }
    into[to + 1] = Character.lowSurrogate(letter);
    return to + 2;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
