package org.pressmark.residue;

import java.util.Arrays;

/// A string of JSON with its escapes resolved (RFC 8259, section 7), and where each unit of it came
/// from.
final class Escaped {
  private final StringBuilder plain;
  private int[] origins;

  private Escaped(int length) {
    plain = new StringBuilder(length);
    origins = new int[length + 1];
  }

  static Escaped of(String text, int from, int to) {
    Escaped escaped = new Escaped(to - from);
    int at = from;
    while (at < to) {
      int end = text.charAt(at) == '\\' ? endOfEscape(text, at, to) : at + 1;
      escaped.add(unit(text, at, end), at);
      at = end;
    }
    escaped.origins = Arrays.copyOf(escaped.origins, escaped.plain.length() + 1);
    escaped.origins[escaped.plain.length()] = to;
    return escaped;
  }

  private void add(char c, int origin) {
    origins[plain.length()] = origin;
    plain.append(c);
  }

  String plain() {
    return plain.toString();
  }

  /// Where a unit of the plain text begins in the text; for its length, where the string ends.
  int origin(int at) {
    return origins[at];
  }

  /// `\\u00e9` has six units, every other escape two; each stands for one unit.
  private static int endOfEscape(String text, int at, int to) {
    int most = Math.min(to, at + 6);
    boolean isUnit = text.startsWith("u", at + 1)
        && most == at + 6
        && Unescape.json(text.substring(at, most)).length() == 1;
    return isUnit ? most : Math.min(to, at + 2);
  }

  private static char unit(String text, int at, int end) {
    return end == at + 1
        ? text.charAt(at)
        : Unescape.json(text.substring(at, end)).charAt(0);
  }
}
