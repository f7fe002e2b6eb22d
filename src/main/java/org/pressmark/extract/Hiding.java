package org.pressmark.extract;

import java.util.Locale;
import org.jsoup.nodes.Attributes;

/// Whether an element's own attributes hide it from readers.
final class Hiding {
  private Hiding() {}

  static boolean hides(Attributes attributes) {
    if (attributes.hasKey("hidden")) {
      return !attributes.get("hidden").equals("until-found");
    }
    String style = attributes.get("style");
    return !style.isEmpty() && isUndisplayed(style) || isForScreenReaders(attributes.get("class"));
  }

  /// Whether a style says `display: none` (CSS Display 3, 2), with any white space in it, or
  /// `visibility: hidden`.
  private static boolean isUndisplayed(String style) {
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        boolean hides = switch (name) {
          case "display" -> says(declaration, colon, "none");
          case "visibility" -> says(declaration, colon, "hidden");
          default -> false;
        };
        if (hides) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean says(String declaration, int colon, String word) {
    String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    return value.equals(word) || value.startsWith(word + "!") || value.startsWith(word + " ");
  }

  /// Names that style sheets all over the web give to text that is read out but not shown.
  private static boolean isForScreenReaders(String names) {
    return names.length() > 6
        && (names.contains("sr-only") || names.contains("isually") || names.contains("creen"))
        && (names.contains("sr-only")
            || names.contains("visually-hidden")
            || names.contains("visuallyhidden")
            || names.contains("screen-reader-text")
            || names.contains("screenreader"))
        && !names.contains("not-sr-only");
  }
}
