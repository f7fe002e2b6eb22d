package org.pressmark.extract;

/// The runs of a few letters that occur in a text, to tell which share of another text stands in
/// it. Case, white space and punctuation don't count.
///
/// Linear in both texts, unlike a search for the one in the other.
final class Grams {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private final int size;
  private final long leaving; // what the letter that leaves the window was multiplied by
  private long[] table = new long[256]; // open addressing; 0 is free
  private int count;
  private int letters;

  /// @param size letters in a run; texts with fewer have no runs
  Grams(int size) {
    this.size = size;
    long power = 1;
    for (int i = 0; i < size; i++) {
      power *= BASE;
    }
    this.leaving = power;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// How many letters were added.
  int letters() {
    return letters;
  }

  void add(CharSequence text) {
    scan(text, 0, text.length(), true);
  }

  /// The share of a text's runs that occur here, from 0 to 1, or -1 for a text too short to have
  /// any.
  double share(CharSequence text, int start, int end) {
    return scan(text, start, end, false);
  }

  private double scan(CharSequence text, int start, int end, boolean adding) {
    char[] window = new char[size];
    long hash = 0;
    int seen = 0;
    int found = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9' && c < 'A' || !Character.isLetterOrDigit(c)) {
        continue;
      }
      char letter = Character.toLowerCase(c);
      int slot = seen % size;
      hash = hash * BASE + letter - window[slot] * leaving;
      window[slot] = letter;
      if (++seen >= size) {
        if (adding) {
          put(hash);
        } else if (has(hash)) {
          found++;
        }
      }
    }
    letters += adding ? seen : 0;
    return seen < size ? -1 : (double) found / (seen - size + 1);
  }

  private int slot(long hash) {
    int mask = table.length - 1;
    int slot = (int) (hash ^ hash >>> 29) & mask;
    while (table[slot] != 0 && table[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean has(long hash) {
    return table[slot(hash)] != 0;
  }

  private void put(long hash) {
    int slot = slot(hash);
    if (table[slot] == 0 && hash != 0) {
      table[slot] = hash;
      if (++count * 2 > table.length) {
        grow();
      }
    }
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long hash : old) {
      if (hash != 0) {
        table[slot(hash)] = hash;
      }
    }
  }
}
