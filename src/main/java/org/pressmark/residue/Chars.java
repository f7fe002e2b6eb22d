package org.pressmark.residue;

import org.pressmark.article.Draft;

/// What sort of character each one is, by table.
final class Chars {
  static final int PUNCTUATION = 0;
  static final int SPACE = 1;
  static final int IDEOGRAPH = 2;

  // what words are made of
  static final int DIGIT = 3;
  static final int LOWER = 4;
  static final int UPPER = 5;
  static final int UNDERSCORE = 6;
  static final int DOLLAR = 7;

  /// Letters and accents without case, and what is neither but stands in words.
  static final int UNCASED = 8;

  /// Cased letters of other alphabets than the Latin one.
  static final int LOWER_BEYOND = 9;

  static final int UPPER_BEYOND = 10;

  static final int SORTS = 11;

  private static final byte[] SORT = sorts();
  private static final char[] LOWER_CASE = lowers();

  private Chars() {}

  static int sort(char c) {
    return SORT[c];
  }

  static boolean isWordPart(char c) {
    return SORT[c] >= DIGIT;
  }

  /// A letter of any script, a digit, or what stands in words as they do.
  static boolean isLetter(char c) {
    return SORT[c] >= IDEOGRAPH;
  }

  /// A double quotation mark, straight, curled or pointed.
  static boolean isQuote(char c) {
    return c == '"' || c > '\u007f' && "“”„‟«»″＂".indexOf(c) >= 0;
  }

  /// In no locale's way.
  static char lower(char c) {
    return c < 0x180 ? LOWER_CASE[c] : c;
  }

  private static byte[] sorts() {
    byte[] sorts = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < sorts.length; c++) {
      sorts[c] = (byte) sortOf((char) c);
    }
    return sorts;
  }

  private static int sortOf(char c) {
    if (Draft.isBlank(c)) {
      return SPACE;
    }
    if (isIdeograph(c)) {
      return IDEOGRAPH;
    }
    if (Character.isDigit(c)) {
      return c <= '9' ? DIGIT : UNCASED;
    }
    if (c == '_') {
      return UNDERSCORE;
    }
    if (c == '$') {
      return DOLLAR;
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    if (!Character.isLetter(c) && !mark) {
      return PUNCTUATION;
    }
    boolean beyond = c > 0x24f;
    return Character.isUpperCase(c)
        ? beyond ? UPPER_BEYOND : UPPER
        : Character.isLowerCase(c) ? beyond ? LOWER_BEYOND : LOWER : UNCASED;
  }

  private static boolean isIdeograph(char c) {
    return c >= '\u3040' && c <= '\u30ff' && c != '\u30fb'
        || c >= '\u3400' && c <= '\u9fff'
        || c >= '\uf900' && c <= '\ufaff'
        || c == '\u3005';
  }

  private static char[] lowers() {
    char[] lowers = new char[0x180];
    for (char c = 0; c < lowers.length; c++) {
      lowers[c] = Character.toLowerCase(c);
    }
    return lowers;
  }
}
