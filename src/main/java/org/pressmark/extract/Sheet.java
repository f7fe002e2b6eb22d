package org.pressmark.extract;

import java.util.List;

/// A page's lines of text, taken off the tree.
record Sheet(CharSequence text, List<Piece> pieces, List<Box> boxes, Told told) {
  String text(Piece piece) {
    return text.subSequence(piece.start, piece.end).toString();
  }
}
