package org.pressmark.search;

/// Where in an article words of a question stand: a word, a whole phrase, all of a `NEAR`.
///
/// @param start in UTF-16 units of the headline, or of the clean text
public record Key(Part part, int start, int end) {
  /// In reading order.
  public enum Part {
    HEADLINE,
    BODY
  }

  public Key {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a key that is empty or runs backwards: " + start);
    }
  }
}
