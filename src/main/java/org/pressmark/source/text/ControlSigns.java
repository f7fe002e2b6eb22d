package org.pressmark.source.text;

/// Tells what is no text by the control characters in it.
public final class ControlSigns {
  private ControlSigns() {}

  /// Whether one sign in fifty is a control character that texts do not have.
  public static boolean abound(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += isControl(text.charAt(i)) ? 1 : 0;
    }
    return count * 50L > text.length();
  }

  private static boolean isControl(char sign) {
    return (sign < ' ' && "\t\n\r\f\u001B\u001A".indexOf(sign) < 0) || sign == 0x7F;
  }
}
