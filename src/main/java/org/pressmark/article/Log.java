package org.pressmark.article;

import java.util.List;

/// What a list of cuts does to a text, and how it is undone.
public final class Log {
  private Log() {}

  /// The text without its cuts.
  public static String apply(String text, List<Cut> cuts) {
    StringBuilder clean = new StringBuilder(text.length());
    int from = 0;
    for (Cut cut : cuts) {
      clean.append(text, from, cut.offset()).append(cut.put());
      from = cut.end();
    }
    return clean.append(text, from, text.length()).toString();
  }

  /// The text as it was before the cuts: `undo(apply(text, cuts), cuts)` is `text`, to the last
  /// unit.
  public static String undo(String clean, List<Cut> cuts) {
    StringBuilder text = new StringBuilder(clean.length());
    int from = 0;
    for (Cut cut : cuts) {
      int kept = cut.offset() - text.length();
      text.append(clean, from, from + kept).append(cut.was());
      from += kept + cut.put().length();
    }
    return text.append(clean, from, clean.length()).toString();
  }

  /// Refuses cuts that are out of order, overlap, or do not say what stands in the text.
  static void check(String text, List<Cut> cuts) {
    int end = 0;
    for (Cut cut : cuts) {
      if (cut.offset() < end || !text.startsWith(cut.was(), cut.offset())) {
        throw new IllegalArgumentException("cut of rule " + cut.rule().id() + " at " + cut.offset()
            + " overlaps another or misquotes the text");
      }
      end = cut.end();
    }
  }
}
