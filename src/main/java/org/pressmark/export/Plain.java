package org.pressmark.export;

/// Text for files that know lines and columns, and no way to escape a character.
final class Plain {
  private Plain() {}

  /// With line breaks and tabs as they are. Other control characters are shown by their pictures
  /// (U+2400), as TEI has them, and half a pair, which UTF-8 has no bytes for, by U+FFFD.
  static String text(String text) {
    return write(text, false);
  }

  /// The same on one line: white space of any length is one space.
  static String line(String text) {
    return write(text, true).strip();
  }

  private static String write(String text, boolean isOneLine) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isOneLine && isSpace(c)) {
        if (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ') {
          plain.append(' ');
        }
      } else if (c < ' ' && c != '\n' && c != '\t') {
        plain.append((char) (c + '\u2400'));
      } else if (c == '\u007f') {
        plain.append('\u2421');
      } else if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        plain.append(c).append(text.charAt(++at));
      } else {
        plain.append(Character.isSurrogate(c) || isNoCharacter(c) ? '\ufffd' : c);
      }
    }
    return plain.toString();
  }

  /// The second set of control characters, and what ends a line for some programs.
  private static boolean isNoCharacter(char c) {
    return c >= '\u0080' && c <= '\u009f' || c >= '\ufffe';
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
