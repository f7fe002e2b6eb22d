package org.pressmark.diff;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into parts that give it back when they are joined.
final class Words {
  private Words() {}

  /// Lines, each with its line break.
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      lines.add(text.substring(start, at + 1));
      start = at + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /// Words, runs of white space, and everything else character by character, as are scripts that
  /// put no space between words.
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    Sort last = Sort.ALONE;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      Sort sort = sort(letter);
      if (at > start && (sort != last || sort == Sort.ALONE)) {
        words.add(text.substring(start, at));
        start = at;
      }
      last = sort;
      at += Character.charCount(letter);
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  private enum Sort {
    WORD,
    SPACE,
    ALONE
  }

  private static Sort sort(int letter) {
    if (Character.isWhitespace(letter)) {
      return Sort.SPACE;
    }
    boolean isOfWord = Character.isLetterOrDigit(letter)
        || Character.getType(letter) == Character.NON_SPACING_MARK
        || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    return isOfWord && !isUnspaced(letter) ? Sort.WORD : Sort.ALONE;
  }

  private static boolean isUnspaced(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
