package org.pressmark.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element of the page that holds lines of text, with sums over all that stands in it.
final class Box {
  final Box parent; // the outermost box is its own parent
  final int index; // boxes are numbered as they open
  final int depth;
  final Role role;
  final boolean hidden;

  final Element element;

  /// Equal for boxes that look alike: same tag and class, in a parent of the same tag and class.
  final int look;

  int lastIndex; // of the last box inside it
  int firstPiece; // the number of pieces that ended before it

  // Sums over the pieces that stand in it, directly or deeper.
  int pieces;
  double width;
  double linked;
  double prose;

  /// Prose of the pieces in it, those in deeper boxes counted less.
  double score;

  int hints;
  int inherited;

  // For table rows.
  boolean layout;

  Box(
      @Nullable Box parent,
      int index,
      Role role,
      Element element,
      int look,
      boolean hidden,
      int firstPiece) {
    this.parent = parent == null ? this : parent;
    this.index = index;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.role = role;
    this.element = element;
    this.look = look;
    this.hidden = hidden;
    this.firstPiece = firstPiece;
    this.lastIndex = index;
  }

  boolean holds(Box other) {
    return other.index >= index && other.index <= lastIndex;
  }

  boolean isRoot() {
    return parent == this;
  }

  double linkShare() {
    return width == 0 ? 0 : linked / width;
  }
}
