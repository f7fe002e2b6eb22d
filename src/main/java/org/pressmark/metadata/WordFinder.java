package org.pressmark.metadata;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds which lists have a word that stands anywhere in a text, all words of all lists in one pass
/// over the text (Aho and Corasick, 1975). Words are in lower case; the text's case does not
/// matter.
final class WordFinder {
  private static final int OTHER = 0; // the column of all characters that no word has

  private final int[] columns = new int[128]; // by character
  private final Map<Character, Integer> others = new HashMap<>(); // the same beyond ASCII
  private final int width;
  // A state is the place of its row: the state after it by column, and in the last column, as bits,
  // the lists whose words end in it.
  private int[] next;
  private int states = 1;

  /// @param lists the first is bit 0 of what is found
  @SafeVarargs
  WordFinder(List<String>... lists) {
    int column = OTHER;
    int letters = 1;
    for (List<String> list : lists) {
      for (String word : list) {
        letters += word.length();
        for (int at = 0; at < word.length(); at++) {
          char c = word.charAt(at);
          if (column(c) == OTHER) {
            put(c, ++column);
          }
        }
      }
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      columns[c] = columns[Character.toLowerCase(c)];
    }
    width = column + 2;
    next = new int[letters * width];
    for (int list = 0; list < lists.length; list++) {
      for (String word : lists[list]) {
        add(word, 1 << list);
      }
    }
    next = Arrays.copyOf(next, states * width);
    link();
  }

  private void put(char c, int column) {
    if (c < columns.length) {
      columns[c] = column;
    } else {
      others.put(c, column);
    }
  }

  private int column(char c) {
    if (c < columns.length) {
      return columns[c];
    }
    return others.isEmpty() ? OTHER : others.getOrDefault(Character.toLowerCase(c), OTHER);
  }

  private void add(String word, int bit) {
    int state = 0;
    for (int at = 0; at < word.length(); at++) {
      int way = state + column(word.charAt(at));
      if (next[way] == 0) {
        next[way] = states++ * width;
      }
      state = next[way];
    }
    next[state + width - 1] |= bit;
  }

  /// Leads every state's missing ways to where the longest end of what was read goes on.
  private void link() {
    int[] shorter = new int[states]; // the state of the longest end of a state that is one itself
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int state = open.remove();
      int rest = shorter[state / width];
      next[state + width - 1] |= next[rest + width - 1];
      for (int column = 1; column < width - 1; column++) {
        int way = state + column;
        int fallback = state == 0 ? 0 : next[rest + column];
        if (next[way] == 0) {
          next[way] = fallback;
        } else {
          shorter[next[way] / width] = fallback;
          open.add(next[way]);
        }
      }
    }
  }

  /// The lists that have a word in this text, as bits.
  int in(String text) {
    int lists = 0;
    int state = 0;
    int end = text.length();
    for (int at = 0; at < end; at++) {
      int column = column(text.charAt(at));
      while (state == 0 && next[column] == 0 && ++at < end) {
        column = column(text.charAt(at)); // no word begins here
      }
      state = next[state + column];
      lists |= next[state + width - 1];
    }
    return lists;
  }
}
