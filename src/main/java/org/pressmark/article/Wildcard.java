package org.pressmark.article;

/// A pattern that users choose names and addresses by: `*` stands for anything, and a pattern
/// without it is looked for anywhere.
///
/// `2021/*.html` matches `2021/may/storm.html`; `may` does, too.
public record Wildcard(String pattern) {
  /// Each piece between stars is taken where it comes first, which is enough: no pattern is tried
  /// twice.
  public boolean matches(String text) {
    if (pattern.indexOf('*') < 0) {
      return text.contains(pattern);
    }
    String[] pieces = pattern.split("\\*", -1);
    String last = pieces[pieces.length - 1];
    if (!text.startsWith(pieces[0]) || !text.endsWith(last)) {
      return false;
    }
    int at = pieces[0].length();
    int end = text.length() - last.length();
    for (int piece = 1; piece < pieces.length - 1; piece++) {
      int found = text.indexOf(pieces[piece], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[piece].length();
    }
    return at <= end;
  }
}
