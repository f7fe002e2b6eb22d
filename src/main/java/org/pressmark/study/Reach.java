package org.pressmark.study;

import java.text.BreakIterator;
import java.util.Locale;
import org.pressmark.search.Tokenized;

/// How far around a place one looks.
///
/// @param size how many on each side
public record Reach(int size, Unit unit) {
  public enum Unit {
    WORDS,
    CHARACTERS
  }

  public static final int MAX = 1000;
  // Characters to look for a space in, so that a context begins and ends with a whole word.
  private static final int SLACK = 20;

  public Reach {
    if (size < 0 || size > MAX) {
      throw new IllegalArgumentException(size + " is not from 0 to " + MAX);
    }
  }

  /// Where the context before a place begins.
  int before(Tokenized text, int start) {
    return switch (unit) {
      case WORDS -> {
        int word = text.until(start) - size;
        yield size == 0 ? start : word < 0 ? 0 : text.start(word);
      }
      case CHARACTERS -> charactersBefore(text.text(), start);
    };
  }

  /// Where the context behind a place ends.
  int behind(Tokenized text, int end) {
    return switch (unit) {
      case WORDS -> {
        int word = text.from(end) + size - 1;
        yield size == 0 ? end : text.has(word) ? text.end(word) : text.text().length();
      }
      case CHARACTERS -> charactersBehind(text.text(), end);
    };
  }

  private int charactersBefore(String text, int start) {
    int from = start - size;
    if (from <= 0) {
      return 0;
    }
    if (Character.isWhitespace(text.charAt(from - 1))) {
      return from;
    }
    for (int at = from; at < Math.min(start, from + SLACK); at++) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at + 1;
      }
    }
    return following(text, from, start);
  }

  private int charactersBehind(String text, int end) {
    int to = end + size;
    if (to >= text.length()) {
      return text.length();
    }
    if (Character.isWhitespace(text.charAt(to))) {
      return to;
    }
    for (int at = to; at > Math.max(end, to - SLACK); at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at - 1;
      }
    }
    return preceding(text, end, to);
  }

  /// The first place from here on between two characters as readers see them, accents and all.
  private static int following(String text, int from, int limit) {
    int begin = whole(text, Math.max(0, from - SLACK));
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(begin, Math.min(text.length(), limit)));
    int at = from - begin;
    return begin + (characters.isBoundary(at) ? at : characters.following(at));
  }

  private static int preceding(String text, int limit, int to) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(limit, whole(text, Math.min(text.length(), to + SLACK))));
    int at = to - limit;
    return limit + (characters.isBoundary(at) ? at : characters.preceding(at));
  }

  /// No half of a character of two units.
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
