package org.pressmark.source;

/// Tells what is no text by the control characters in it.
final class ControlSigns {
  private static final int HEAD = 1 << 13;

  private ControlSigns() {}

  /// Whether there are so many that this is no text: one in fifty at the beginning, or, where
  /// there is a NUL anywhere, one in fifty of all.
  static boolean abound(String text) {
    return abound(text, Math.min(text.length(), HEAD))
        || (text.indexOf(0) >= 0 && abound(text, text.length()));
  }

  private static boolean abound(String text, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += isControl(text.charAt(i)) ? 1 : 0;
    }
    return count * 50L > length;
  }

  private static boolean isControl(char sign) {
    return (sign < ' ' && "\t\n\r\f\u001B\u001A".indexOf(sign) < 0) || sign == 0x7F;
  }
}
