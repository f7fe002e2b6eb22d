package org.pressmark.extract;

import java.util.List;

/// Whether a line says whose property the page is: `© 2009 Verlag`, `Copyright (c) 2011`.
final class Rights {
  private static final String WORD = "copyright";

  /// What claims all rights in one word, so that no sign and no year must follow.
  private static final List<String> CLAIMS =
      List.of("版权所有", "版權所有", "著作权归", "無断転載", "无断转载", "무단전재", "무단 전재");

  private Rights() {}

  /// A sign at the beginning, or the word and then a sign or a year. `Copyright law` is a subject,
  /// `(c)` the third point of a list.
  static boolean claimedAt(CharSequence text, int start, int end) {
    String line = text.subSequence(start, Math.min(end, start + 40)).toString();
    if (line.startsWith("©") || isClaim(line)) {
      return true;
    }
    boolean hasWord = line.regionMatches(true, 0, WORD, 0, WORD.length());
    String rest = (hasWord ? line.substring(WORD.length()) : line).strip();
    boolean hasSign = rest.startsWith("©") || rest.regionMatches(true, 0, "(c)", 0, 3);
    String year = (hasSign ? rest.substring(rest.startsWith("©") ? 1 : 3) : rest).strip();
    return (hasWord || hasSign) && (hasWord && hasSign || isYear(year));
  }

  private static boolean isClaim(String line) {
    if (line.isEmpty() || line.charAt(0) < '\u3000') {
      return false; // as most are
    }
    for (String claim : CLAIMS) {
      if (line.startsWith(claim)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYear(String text) {
    return text.length() >= 4
        && (text.startsWith("19") || text.startsWith("20"))
        && Character.isDigit(text.charAt(2))
        && Character.isDigit(text.charAt(3));
  }
}
