package org.pressmark.extract;

import org.jsoup.nodes.Attributes;

/// Whether an element's own attributes hide it from readers.
final class Hiding {
  private Hiding() {}

  static boolean hides(Attributes attributes) {
    if (attributes.hasKey("hidden")) {
      return !attributes.get("hidden").equals("until-found");
    }
    String style = attributes.get("style");
    return !style.isEmpty() && says(style, "display", "none")
        || isForScreenReaders(attributes.get("class"));
  }

  /// Whether a style says `display: none`, with any white space in it.
  private static boolean says(String style, String property, String value) {
    for (int at = indexOf(style, property, 0); at >= 0; at = indexOf(style, property, at + 1)) {
      int next = skipBlank(style, at + property.length());
      if (next < style.length()
          && style.charAt(next) == ':'
          && style.regionMatches(true, skipBlank(style, next + 1), value, 0, value.length())) {
        return true;
      }
    }
    return false;
  }

  private static int indexOf(String style, String word, int from) {
    for (int at = from; at <= style.length() - word.length(); at++) {
      if (style.regionMatches(true, at, word, 0, word.length())) {
        return at;
      }
    }
    return -1;
  }

  private static int skipBlank(String style, int from) {
    int at = from;
    while (at < style.length() && style.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /// Names that style sheets all over the web give to text that is read out but not shown.
  private static boolean isForScreenReaders(String names) {
    return !names.isEmpty()
        && (names.contains("sr-only")
            || names.contains("visually-hidden")
            || names.contains("visuallyhidden")
            || names.contains("screen-reader-text")
            || names.contains("screenreader"))
        && !names.contains("not-sr-only");
  }
}
