package org.pressmark.metadata;

import java.util.Arrays;
import java.util.List;

/// Finds which lists have a word that stands anywhere in a text, all words of all lists in one pass
/// over the text. Words are in lower case and of two letters at least; the text's case does not
/// matter.
///
/// Tries at each place those words alone that begin with the two letters there, mostly none.
final class WordFinder {
  private static final int SLOTS = 1 << 11; // for pairs of letters; few pairs share one

  private final Word[][] bySlot = new Word[SLOTS][];

  /// @param lists those that have it, as bits
  private record Word(String word, int lists) {}

  /// @param lists the first is bit 0 of what is found
  @SafeVarargs
  WordFinder(List<String>... lists) {
    Arrays.fill(bySlot, new Word[0]);
    for (int list = 0; list < lists.length; list++) {
      for (String word : lists[list]) {
        int slot = slot(word.charAt(0), word.charAt(1));
        Word[] more = Arrays.copyOf(bySlot[slot], bySlot[slot].length + 1);
        more[more.length - 1] = new Word(word, 1 << list);
        bySlot[slot] = more;
      }
    }
  }

  private static int slot(char first, char second) {
    return (first * 37 + second) % SLOTS;
  }

  private static char lower(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c : Character.toLowerCase(c);
  }

  /// The lists that have a word in this text, as bits.
  int in(String text) {
    int lists = 0;
    char before = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = lower(text.charAt(at));
      for (Word word : bySlot[slot(before, c)]) {
        lists |= stands(word.word(), text, at - 1) ? word.lists() : 0;
      }
      before = c;
    }
    return lists;
  }

  private static boolean stands(String word, String text, int from) {
    if (from < 0 || from + word.length() > text.length()) {
      return false;
    }
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) != lower(text.charAt(from + at))) {
        return false;
      }
    }
    return true;
  }
}
