package org.pressmark.article;

/// A stretch of a draft that is one block, before anything is cut out of it.
///
/// @param start first offset in the draft's text, in UTF-16 units
/// @param end first offset behind it
public record Passage(int start, int end, Block.Kind kind, int level) {
  public Passage {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "passage " + start + ".." + end + " is empty or runs backwards");
    }
  }
}
