package org.pressmark.article;

import java.util.Locale;
import java.util.Optional;

/// A stretch of a text that is set in another way than the words around it, or leads somewhere.
///
/// @param start first offset in the text, in UTF-16 units
/// @param end first offset behind it
/// @param href where a link leads; absent for everything else
public record Span(int start, int end, Kind kind, Optional<String> href) {
  /// How it is set.
  public enum Kind {
    LINK,
    EMPHASIS,
    STRONG,
    CODE,
    /// A cell of a table that says what its row or its column holds.
    HEAD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("span " + start + ".." + end + " is empty or runs back");
    }
    if (href.isPresent() != (kind == Kind.LINK)) {
      throw new IllegalArgumentException("a link leads somewhere, and nothing else does");
    }
  }

  public static Span of(int start, int end, Kind kind) {
    return new Span(start, end, kind, Optional.empty());
  }

  public static Span link(int start, int end, String href) {
    return new Span(start, end, Kind.LINK, Optional.of(href));
  }

  /// The same stretch of words, where they stand now.
  public Span at(int newStart, int newEnd) {
    return new Span(newStart, newEnd, kind, href);
  }
}
