package org.pressmark.extract;

/// What single characters are, in the scripts of the world's press.
final class Letters {
  private static final char[] LOWER = new char[128]; // 0 for what is no letter

  static {
    for (char c = 0; c < LOWER.length; c++) {
      LOWER[c] = Character.isLetter(c) ? Character.toLowerCase(c) : 0;
    }
  }

  private Letters() {}

  /// A letter in lower case; 0 for anything else.
  static char lower(char c) {
    if (c < LOWER.length) {
      return LOWER[c];
    }
    return Character.isLetter(c) ? Character.toLowerCase(c) : 0;
  }

  static boolean isComma(char c) {
    return switch (c) {
      case ',', '，', '、', '،', '；', '՝' -> true;
      default -> false;
    };
  }

  /// Whether it ends a sentence.
  static boolean isStop(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥', '։', '።', '។', '။' -> true;
      default -> false;
    };
  }

  /// Whether it may stand behind the end of a sentence and still belong to it.
  static boolean closes(char c) {
    return switch (c) {
      case '"', '\'', '”', '’', '»', '“', ')', ']', '」', '』', '）', '›', '*', '_' -> true;
      default -> false;
    };
  }

  /// Whether it belongs to a script that puts no space between words: Chinese, Japanese.
  static boolean isIdeograph(char c) {
    return c >= '\u3040' && c <= '\u30ff'
        || c >= '\u3400' && c <= '\u9fff'
        || c >= '\uf900' && c <= '\ufaff';
  }

  /// Whether a line of flat text ends here. `\r\n` ends one line and then an empty one.
  static boolean breaksLine(char c) {
    return switch (c) {
      case '\n', '\r', '\f', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }
}
