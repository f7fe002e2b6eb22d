package org.pressmark.article;

import java.util.Locale;

/// A piece of a story that stands by itself.
///
/// @param level 1 to 6 for a heading, the depth from 1 for a list item, 0 for everything else
/// @param text without white space at its ends, and never empty
public record Block(Kind kind, int level, String text, Setting setting) {
  /// What sort of piece a block is. A table has one block a row, with a tab between cells.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    QUOTE,
    TABLE,
    CAPTION,
    PREFORMATTED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Block {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a block without text");
    }
    for (Span span : setting.spans()) {
      if (span.end() > text.length()) {
        throw new IllegalArgumentException("a span that leaves its block at " + span.end());
      }
    }
  }

  public Block(Kind kind, int level, String text) {
    this(kind, level, text, Setting.PLAIN);
  }

  public static Block paragraph(String text) {
    return new Block(Kind.PARAGRAPH, 0, text);
  }
}
