package org.pressmark.extract;

/// A string inside JSON (RFC 8259, 7), possibly broken, and possibly with HTML in it.
final class JsonString {
  private JsonString() {}

  /// Reads up to the closing quote, without tags.
  ///
  /// @param from the first character behind the opening quote
  /// @return the place behind the closing quote, or the last that was read
  static int read(String json, int from, int max, StringBuilder into) {
    int at = from;
    boolean tag = false;
    while (at < json.length() && at - from < max) {
      char c = json.charAt(at++);
      if (c == '"') {
        return at;
      }
      if (c == '\\' && at < json.length()) {
        char escaped = json.charAt(at++);
        c = escaped;
        if (escaped == 'u' && at + 4 <= json.length()) {
          c = hex(json, at);
          at += 4;
        } else if ("bfnrt".indexOf(escaped) >= 0) {
          c = ' ';
        }
      }
      if (c == '<') {
        tag = at < json.length() && (json.charAt(at) == '/' || Character.isLetter(json.charAt(at)));
      }
      if (!tag) {
        into.append(c);
      }
      tag = tag && c != '>';
    }
    return at;
  }

  private static char hex(String json, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(json.charAt(i), 16);
      if (digit < 0) {
        return ' ';
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }
}
