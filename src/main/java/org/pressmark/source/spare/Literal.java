package org.pressmark.source.spare;

import java.util.Optional;

/// A string as JavaScript writes it (ECMA-262, 12.9.4).
///
/// @param end the place behind its closing quote
record Literal(String value, int end) {
  static Optional<Literal> at(String code, int open) {
    if (open >= code.length() || "\"'`".indexOf(code.charAt(open)) < 0) {
      return Optional.empty();
    }
    char quote = code.charAt(open);
    StringBuilder value = new StringBuilder();
    int at = open + 1;
    while (at < code.length() && code.charAt(at) != quote) {
      at = code.charAt(at) == '\\' ? escape(code, at + 1, value) : plain(code, at, value);
    }
    return at < code.length()
        ? Optional.of(new Literal(value.toString(), at + 1))
        : Optional.empty();
  }

  private static int plain(String code, int at, StringBuilder into) {
    into.append(code.charAt(at));
    return at + 1;
  }

  private static int escape(String code, int at, StringBuilder into) {
    if (at >= code.length()) {
      return at;
    }
    char c = code.charAt(at);
    switch (c) {
      case 'n' -> into.append('\n');
      case 'r' -> into.append('\r');
      case 't' -> into.append('\t');
      case 'b', 'f', 'v', '0' -> into.append(' ');
      case '\n' -> {} // goes on in the next line
      case 'u', 'x' -> {
        int end = at + (c == 'u' ? 5 : 3);
        if (end <= code.length() && isHex(code, at + 1, end)) {
          into.append((char) Integer.parseInt(code, at + 1, end, 16));
          return end;
        }
        into.append(c);
      }
      default -> into.append(c);
    }
    return at + 1;
  }

  private static boolean isHex(String code, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.digit(code.charAt(at), 16) < 0 || code.charAt(at) > 'f') {
        return false;
      }
    }
    return true;
  }
}
