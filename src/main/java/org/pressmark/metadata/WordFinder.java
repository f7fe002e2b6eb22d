package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds which lists have a word that stands anywhere in a text, all words of all lists in one pass
/// over the text. Words are in lower case; the text's case does not matter.
///
/// Tries at each place those words alone that begin with the three letters there, mostly none.
final class WordFinder {
  private static final int SLOTS = 1 << 12; // for beginnings; few share one

  private final Word[][] bySlot = new Word[SLOTS][];
  private final boolean[] begins = new boolean[SLOTS]; // asked first: few words begin anywhere
  private final List<Word> shorter = new ArrayList<>(); // of two letters, in scripts without case

  /// @param lists those that have it, as bits
  private record Word(String word, int lists) {}

  /// @param lists the first is bit 0 of what is found
  @SafeVarargs
  WordFinder(List<String>... lists) {
    Arrays.fill(bySlot, new Word[0]);
    for (int list = 0; list < lists.length; list++) {
      for (String word : lists[list]) {
        add(new Word(word, 1 << list));
      }
    }
  }

  private void add(Word word) {
    if (word.word().length() < 3) {
      shorter.add(word);
      return;
    }
    int slot = slot(word.word().charAt(0), word.word().charAt(1), word.word().charAt(2));
    Word[] more = Arrays.copyOf(bySlot[slot], bySlot[slot].length + 1);
    more[more.length - 1] = word;
    bySlot[slot] = more;
    begins[slot] = true;
  }

  private static int slot(char first, char second, char third) {
    return (first * 961 + second * 31 + third) & (SLOTS - 1);
  }

  private static char lower(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c : Character.toLowerCase(c);
  }

  /// The lists that have a word in this text, as bits.
  int in(String text) {
    int lists = 0;
    char first = 0;
    char second = 0;
    for (int at = 0; at < text.length(); at++) {
      char third = lower(text.charAt(at));
      int slot = slot(first, second, third);
      lists |= begins[slot] ? at(text, at - 2, bySlot[slot]) : 0;
      first = second;
      second = third;
    }
    for (Word word : shorter) {
      lists |= text.contains(word.word()) ? word.lists() : 0;
    }
    return lists;
  }

  private static int at(String text, int from, Word[] words) {
    int lists = 0;
    for (Word word : words) {
      lists |= stands(word.word(), text, from) ? word.lists() : 0;
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
