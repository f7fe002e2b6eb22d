package org.pressmark.article;

/// A stretch of a draft that is one block, before anything is cut out of it.
///
/// @param start first offset in the draft's text, in UTF-16 units
/// @param end first offset behind it
/// @param setting its spans have offsets in the draft's text, too, and stand by their start
public record Passage(int start, int end, Block.Kind kind, int level, Setting setting) {
  public Passage {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "passage " + start + ".." + end + " is empty or runs backwards");
    }
  }

  public Passage(int start, int end, Block.Kind kind, int level) {
    this(start, end, kind, level, Setting.PLAIN);
  }
}
