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
  private short[] next; // state after a state and a column
  private int[] found; // lists whose words end in a state, as bits
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
    width = column + 1;
    next = new short[letters * width];
    found = new int[letters];
    for (int list = 0; list < lists.length; list++) {
      for (String word : lists[list]) {
        add(word, 1 << list);
      }
    }
    next = Arrays.copyOf(next, states * width);
    found = Arrays.copyOf(found, states);
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
      int way = state * width + column(word.charAt(at));
      if (next[way] == 0) {
        next[way] = (short) states++;
      }
      state = next[way];
    }
    found[state] |= bit;
  }

  /// Leads every state's missing ways to where the longest end of what was read goes on.
  private void link() {
    int[] shorter = new int[states]; // the state of the longest end of a state that is one itself
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int state = open.remove();
      found[state] |= found[shorter[state]];
      for (int column = 1; column < width; column++) {
        int way = state * width + column;
        int fallback = state == 0 ? 0 : next[shorter[state] * width + column];
        if (next[way] == 0) {
          next[way] = (short) fallback;
        } else {
          shorter[next[way]] = fallback;
          open.add((int) next[way]);
        }
      }
    }
  }

  /// The lists that have a word in this text, as bits.
  int in(String text) {
    int lists = 0;
    int state = 0;
    for (int at = 0; at < text.length(); at++) {
      state = next[state * width + column(text.charAt(at))];
      lists |= found[state];
    }
    return lists;
  }
}
