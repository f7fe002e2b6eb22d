package org.pressmark.cli;

import org.pressmark.export.Screen;

/// Text in a column of a table, as wide as it looks on a terminal.
final class Cell {
  // First strong isolate and pop directional isolate (UAX #9, 2.4.3 and 2.5): what is written from
  // right to left stays inside its column.
  private static final String ISOLATE = "\u2068";
  private static final String END = "\u2069";

  private Cell() {}

  /// One line, fit for a terminal.
  static String line(String text) {
    return Screen.line(text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' '));
  }

  static String left(String text, int width) {
    return isolated(text) + " ".repeat(Math.max(0, width - width(text)));
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + isolated(text);
  }

  private static String isolated(String text) {
    return isRightToLeft(text) ? ISOLATE + text + END : text;
  }

  /// Whether some of it is written from right to left.
  static boolean isRightToLeft(String text) {
    for (int at = 0; at < text.length(); at++) {
      byte direction = Character.getDirectionality(text.charAt(at));
      if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
        return true;
      }
    }
    return false;
  }

  /// In columns: accents have none, Chinese characters and the like two (UAX #11).
  static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      width += c < 0x300 ? 1 : width(c);
      at += Character.charCount(c);
    }
    return width;
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
