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
        i = numberEnd(text, start, words);
        words.add(number(text.substring(start, i), start));
      } else if (isLetter(c)) {
        i++;
        while (i < text.length() && isLetter(text.charAt(i)) && !isGlued(text, i)) {
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

  private static Word number(String digits, int start) {
    int number = 0;
    for (int at = 0; at < digits.length() && number >= 0; at++) {
      number = at < MOST_DIGITS ? number * 10 + Character.digit(digits.charAt(at), 10) : -1;
    }
    int end = start + digits.length();
    return new Word(Kind.NUMBER, digits, digits, start, end, Math.max(number, 0));
  }

  /// The first offset behind a number. What only a style sheet keeps apart is parted here: the
  /// clock
  /// from the day in `29.09.2112:44`, a count from the year in `Sep 29, 202157 shares`.
  private static int numberEnd(String text, int start, List<Word> before) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    int digits = end - start;
    if ((digits == 4 || digits == 6) && endsDay(before, start) && isClock(text, end - 2)) {
      return end - 2;
    }
    return digits > 4 && followsDay(before) && isYear(text, start) ? start + 4 : end;
  }

  /// Whether a number ends what two numbers before it begin: `29.09.`, `2021-09-`.
  private static boolean endsDay(List<Word> before, int start) {
    int last = before.size() - 1;
    return last >= 3
        && before.get(last).end() == start
        && ".-/".contains(before.get(last).text())
        && before.get(last).text().equals(before.get(last - 2).text())
        && before.get(last - 1).kind() == Kind.NUMBER
        && before.get(last - 3).kind() == Kind.NUMBER;
  }

  /// `12:44`
  private static boolean isClock(String text, int at) {
    boolean isClock = at + 5 <= text.length() && text.charAt(at + 2) == ':';
    for (int i = at; isClock && i < at + 5; i++) {
      isClock = i == at + 2 || text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isClock
        && text.substring(at, at + 2).compareTo("23") <= 0
        && (at + 5 == text.length() || !Character.isDigit(text.charAt(at + 5)));
  }

  /// Whether a word and a day with a comma stand before: `Sep 29,`.
  private static boolean followsDay(List<Word> before) {
    int last = before.size() - 1;
    return last >= 2
        && before.get(last).text().equals(",")
        && before.get(last - 1).kind() == Kind.NUMBER
        && before.get(last - 1).digits() <= 2
        && before.get(last - 2).kind() == Kind.LETTERS;
  }

  /// Whether a year of this century begins a number that is no round one.
  private static boolean isYear(String text, int start) {
    return text.startsWith("20", start)
        && "0123".indexOf(text.charAt(start + 2)) >= 0
        && !text.startsWith("00", start + 2);
  }

  /// Whether a word begins in the middle of letters, as names and days of elements that only a
  /// style
  /// sheet keeps apart: `Jane DoeSep 29`.
  private static boolean isGlued(String text, int at) {
    return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
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
