package org.pressmark.export;

/// Text as a terminal may be given it. An article or a file name can hold orders to a terminal, to
/// clear it, to rename its window, to let the words run backwards; here they are only shown.
public final class Screen {
  private Screen() {}

  /// Line breaks, those of Windows too, and tabs stay; every other character that a terminal could
  /// take for an order is written `\u001b`, as JSON writes it.
  public static String text(String text) {
    return escape(text, "\n\t");
  }

  /// As [#text], all on one line.
  public static String line(String text) {
    return escape(text, "");
  }

  private static String escape(String text, String harmless) {
    int at = 0;
    while (at < text.length() && !isOrder(text, at, harmless)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      if (isOrder(text, at, harmless)) {
        safe.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) text.charAt(at)));
      } else {
        safe.append(text.charAt(at));
      }
    }
    return safe.toString();
  }

  private static boolean isOrder(String text, int at, String harmless) {
    char c = text.charAt(at);
    if (c < ' ') {
      boolean isBreak = c == '\r' && text.startsWith("\r\n", at) && !harmless.isEmpty();
      return !isBreak && harmless.indexOf(c) < 0;
    }
    if (c < '\u007f') {
      return false;
    }
    return c <= '\u009f' // delete, and the second set of control characters (ECMA-48, 5.3)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e') // embeddings and overrides (UAX 9, 2.1 and 2.2)
        || (c >= '\u2066' && c <= '\u2069') // isolates (UAX 9, 2.4)
        || c == '\ufeff'
        || (c >= '\ufff9' && c <= '\ufffb') // interlinear annotations
        || isTag(text, at)
        || isHalf(text, at);
  }

  /// Tag characters, which are invisible: U+E0000 to U+E007F.
  private static boolean isTag(String text, int at) {
    char c = text.charAt(at);
    if (c == '\udb40') {
      return at + 1 < text.length() && isTagEnd(text.charAt(at + 1));
    }
    return isTagEnd(c) && at > 0 && text.charAt(at - 1) == '\udb40';
  }

  private static boolean isTagEnd(char c) {
    return c >= '\udc00' && c <= '\udc7f';
  }

  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
