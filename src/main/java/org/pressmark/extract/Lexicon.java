package org.pressmark.extract;

import java.util.Arrays;
import java.util.Map;

/// Words and what each stands for, looked up where they stand in a text, without cutting them out.
/// Only the letters of a stretch count, in lower case: `Share-Bar` is `sharebar`.
final class Lexicon {
  private final String[] words; // open addressing
  private final int[] hashes;
  private final int[] values;
  private final int mask;

  /// @param values none of them 0
  Lexicon(Map<String, Integer> values) {
    int room = Math.max(4, 4 * Integer.highestOneBit(values.size() + 1));
    this.words = new String[room];
    this.hashes = new int[room];
    this.values = new int[room];
    this.mask = room - 1;
    Arrays.fill(words, "");
    values.forEach((word, value) -> {
      int slot = firstSlot(hash(word));
      while (!words[slot].isEmpty()) {
        slot = slot + 1 & mask;
      }
      words[slot] = word;
      hashes[slot] = hash(word);
      this.values[slot] = value;
    });
  }

  private static int hash(String word) {
    int hash = 0;
    for (int at = 0; at < word.length(); at++) {
      hash = next(hash, word.charAt(at));
    }
    return hash;
  }

  /// The hash of a word that goes on with this letter, which is in lower case; 0 is that of no
  /// word.
  static int next(int hash, char letter) {
    return 31 * hash + letter;
  }

  private int firstSlot(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }

  /// What the letters of a stretch stand for, 0 for nothing.
  ///
  /// @param hash of those letters
  int get(String text, int start, int end, int hash) {
    for (int slot = firstSlot(hash); !words[slot].isEmpty(); slot = slot + 1 & mask) {
      if (hashes[slot] == hash && isSpelt(words[slot], text, start, end)) {
        return values[slot];
      }
    }
    return 0;
  }

  private static boolean isSpelt(String word, String text, int start, int end) {
    int letters = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        if (letters == word.length() || word.charAt(letters) != Character.toLowerCase(c)) {
          return false;
        }
        letters++;
      }
    }
    return letters == word.length();
  }
}
