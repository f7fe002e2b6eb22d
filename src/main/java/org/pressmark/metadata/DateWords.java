package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;

/// A text taken apart for reading dates: numbers, words, and signs; spaces fall away.
final class DateWords {
  private static final int MOST_DIGITS = 9;

  private DateWords() {}

  enum Kind {
    NUMBER,
    LETTERS,
    SIGN
  }

  /// @param folded the text as [Months#fold] gives it, for letters
  /// @param number 0 for what is not one
  record Word(Kind kind, String text, String folded, int start, int end, int number) {
    int digits() {
      return kind == Kind.NUMBER ? text.length() : 0;
    }
  }

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int start = i;
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        int number = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
          number = i - start < MOST_DIGITS ? number * 10 + Character.digit(text.charAt(i), 10) : -1;
          i++;
        }
        String digits = text.substring(start, i);
        words.add(new Word(Kind.NUMBER, digits, digits, start, i, Math.max(number, 0)));
      } else if (isLetter(c)) {
        while (i < text.length() && isLetter(text.charAt(i))) {
          i++;
        }
        String letters = text.substring(start, i);
        words.add(new Word(Kind.LETTERS, letters, Months.fold(letters), start, i, 0));
      } else {
        i++;
        if (c > ' ' && !org.pressmark.article.Draft.isBlank(c) && !isMark(c)) {
          String sign = text.substring(start, i);
          words.add(new Word(Kind.SIGN, sign, sign, start, i, 0));
        }
      }
    }
    return words;
  }

  private static boolean isLetter(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || c == '\u200c' // joiners, which stand inside of words
        || c == '\u200d'
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /// Invisible marks of writing direction.
  private static boolean isMark(char c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
