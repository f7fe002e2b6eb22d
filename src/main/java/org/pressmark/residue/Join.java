package org.pressmark.residue;

import org.pressmark.article.Draft;

/// Mends the seam where something was cut out of the middle of a line: one space remains between
/// what stood before and what comes after.
final class Join {
  private Join() {}

  /// Where a cut of `start` to `end` has to begin: where a space stands on either side, the one on
  /// the left goes too.
  static int start(String text, int start, int end) {
    if (!isSpace(text, start - 1)
        || !(end < text.length() && isSpace(text, end))
        || isLineEnd(text, end)) {
      return start;
    }
    int from = start;
    while (isSpace(text, from - 1)) {
      from--;
    }
    return from == 0 || text.charAt(from - 1) == '\n' ? start : from;
  }

  /// What a cut leaves in its place: a space where two words would be glued together.
  static String put(String text, int start, int end) {
    if (start == 0 || end >= text.length()) {
      return "";
    }
    char before = text.charAt(start - 1);
    char after = text.charAt(end);
    boolean glued = !Draft.isBlank(before) && !Draft.isBlank(after);
    boolean cjk = Chars.sort(before) == Chars.IDEOGRAPH
        || Chars.sort(after) == Chars.IDEOGRAPH
        || Shape.mark(before) == Shape.IDEOGRAPHIC_MARK;
    boolean closing = ".,;:!?)]”’»…".indexOf(after) >= 0;
    return glued && !cjk && !closing ? " " : "";
  }

  private static boolean isSpace(String text, int i) {
    return i >= 0 && text.charAt(i) != '\n' && Draft.isBlank(text.charAt(i));
  }

  private static boolean isLineEnd(String text, int from) {
    int i = from;
    while (isSpace(text, i) && i + 1 < text.length()) {
      i++;
    }
    return i + 1 >= text.length() || text.charAt(i) == '\n';
  }
}
