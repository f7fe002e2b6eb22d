package org.pressmark.source.warc;

import java.util.Arrays;
import java.util.OptionalLong;

/// Where in its file each record begins that a later one may refer to. By hash, so a record that is
/// found is still to be looked at; a million of them take 32 MiB.
public final class Originals {
  private static final int MOST = 1 << 20;
  private static final long NONE = -1;

  private long[] hashes = new long[1 << 10];
  private long[] places = empty(1 << 10);
  private int count;

  public void put(String name, long place) {
    if (count >= MOST) {
      return;
    }
    if (count * 2 >= places.length) {
      grow();
    }
    count += put(hash(name), place) ? 1 : 0;
  }

  public OptionalLong find(String name) {
    long hash = hash(name);
    int at = slot(hash);
    return places[at] == NONE ? OptionalLong.empty() : OptionalLong.of(places[at]);
  }

  private boolean put(long hash, long place) {
    int at = slot(hash);
    if (places[at] != NONE) {
      return false; // the first one stays
    }
    hashes[at] = hash;
    places[at] = place;
    return true;
  }

  /// Where the hash is, or where it would be put.
  private int slot(long hash) {
    int at = (int) (hash & (places.length - 1));
    while (places[at] != NONE && hashes[at] != hash) {
      at = (at + 1) & (places.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldPlaces = places;
    hashes = new long[oldHashes.length * 2];
    places = empty(oldPlaces.length * 2);
    for (int at = 0; at < oldPlaces.length; at++) {
      if (oldPlaces[at] != NONE) {
        put(oldHashes[at], oldPlaces[at]);
      }
    }
  }

  private static long[] empty(int size) {
    long[] places = new long[size];
    Arrays.fill(places, NONE);
    return places;
  }

  /// FNV-1a, 64 bits, and stirred, as the lowest bits choose the slot.
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 32;
  }
}
