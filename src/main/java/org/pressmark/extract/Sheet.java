package org.pressmark.extract;

import java.util.List;

/// A page's lines of text, taken off the tree.
record Sheet(String text, List<Piece> pieces, List<Box> boxes, Told told, Marks marks) {
  String text(Piece piece) {
    return text.substring(piece.start, piece.end);
  }
}
