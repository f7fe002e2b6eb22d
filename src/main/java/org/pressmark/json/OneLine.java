package org.pressmark.json;

import java.util.HexFormat;

/// Escapes in finished JSON what a line of UTF-8 cannot hold.
///
/// Outside of strings JSON is plain ASCII, so whatever is found here stands inside of a string,
/// where an escape of four hexadecimal digits means the same as the character.
final class OneLine {
  private static final HexFormat HEX = HexFormat.of();

  private OneLine() {}

  static String of(String json) {
    int unfit = nextUnfit(json, 0);
    if (unfit == json.length()) {
      return json;
    }
    StringBuilder line = new StringBuilder(json.length() + 64);
    int from = 0;
    while (unfit < json.length()) {
      line.append(json, from, unfit).append("\\u").append(HEX.toHexDigits(json.charAt(unfit)));
      from = unfit + 1;
      unfit = nextUnfit(json, from);
    }
    return line.append(json, from, json.length()).toString();
  }

  private static int nextUnfit(String json, int from) {
    int at = from;
    while (at < json.length()) {
      char c = json.charAt(at);
      if (c >= '\u007f' && isPair(json, at)) {
        at++;
      } else if (c >= '\u007f' && isUnfit(c)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static boolean isPair(String json, int at) {
    return Character.isHighSurrogate(json.charAt(at))
        && at + 1 < json.length()
        && Character.isLowSurrogate(json.charAt(at + 1));
  }

  /// A control character (U+0085 is one, and ends a line for some), a line or paragraph separator,
  /// or half a surrogate pair.
  private static boolean isUnfit(char c) {
    return c <= '\u009f' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c);
  }
}
