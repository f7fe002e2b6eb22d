package org.pressmark.source.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Names of elements or of attributes and which sort each is of, found among a page's bytes without
/// a copy.
///
/// A name is told by its first eight letters and its length: who asks must not mind another that
/// shares both.
public final class NameTable {
  private static final int SLOTS = 256;
  private static final long MIXER = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio

  private final long[] keys = new long[SLOTS];
  private final byte[] sorts = new byte[SLOTS];

  /// @param names of each sort, a space between two
  public NameTable(String... names) {
    for (byte sort = 0; sort < names.length; sort++) {
      for (String name : names[sort].split(" ")) {
        if (!name.isEmpty()) {
          long key = key(name.getBytes(US_ASCII), 0, name.length());
          int slot = slot(key);
          keys[slot] = key;
          sorts[slot] = sort;
        }
      }
    }
  }

  /// The place of this name among the lists given, the first of which is 0; 0 for unknown names
  /// too.
  public int sort(byte[] page, int from, int to) {
    return sorts[slot(key(page, from, to))];
  }

  private int slot(long key) {
    int slot = (int) (key * MIXER >>> 56);
    while (keys[slot] != key && keys[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private static long key(byte[] page, int from, int to) {
    long key = 0;
    for (int at = from, end = Math.min(to, from + Long.BYTES); at < end; at++) {
      key = key << Byte.SIZE | page[at] & 0xff | 0x20;
    }
    return to - from < Long.BYTES ? key : key ^ (to - from) * MIXER;
  }
}
