package org.pressmark.residue;

/// What a token looks like, as a small number below 128: ASCII punctuation as its own code, quotes
/// of all kinds as `"` and `'`, words by case and length.
final class Shape {
  static final int OTHER_MARK = 1;
  static final int IDEOGRAPHIC_MARK = 2;
  static final int DASH = 3;
  static final int DOTS = 4;
  static final int SYMBOL = 5;
  static final int IDEOGRAPHS = 6;
  static final int LOWER_1 = 7;
  static final int LOWER_2 = 8;
  static final int LOWER_4 = 9;
  static final int LOWER_8 = 10;
  static final int LOWER_13 = 11;
  static final int UPPER_1 = 12;
  static final int UPPER_2 = 13;
  static final int UPPER_5 = 14;
  static final int CAPITAL_2 = 15;
  static final int CAPITAL_4 = 16;
  static final int CAMEL = 17;
  static final int PASCAL = 18;
  static final int UNDERSCORE = 19;
  static final int DOLLAR = 20;
  static final int MIXED_SHORT = 21;
  static final int MIXED_LONG = 22;
  static final int DIGIT_1 = 23;
  static final int DIGIT_2 = 24;
  static final int DIGIT_3 = 25;
  static final int DIGIT_4 = 26;
  static final int DIGIT_5 = 27;
  static final int DIGIT_8 = 28;
  static final int OTHER_LOWER = 29;
  static final int OTHER_CAPITAL = 30;
  static final int OTHER_SCRIPT = 31;
  static final int LOWER_LONG = 32;

  /// A point with a word close on both sides: `a.b`.
  static final int INNER_POINT = 'A';

  /// A point that only what follows is close to: `.a`.
  static final int LEADING_POINT = 'B';

  private Shape() {}

  private static final byte[] MARKS = marks();

  /// What one character of each sort adds to the tally of a word, which counts six classes in
  /// fields of eight bits.
  private static final long[] TALLY = tallies();

  private static final int DIGITS = 0;
  private static final int UPPERS = 8;
  private static final int LOWERS = 16;
  private static final int BEYOND = 24;
  private static final int UNDERSCORES = 32;
  private static final int DOLLARS = 40;

  static boolean isWord(int shape) {
    return shape >= LOWER_1 && shape <= LOWER_LONG || shape == IDEOGRAPHS;
  }

  /// A word as prose has them: letters only, in one of the usual cases.
  static boolean isPlainWord(int shape) {
    return shape >= LOWER_1 && shape <= CAPITAL_4 && shape != LOWER_1 && shape != UPPER_1
        || shape == IDEOGRAPHS
        || shape == OTHER_LOWER
        || shape == OTHER_CAPITAL
        || shape == OTHER_SCRIPT;
  }

  static int point(char[] text, int at) {
    boolean before = at > 0 && text[at - 1] > ' ';
    boolean after = at + 1 < text.length && Chars.isWordPart(text[at + 1]);
    return after ? before ? INNER_POINT : LEADING_POINT : '.';
  }

  static int mark(char c) {
    return MARKS[c];
  }

  private static byte[] marks() {
    byte[] marks = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < marks.length; c++) {
      marks[c] = (byte) markOf((char) c);
    }
    return marks;
  }

  private static int markOf(char c) {
    if (c > ' ' && c < 127) {
      return c;
    }
    return switch (c) {
      case '“', '”', '„', '‟', '«', '»', '″', '＂' -> '"';
      case '‘', '’', '‚', '‛', '′' -> '\'';
      case '–', '—', '―', '−' -> DASH;
      case '…', '·', '•' -> DOTS;
      case '。', '，', '、', '：', '；', '！', '？', '（', '）' -> IDEOGRAPHIC_MARK;
      case '「', '」', '『', '』', '《', '》', '【', '】', '．' -> IDEOGRAPHIC_MARK;
      default -> Character.isSurrogate(c) || c >= '\u2190' && c <= '\u2bff' ? SYMBOL : OTHER_MARK;
    };
  }

  private static long[] tallies() {
    long[] tallies = new long[Chars.SORTS];
    tallies[Chars.DIGIT] = 1L << DIGITS;
    tallies[Chars.UPPER] = 1L << UPPERS;
    tallies[Chars.UPPER_BEYOND] = 1L << UPPERS | 1L << BEYOND;
    tallies[Chars.LOWER] = 1L << LOWERS;
    tallies[Chars.LOWER_BEYOND] = 1L << LOWERS | 1L << BEYOND;
    tallies[Chars.UNDERSCORE] = 1L << UNDERSCORES;
    tallies[Chars.DOLLAR] = 1L << DOLLARS;
    return tallies;
  }

  static long tally(int sort) {
    return TALLY[sort];
  }

  /// @param tally the sum of [#tally] over its characters, of which there are `length`, at most 255
  static int word(long tally, int length, char first) {
    if ((tally >>> UNDERSCORES & 0xff) > 0) {
      return UNDERSCORE;
    }
    if (tally >>> DOLLARS > 0) {
      return DOLLAR;
    }
    int digits = (int) (tally >>> DIGITS & 0xff);
    if (digits == length) {
      return length >= 8 ? DIGIT_8 : length >= 5 ? DIGIT_5 : DIGIT_1 + length - 1;
    }
    if (digits > 0) {
      return length >= 9 ? MIXED_LONG : MIXED_SHORT;
    }
    int uppers = (int) (tally >>> UPPERS & 0xff);
    int cased = uppers + (int) (tally >>> LOWERS & 0xff);
    int others = length - cased;
    if (others > 0 && others + 1 >= cased) {
      return OTHER_SCRIPT;
    }
    return letters(first, length, uppers, (tally >>> BEYOND & 0xff) > 0);
  }

  private static int letters(char first, int length, int uppers, boolean beyond) {
    boolean capital = Character.isUpperCase(first);
    if (beyond && uppers <= (capital ? 1 : 0)) {
      return capital ? OTHER_CAPITAL : OTHER_LOWER;
    }
    if (uppers == 0) {
      return length == 1
          ? LOWER_1
          : length < 4
              ? LOWER_2
              : length < 8 ? LOWER_4 : length < 13 ? LOWER_8 : length < 25 ? LOWER_13 : LOWER_LONG;
    }
    if (uppers == length) {
      return length == 1 ? UPPER_1 : length < 5 ? UPPER_2 : UPPER_5;
    }
    if (capital && uppers == 1) {
      return length < 4 ? CAPITAL_2 : CAPITAL_4;
    }
    return capital ? PASCAL : CAMEL;
  }
}
