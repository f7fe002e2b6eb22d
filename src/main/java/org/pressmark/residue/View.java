package org.pressmark.residue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;

/// What is left of a draft, as one text, and where each part of it stands in the draft.
///
/// Code that a page shows on purpose is not in it: a blank line stands in its place.
final class View {
  /// A piece of the draft's text.
  record Range(int start, String text) {}

  /// @param at offset in the view
  /// @param origin offset in the draft
  private record Piece(int at, int origin, int length) {}

  /// A stretch of the draft that the view does not show, and what it shows instead.
  private record Hole(int start, int end, String instead) {}

  private final String text;
  private final List<Piece> pieces;

  private View(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  String text() {
    return text;
  }

  /// The text as it came, without what the draft has cut already.
  static View uncut(Draft draft) {
    List<Hole> holes = new ArrayList<>();
    draft.cuts().forEach(cut -> holes.add(new Hole(cut.offset(), cut.end(), "")));
    return of(draft, holes);
  }

  /// The text as it will leave the house: the text of the finished body.
  static View finished(Draft draft) {
    List<Hole> holes = new ArrayList<>();
    draft.finish().log().forEach(cut -> holes.add(new Hole(cut.offset(), cut.end(), cut.put())));
    return of(draft, holes);
  }

  private static View of(Draft draft, List<Hole> holes) {
    for (Passage passage : draft.passages()) {
      if (passage.kind() == Block.Kind.PREFORMATTED) {
        holes.add(new Hole(passage.start(), passage.end(), "\n\n"));
      }
    }
    if (holes.isEmpty()) {
      return new View(draft.text(), List.of(new Piece(0, 0, draft.text().length())));
    }
    holes.sort(Comparator.comparingInt(Hole::start));
    StringBuilder text = new StringBuilder(draft.text().length());
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Hole hole : holes) {
      piece(draft.text(), at, hole.start(), text, pieces);
      if (hole.start() >= at) {
        text.append(hole.instead());
      }
      at = Math.max(at, hole.end());
    }
    piece(draft.text(), at, draft.text().length(), text, pieces);
    return new View(text.toString(), pieces);
  }

  private static void piece(
      String draft, int from, int to, StringBuilder text, List<Piece> pieces) {
    if (from < to) {
      pieces.add(new Piece(text.length(), from, to - from));
      text.append(draft, from, to);
    }
  }

  /// Where a stretch of the view stands in the draft: more than one place if something that is not
  /// shown lies in it.
  List<Range> ranges(int start, int end) {
    List<Range> ranges = new ArrayList<>();
    for (int i = pieceAt(start); i < pieces.size() && pieces.get(i).at() < end; i++) {
      Piece piece = pieces.get(i);
      int from = Math.max(start, piece.at());
      int to = Math.min(end, piece.at() + piece.length());
      if (from < to) {
        ranges.add(new Range(piece.origin() + from - piece.at(), text.substring(from, to)));
      }
    }
    return ranges;
  }

  /// The same candidates, at the places where they stand in the draft.
  List<Candidate> placed(List<Candidate> candidates) {
    return candidates.stream().map(this::placed).toList();
  }

  private Candidate placed(Candidate candidate) {
    int at = Integer.parseInt(candidate.place().substring("offset ".length()));
    Piece piece = pieces.get(pieceAt(at));
    return new Candidate(
        candidate.field(),
        candidate.values(),
        candidate.source(),
        "offset " + (piece.origin() + at - piece.at()),
        candidate.confidence(),
        candidate.refusal());
  }

  /// The last piece that begins at an offset or before it.
  private int pieceAt(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pieces.get(middle).at() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
