package org.pressmark.json;

import java.util.HexFormat;

/// Escapes in finished JSON what a line of UTF-8 cannot hold.
///
/// Outside of strings JSON is plain ASCII, so whatever is found here stands inside of a string,
/// where an escape of four hexadecimal digits means the same as the character.
final class OneLine {
  private static final HexFormat HEX = HexFormat.of();

  private OneLine() {}

  static String of(CharSequence json) {
    StringBuilder line = new StringBuilder(json.length());
    int from = 0;
    for (int at = 0; at < json.length(); at++) {
      char c = json.charAt(at);
      if (c < '\u007f') {
        continue;
      }
      if (isPair(json, at)) {
        at++;
      } else if (isUnfit(c)) {
        line.append(json, from, at).append("\\u").append(HEX.toHexDigits(c));
        from = at + 1;
      }
    }
    return line.append(json, from, json.length()).toString();
  }

  private static boolean isPair(CharSequence json, int at) {
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
