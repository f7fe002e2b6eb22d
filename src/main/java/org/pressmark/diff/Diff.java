package org.pressmark.diff;

import java.util.ArrayList;
import java.util.List;

/// What changed from one text to another. The pieces of both and of the text before give the text
/// before, exactly, and those of both and of the text after give the text after.
///
/// @param isWhole whether it goes down to words everywhere: where more words changed in one place
/// than can be compared in reasonable time, that place is told as a whole
public record Diff(List<Piece> pieces, boolean isWhole) {
  /// Stands where a text that did not change was left out.
  public static final String LEFT_OUT = " … ";

  public Diff {
    pieces = List.copyOf(pieces);
  }

  public static Diff of(String before, String after) {
    return new Comparison().compare(before, after);
  }

  public boolean isEmpty() {
    return pieces.stream().allMatch(piece -> piece.kind() == Piece.Kind.BOTH);
  }

  /// The changes with so many characters of the unchanged text around each of them.
  public Diff around(int characters) {
    List<Piece> shortened = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Piece.Kind.BOTH) {
        int head = i == 0 ? 0 : characters;
        int tail = i == pieces.size() - 1 ? 0 : characters;
        shortened.add(new Piece(Piece.Kind.BOTH, shorten(piece.text(), head, tail)));
      } else {
        shortened.add(piece);
      }
    }
    return new Diff(shortened, isWhole);
  }

  private static String shorten(String text, int head, int tail) {
    if (text.length() <= head + tail + LEFT_OUT.length()) {
      return text;
    }
    int start = boundary(text, head);
    int end = boundary(text, text.length() - tail);
    return text.substring(0, start) + LEFT_OUT + text.substring(end);
  }

  /// No half of a surrogate pair is left alone.
  private static int boundary(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /// The same, cut off behind so many characters.
  public Diff upTo(int characters) {
    List<Piece> first = new ArrayList<>();
    int left = characters;
    for (Piece piece : pieces) {
      if (piece.text().length() > left) {
        String start = piece.text().substring(0, boundary(piece.text(), left));
        first.add(new Piece(piece.kind(), start + LEFT_OUT));
        break;
      }
      first.add(piece);
      left -= piece.text().length();
    }
    return new Diff(first, isWhole);
  }
}
