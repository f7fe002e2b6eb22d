package org.pressmark.source.spare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Markup in the strings of a program, for data that are no JSON: `return {body:
/// "\u003Cp\u003E…"}`.
final class Literals {
  /// What a paragraph begins with, behind `<` or what is written for it.
  private static final List<String> PARAGRAPHS = List.of("<p", "\\u003cp", "\\x3cp");

  /// A string begins no further than this in front of its first paragraph.
  private static final int MOST_BEFORE = 2_000;

  private Literals() {}

  /// @param fewest units of markup
  static List<String> in(String code, int fewest) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < code.length()) {
      if (!isParagraph(code, at)) {
        at++;
        continue;
      }
      int open = open(code, at);
      Optional<Literal> literal = Literal.at(code, open);
      if (open < code.length() && literal.isEmpty()) {
        break; // that has no end: nobody knows what is a string from here on
      }
      literal.map(Literal::value).filter(html -> html.length() >= fewest).ifPresent(found::add);
      at = Math.max(at + 2, literal.map(Literal::end).orElse(0));
    }
    return found;
  }

  private static boolean isParagraph(String code, int at) {
    char c = code.charAt(at);
    return (c == '<' || c == '\\')
        && PARAGRAPHS.stream()
            .anyMatch(mark -> code.regionMatches(true, at, mark, 0, mark.length()));
  }

  /// The quote that opens the string around a place: the nearest behind a mark that comes before
  /// values. The code's end where there is none.
  private static int open(String code, int inside) {
    for (int at = inside - 1; at > Math.max(0, inside - MOST_BEFORE); at--) {
      if ("\"'`".indexOf(code.charAt(at)) >= 0 && ":=(,[".indexOf(code.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return code.length();
  }
}
