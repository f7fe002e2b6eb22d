package org.pressmark.diff;

/// A stretch of two texts that are held against each other.
///
/// @param text never empty
public record Piece(Kind kind, String text) {
  /// Which of the two texts has it.
  public enum Kind {
    BOTH,
    BEFORE,
    AFTER
  }
}
