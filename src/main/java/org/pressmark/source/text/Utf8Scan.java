package org.pressmark.source.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// How much of some bytes is UTF-8.
///
/// @param good sequences of two bytes and more that are UTF-8
/// @param bad sequences that are not, as Java's decoder counts them: for each it puts one U+FFFD
public record Utf8Scan(int good, int bad) {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long BEYOND_ASCII = 0x8080808080808080L;

  public static Utf8Scan of(byte[] bytes) {
    int good = 0;
    int bad = 0;
    int at = nextBeyondAscii(bytes, 0, bytes.length);
    while (at < bytes.length) {
      int length = length(bytes[at]);
      int valid = valid(bytes, at, length);
      if (length > 0 && valid == length && !isSurrogate(bytes, at)) {
        good++;
      } else {
        bad++;
      }
      at = nextBeyondAscii(bytes, at + Math.max(1, valid), bytes.length);
    }
    return new Utf8Scan(good, bad);
  }

  /// The place of the first byte that is not ASCII, or the end.
  public static int nextBeyondAscii(byte[] bytes, int from, int end) {
    int at = from;
    if (at < end && bytes[at] < 0) {
      return at;
    }
    while (at + 4 * Long.BYTES <= end && (thirtyTwo(bytes, at) & BEYOND_ASCII) == 0) {
      at += 4 * Long.BYTES;
    }
    while (at + Long.BYTES <= end && ((long) EIGHT.get(bytes, at) & BEYOND_ASCII) == 0) {
      at += Long.BYTES;
    }
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /// The bits that any eight of thirty-two bytes have.
  private static long thirtyTwo(byte[] bytes, int at) {
    return (long) EIGHT.get(bytes, at)
        | (long) EIGHT.get(bytes, at + Long.BYTES)
        | (long) EIGHT.get(bytes, at + 2 * Long.BYTES)
        | (long) EIGHT.get(bytes, at + 3 * Long.BYTES);
  }

  public boolean isAscii() {
    return good + bad == 0;
  }

  public boolean isUtf8() {
    return bad == 0;
  }

  /// UTF-8 with a few stray bytes in it: a comment pasted from elsewhere, a title cut in the middle
  /// of a letter. At most one character in a thousand, and few beside what can only be UTF-8.
  public boolean isNearlyUtf8(int bytes) {
    return bad * 50L <= good || (bad * 1000L <= bytes && bad * 4L <= good);
  }

  /// Rather UTF-8 than not, so that a page that says so is believed.
  public boolean isRatherUtf8() {
    return bad <= good;
  }

  public static int length(byte lead) {
    int b = lead & 0xFF;
    if (b >= 0xC2 && b <= 0xDF) {
      return 2;
    }
    if (b >= 0xE0 && b <= 0xEF) {
      return 3;
    }
    return b >= 0xF0 && b <= 0xF4 ? 4 : 0;
  }

  /// How many bytes from here on belong to a sequence that is right as far as it goes.
  public static int valid(byte[] bytes, int at, int length) {
    int valid = Math.min(1, length);
    while (valid < length
        && at + valid < bytes.length
        && follows(bytes[at] & 0xFF, valid, bytes[at + valid] & 0xFF)) {
      valid++;
    }
    return valid;
  }

  private static boolean follows(int lead, int place, int b) {
    int low = 0x80;
    int high = 0xBF;
    if (place == 1) {
      low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : low;
      high = lead == 0xF4 ? 0x8F : high;
    }
    return b >= low && b <= high;
  }

  public static boolean isSurrogate(byte[] bytes, int at) {
    return bytes[at] == (byte) 0xED && (bytes[at + 1] & 0xFF) >= 0xA0;
  }
}
