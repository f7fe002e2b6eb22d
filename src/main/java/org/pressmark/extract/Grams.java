package org.pressmark.extract;

/// The runs of a few letters that occur in a text, to tell which share of another text stands in
/// it. Case, white space and punctuation don't count.
///
/// Linear in both texts, unlike a search for the one in the other.
final class Grams {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  /// Room is made for so many runs at once; for more of them as they come.
  private static final int MAX_ROOM = 1 << 16;

  private final int size;
  private long[] table = new long[256]; // open addressing; 0 is free
  private int count;
  private int letters;

  /// @param size letters in a run, 4 or 8; texts with fewer have no runs
  Grams(int size) {
    if (size != 4 && size != 8) {
      throw new IllegalArgumentException("runs of " + size + " letters; only 4 or 8 can be had");
    }
    this.size = size;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// How many letters were added.
  int letters() {
    return letters;
  }

  void add(Fold text) {
    makeRoom(text.count());
    for (int at = 0; at + size <= text.count(); at++) {
      put(run(text, at));
    }
    letters += text.count();
  }

  /// The share of a text's runs that occur here, from 0 to 1, or -1 for a text too short to have
  /// any. Where none of every fourth does, it is 0.
  double share(Fold text) {
    double rough = roughShare(text);
    if (rough <= 0) {
      return rough;
    }
    int runs = text.count() - size + 1;
    int found = 0;
    for (int at = 0; at < runs; at++) {
      found += has(run(text, at)) ? 1 : 0;
    }
    return (double) found / runs;
  }

  /// As [#share], from every fourth run only: quicker, and near enough for a whole page.
  double roughShare(Fold text) {
    if (text.count() < size) {
      return -1;
    }
    if (isEmpty()) {
      return 0;
    }
    int runs = (text.count() - size) / 4 + 1;
    int found = 0;
    for (int i = 0; i < runs; i++) {
      long run = text.fourth(i);
      found += has(size == 4 ? run : run * BASE + text.fourth(i + 1)) ? 1 : 0;
    }
    return (double) found / runs;
  }

  private boolean has(long run) {
    return table[slot(run)] != 0;
  }

  private long run(Fold text, int at) {
    return size == 4 ? text.four(at) : text.four(at) * BASE + text.four(at + 4);
  }

  private int slot(long run) {
    int mask = table.length - 1;
    int slot = (int) ((run ^ run >>> 32) * BASE >>> 40) & mask;
    while (table[slot] != 0 && table[slot] != run) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void put(long run) {
    int slot = slot(run);
    if (table[slot] == 0 && run != 0) {
      table[slot] = run;
      if (++count * 2 > table.length) {
        grow(table.length * 2);
      }
    }
  }

  private void makeRoom(int more) {
    int wanted = table.length;
    while (wanted < 2 * (count + Math.min(more, MAX_ROOM))) {
      wanted *= 2;
    }
    if (wanted > table.length) {
      grow(wanted);
    }
  }

  private void grow(int wanted) {
    long[] old = table;
    table = new long[wanted];
    for (long run : old) {
      if (run != 0) {
        table[slot(run)] = run;
      }
    }
  }
}
