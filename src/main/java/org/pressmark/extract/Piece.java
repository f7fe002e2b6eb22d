package org.pressmark.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.pressmark.article.Block;

/// A future passage: a piece of the page's text that stands by itself, with what was counted while
/// it was read.
final class Piece {
  /// A Chinese or Japanese character says about as much as two and a half letters.
  private static final double IDEOGRAPH = 2.5;

  final Box box;
  final int start; // in the walk's text
  int end;
  Block.Kind kind = Block.Kind.PARAGRAPH;
  int level;
  boolean inButton;
  int indent; // spaces before the first line of preformatted text

  // Counts of characters, white space apart.
  int chars;
  int ideographs;
  int digits;
  int uppers;
  int linked;
  int bold;
  int italic;

  int links;
  int words = 1;
  int lines = 1;
  int commas;
  int stops; // ends of sentences
  boolean endsInStop;
  List<Element> inside = List.of(); // the elements inside of the line in which it begins
  int hints; // in their names

  /// The elements inside of it, as numbers in [Marks], and the first one behind.
  int firstMark;
  int lastMark;

  Piece(Box box, int start) {
    this.box = box;
    this.start = start;
  }

  /// Its length in letters, whatever the script.
  double width() {
    return chars + (IDEOGRAPH - 1) * ideographs;
  }

  double linkShare() {
    return chars == 0 ? 0 : (double) linked / chars;
  }

  /// The box it stands in among its like: for a `p`, what is around it.
  Box holder() {
    return box.role.isLeaf() ? box.parent : box;
  }

  /// Whether it is long enough and punctuated like running text, links or not.
  boolean isParagraph() {
    return width() >= 80 && (stops > 1 || endsInStop || commas > 1);
  }

  /// How much running text it is: its width outside of links if it reads like sentences.
  double prose() {
    double free = width() * (1 - linkShare());
    if (kind == Block.Kind.HEADING || inButton || linkShare() > 0.6) {
      return 0;
    }
    if (isParagraph()) {
      return free;
    }
    return width() >= 40 && endsInStop ? free / 2 : 0;
  }

  /// Takes over what was counted in a cell of the table row that this piece is.
  void add(Piece cell) {
    chars += cell.chars;
    ideographs += cell.ideographs;
    digits += cell.digits;
    uppers += cell.uppers;
    linked += cell.linked;
    bold += cell.bold;
    italic += cell.italic;
    links += cell.links;
    words += cell.words;
    commas += cell.commas;
    stops += cell.stops;
  }
}
