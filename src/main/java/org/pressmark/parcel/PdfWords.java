package org.pressmark.parcel;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Joins lines into paragraphs, and words that were parted at a line's end.
///
/// A hyphen at a line's end goes only where the rest of the document lets it: from `elec-tricity`
/// if `electricity` stands elsewhere, not from `well-known` if `well-known`, or both `well` and
/// `known` do; and where it does not tell, only if lines end in hyphens so often that words must
/// have been parted.
final class PdfWords {
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final String SENTENCE_ENDS = ".!?\u2026:;\"\u201D\u00BB)\u3002\uFF01\uFF1F";

  // One line in so many ends in a hyphen of its own where no words are parted.
  private static final int SELDOM = 25;

  private final Set<String> known = new HashSet<>();
  private final boolean partsWords;

  PdfWords(List<PdfLine> lines) {
    int parted = 0;
    for (PdfLine line : lines) {
      addWords(line.text());
      parted += isHyphen(line.text().charAt(line.text().length() - 1)) ? 1 : 0;
    }
    partsWords = parted * SELDOM > lines.size();
  }

  String join(List<PdfLine> lines) {
    StringBuilder text = new StringBuilder();
    for (PdfLine line : lines) {
      append(text, line.text());
    }
    return text.toString();
  }

  /// Whether a sentence runs on from one text into the other.
  static boolean goesOn(String text, String next) {
    return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0
        && Character.isLowerCase(next.codePointAt(0));
  }

  /// Whether the text begins as an item of a list does: with a bullet or a number.
  static boolean opensItem(String text) {
    if (!Character.isLetterOrDigit(text.codePointAt(0))) {
      return "\u2022\u2023\u25AA\u25CF\u25E6\u2013\u2014*-".indexOf(text.charAt(0)) >= 0;
    }
    int end = 0;
    while (end < text.length() && end < 4 && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end < text.length() - 1
        && ".)".indexOf(text.charAt(end)) >= 0
        && Character.isWhitespace(text.charAt(end + 1));
  }

  private void append(StringBuilder text, String line) {
    int end = text.length() - 1;
    if (end < 0) {
      text.append(line);
      return;
    }
    char last = text.charAt(end);
    if (last == SOFT_HYPHEN || (isHyphen(last) && isParted(text, line))) {
      text.setLength(end);
    } else if (!isBound(text, line)) {
      text.append(' ');
    }
    text.append(line);
  }

  /// Whether the line goes on where the text ends, without a blank: behind a hyphen, or in a script
  /// that has no blanks.
  private static boolean isBound(StringBuilder text, String line) {
    int end = text.length() - 1;
    if (isHyphen(text.charAt(end))) {
      return end > 0 && Character.isLetterOrDigit(text.charAt(end - 1));
    }
    return isIdeographic(text.codePointBefore(end + 1)) && isIdeographic(line.codePointAt(0));
  }

  /// Whether the hyphen at the end of the text only parts a word.
  private boolean isParted(StringBuilder text, String line) {
    int end = text.length() - 1;
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int stop = 0;
    while (stop < line.length() && Character.isLetter(line.charAt(stop))) {
      stop++;
    }
    if (end - start < 2 || stop < 2 || !Character.isLowerCase(line.charAt(0))) {
      return false;
    }
    String head = text.substring(start, end).toLowerCase(Locale.ROOT);
    String tail = line.substring(0, stop).toLowerCase(Locale.ROOT);
    if (known.contains(head + tail)) {
      return true;
    }
    return partsWords
        && !known.contains(head + "-" + tail)
        && !(known.contains(head) && known.contains(tail));
  }

  /// Takes in all words but those that a line's end may have cut.
  private void addWords(String line) {
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      boolean inWord =
          i < line.length() && (Character.isLetter(line.charAt(i)) || isHyphen(line.charAt(i)));
      if (!inWord) {
        if (i - start > 1 && start > 0 && !isHyphen(line.charAt(i - 1))) {
          known.add(line.substring(start, i).toLowerCase(Locale.ROOT).replace('\u2010', '-'));
        }
        start = i + 1;
      }
    }
  }

  private static boolean isHyphen(char sign) {
    return sign == '-' || sign == '\u2010';
  }

  private static boolean isIdeographic(int sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> sign >= 0x3000 && sign <= 0x303F || sign >= 0xFF00 && sign <= 0xFF60;
    };
  }
}
