package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;

/// What is left of a draft, as one text, and where each part of it stands in the draft.
///
/// Code that a page shows on purpose is not in it: a blank line stands in its place.
final class View {
  /// Offsets in the draft's text.
  record Range(int start, int end) {}

  private final String text;
  private final List<int[]> pieces; // offset in the view, offset in the draft, length

  private View(String text, List<int[]> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  static View uncut(Draft draft) {
    List<int[]> holes = holes(draft);
    if (holes.isEmpty()) {
      return new View(draft.text(), List.of(new int[] {0, 0, draft.text().length()}));
    }
    StringBuilder text = new StringBuilder(draft.text().length());
    List<int[]> pieces = new ArrayList<>();
    int at = 0;
    for (int[] hole : holes) {
      if (hole[0] > at) {
        pieces.add(new int[] {text.length(), at, hole[0] - at});
        text.append(draft.text(), at, hole[0]);
      }
      if (hole[2] == 1) {
        text.append("\n\n");
      }
      at = Math.max(at, hole[1]);
    }
    if (at < draft.text().length()) {
      pieces.add(new int[] {text.length(), at, draft.text().length() - at});
      text.append(draft.text(), at, draft.text().length());
    }
    return new View(text.toString(), pieces);
  }

  /// Cuts and preformatted passages, in order: start, end, 1 for a passage.
  private static List<int[]> holes(Draft draft) {
    List<int[]> holes = new ArrayList<>();
    for (Cut cut : draft.cuts()) {
      holes.add(new int[] {cut.offset(), cut.end(), 0});
    }
    for (Passage passage : draft.passages()) {
      if (passage.kind() == Block.Kind.PREFORMATTED) {
        holes.add(new int[] {passage.start(), passage.end(), 1});
      }
    }
    holes.sort(java.util.Comparator.comparingInt(hole -> hole[0]));
    return holes;
  }

  /// Where a stretch of the view stands in the draft: more than one place if something lies in it.
  List<Range> ranges(int start, int end) {
    List<Range> ranges = new ArrayList<>();
    for (int i = firstPiece(start); i < pieces.size(); i++) {
      int[] piece = pieces.get(i);
      if (piece[0] >= end) {
        break;
      }
      int from = Math.max(start, piece[0]);
      int to = Math.min(end, piece[0] + piece[2]);
      while (from < to && Draft.isBlank(text.charAt(from))) {
        from++;
      }
      while (to > from && Draft.isBlank(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        int shift = piece[1] - piece[0];
        ranges.add(new Range(from + shift, to + shift));
      }
    }
    return ranges;
  }

  /// Whether nothing but white space of one piece lies between two offsets in the draft.
  boolean touches(int end, int start) {
    for (int[] piece : pieces) {
      if (end >= piece[1] && start <= piece[1] + piece[2]) {
        int shift = piece[0] - piece[1];
        return text.substring(end + shift, start + shift).isBlank();
      }
    }
    return false;
  }

  private int firstPiece(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pieces.get(middle)[0] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
