package org.pressmark.residue;

/// What sort of character each one is, by table.
final class Chars {
  static final int PUNCTUATION = 0;
  static final int SPACE = 1;
  static final int LETTER = 2;
  static final int DIGIT = 3;
  static final int IDEOGRAPH = 4;

  private static final byte[] KIND = kinds();
  private static final char[] LOWER = lowers();

  private Chars() {}

  static int kind(char c) {
    return KIND[c];
  }

  static boolean isWordPart(char c) {
    int kind = KIND[c];
    return kind == LETTER || kind == DIGIT;
  }

  /// In no locale's way.
  static char lower(char c) {
    return c < 0x180 ? LOWER[c] : c;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = (byte) kindOf((char) c);
    }
    return kinds;
  }

  private static int kindOf(char c) {
    if (org.pressmark.article.Draft.isBlank(c)) {
      return SPACE;
    }
    if (isIdeograph(c)) {
      return IDEOGRAPH;
    }
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetter(c) || mark || c == '_' || c == '$' ? LETTER : PUNCTUATION;
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
