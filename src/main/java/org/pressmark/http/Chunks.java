package org.pressmark.http;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// A body that came in chunks (RFC 9112, 7.1), put together.
///
/// @param isWhole whether the last chunk came, the one of no bytes
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Chunks(byte[] bytes, boolean isWhole) {
  private static final int NONE = -1;
  private static final int MAX_DIGITS = 15;

  /// Empty where the bytes are no chunks.
  static Optional<Chunks> read(byte[] message, int bodyAt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length - bodyAt);
    int at = bodyAt;
    while (at < message.length) {
      int lineEnd = lineEnd(message, at);
      long size = size(message, at, lineEnd);
      boolean isFirst = at == bodyAt;
      if (size == NONE) {
        return isFirst ? Optional.empty() : torn(bytes);
      }
      if (size == 0) {
        return Optional.of(new Chunks(bytes.toByteArray(), true));
      }
      int start = Math.min(lineEnd + 1, message.length);
      int end = (int) Math.min(start + size, message.length);
      int next = passLineEnd(message, end);
      if (isFirst && next == end && end < message.length) {
        return Optional.empty(); // a number in the first line, and no chunk
      }
      bytes.write(message, start, end - start);
      if (next == end) {
        return torn(bytes);
      }
      at = next;
    }
    return torn(bytes);
  }

  private static Optional<Chunks> torn(ByteArrayOutputStream bytes) {
    return Optional.of(new Chunks(bytes.toByteArray(), false));
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int passLineEnd(byte[] bytes, int from) {
    int at = from < bytes.length && bytes[from] == '\r' ? from + 1 : from;
    return at < bytes.length && bytes[at] == '\n' ? at + 1 : from;
  }

  /// Hexadecimal digits; white space and extensions may follow.
  private static long size(byte[] bytes, int from, int lineEnd) {
    long size = 0;
    int at = from;
    for (; at < lineEnd && Character.digit(bytes[at], 16) >= 0; at++) {
      if (at - from >= MAX_DIGITS) {
        return NONE;
      }
      size = size << 4 | Character.digit(bytes[at], 16);
    }
    boolean isNumber = at > from && (at == bytes.length || " \t\r\n;".indexOf(bytes[at]) >= 0);
    return isNumber ? size : NONE;
  }
}
