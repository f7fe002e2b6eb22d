package org.pressmark.index;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// Numbers in order, as few bits as can be: the gaps between them, in Golomb-Rice code (R. F. Rice,
/// "Some practical universal noiseless coding techniques", 1979). Hashes of 36 bits, a hundred of
/// them, take 29 bits each.
///
/// The first byte says how many low bits of a gap are written as they are; the rest is written as
/// so many ones and a zero.
public final class Packed {
  private byte[] bytes = new byte[64];
  private long bits;

  private Packed() {}

  /// @param numbers in order, none negative
  static BytesRef of(long[] numbers) {
    Packed packed = new Packed();
    long most = numbers.length == 0 ? 0 : numbers[numbers.length - 1] / numbers.length;
    int low = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, most)));
    packed.put(low, Byte.SIZE);
    long before = 0;
    for (long number : numbers) {
      long gap = number - before;
      for (long ones = gap >>> low; ones > 0; ones--) {
        packed.put(1, 1);
      }
      packed.put(0, 1);
      packed.put(gap & (1L << low) - 1, low);
      before = number;
    }
    int length = (int) (packed.bits + Byte.SIZE - 1 >>> 3);
    return new BytesRef(Arrays.copyOf(packed.bytes, length));
  }

  private void put(long value, int count) {
    if ((bits + count >>> 3) + 1 >= bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    for (int bit = count - 1; bit >= 0; bit--, bits++) {
      bytes[(int) (bits >>> 3)] |= (byte) ((value >>> bit & 1) << (7 - (int) (bits & 7)));
    }
  }

  /// @param count how many numbers there are
  public static long[] numbers(BytesRef packed, int count) {
    long[] numbers = new long[count];
    int low = packed.bytes[packed.offset];
    long at = (long) packed.offset + 1 << 3;
    long number = 0;
    for (int next = 0; next < count; next++) {
      long high = 0;
      while (bit(packed, at++) == 1) {
        high++;
      }
      long gap = high;
      for (int bit = 0; bit < low; bit++) {
        gap = gap << 1 | bit(packed, at++);
      }
      number += gap;
      numbers[next] = number;
    }
    return numbers;
  }

  private static int bit(BytesRef packed, long at) {
    return packed.bytes[(int) (at >>> 3)] >>> (7 - (int) (at & 7)) & 1;
  }
}
