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
    makeRoom(text.length());
    scan(text, 0, text.length(), 0);
  }

  /// The share of a text's runs that occur here, from 0 to 1, or -1 for a text too short to have
  /// any.
  double share(CharSequence text, int start, int end) {
    return scan(text, start, end, 1);
  }

  /// As [#share], from every fourth run only: quicker, and near enough for a whole page.
  double roughShare(CharSequence text, int start, int end) {
    return scan(text, start, end, 4);
  }

  /// @param step look every so many runs up; 0 to add them all
  private double scan(CharSequence text, int start, int end, int step) {
    char[] window = new char[size];
    int slot = 0; // of the window, where the oldest letter is
    long hash = 0;
    int seen = 0;
    int asked = 0;
    int found = 0;
    int next = size;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9' && c < 'A' || !Character.isLetterOrDigit(c)) {
        continue;
      }
      char letter = c < 'a' || c > 'z' ? Character.toLowerCase(c) : c;
      hash = hash * BASE + letter - window[slot] * leaving;
      window[slot] = letter;
      slot = slot + 1 == size ? 0 : slot + 1;
      if (++seen < next) {
        continue;
      }
      if (step == 0) {
        put(hash);
      } else {
        next += step;
        asked++;
        found += has(hash) ? 1 : 0;
      }
    }
    letters += step == 0 ? seen : 0;
    return asked == 0 ? -1 : (double) found / asked;
  }

  private int slot(long hash) {
    int mask = table.length - 1;
    int slot = (int) ((hash ^ hash >>> 32) * BASE >>> 40) & mask;
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
    for (long hash : old) {
      if (hash != 0) {
        table[slot(hash)] = hash;
      }
    }
  }
}
