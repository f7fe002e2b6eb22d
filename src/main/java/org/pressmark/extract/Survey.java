package org.pressmark.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sheet with its sums: what every box holds, and which box looks most like the story's.
final class Survey {
  final Sheet sheet;
  final List<Piece> pieces;
  final Box page;

  /// The box that holds most of the running text with the least around it.
  final Box best;

  /// The first and last piece of running text in it; -1 where there is none.
  final int firstProse;
  final int lastProse;

  /// Sums over pieces whose boxes look alike, by piece.
  final Kin[] kin;

  /// The kin with the most running text of all.
  final Kin mainKin;

  /// Pieces in boxes that look alike.
  static final class Kin {
    int pieces;
    double width;
    double linked;
    double prose;
    int lastSeen;
  }

  Survey(Sheet sheet) {
    this.sheet = sheet;
    this.pieces = sheet.pieces();
    this.page = sheet.boxes().getFirst();
    sum();
    hint();
    this.best = findBest();
    this.kin = findKin();
    this.mainKin = findMainKin();
    int first = -1;
    int last = -1;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).prose() > 0 && best.holds(pieces.get(i).box)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    this.firstProse = first;
    this.lastProse = last;
  }

  private void sum() {
    for (Piece piece : pieces) {
      Box box = piece.box;
      double prose = piece.prose();
      box.pieces++;
      box.width += piece.width();
      box.linked += piece.width() * piece.linkShare();
      box.prose += prose;
      Box holder = piece.holder();
      holder.score += prose;
      holder.parent.score += prose / 2;
      holder.parent.parent.score += prose / 3;
    }
    List<Box> boxes = sheet.boxes();
    for (int i = boxes.size() - 1; i > 0; i--) {
      Box box = boxes.get(i);
      box.parent.pieces += box.pieces;
      box.parent.width += box.width;
      box.parent.linked += box.linked;
      box.parent.prose += box.prose;
    }
  }

  private void hint() {
    Names names = new Names();
    for (Box box : sheet.boxes()) {
      if (box.pieces == 0) {
        continue;
      }
      box.hints = names.hints(box.element) | box.role.hint();
      // What is said of the whole page is said of the story as well.
      boolean wholePage = box.width > 0.9 * page.width;
      box.inherited = box.parent.inherited | (wholePage ? 0 : box.hints);
    }
    for (Piece piece : pieces) {
      if (!piece.inside.isEmpty()) {
        piece.hints = names.hints(piece.inside);
      }
    }
  }

  private Box findBest() {
    Box best = page;
    double most = 0;
    for (Box box : sheet.boxes()) {
      double score = box.score * (1 - box.linkShare()) * weight(box);
      if (score > most) {
        most = score;
        best = box;
      }
    }
    // One paragraph a box: the story's box is around them.
    while (!best.isRoot()
        && best.parent.prose > 1.4 * best.prose
        && best.parent.linkShare() < 0.35
        && best.parent.prose > 0.5 * best.parent.width) {
      best = best.parent;
    }
    return best;
  }

  private static double weight(Box box) {
    int against = Hint.COMMENTS.bit()
        | Hint.FOOTER.bit()
        | Hint.NAVIGATION.bit()
        | Hint.CONSENT.bit()
        | Hint.ASIDE.bit()
        | Hint.RELATED.bit();
    double weight = Hint.STORY.in(box.inherited) ? 1.3 : 1;
    if ((box.inherited & against) != 0) {
      weight *= Hint.COMMENTS.in(box.inherited) || Hint.CONSENT.in(box.inherited) ? 0.3 : 0.7;
    }
    return box.hidden ? weight * 0.2 : weight;
  }

  private Kin[] findKin() {
    Map<Integer, Kin> byLook = new HashMap<>();
    Kin[] found = new Kin[pieces.size()];
    for (int i = 0; i < found.length; i++) {
      Piece piece = pieces.get(i);
      Kin kin = byLook.computeIfAbsent(piece.box.look, look -> new Kin());
      kin.pieces++;
      kin.width += piece.width();
      kin.linked += piece.width() * piece.linkShare();
      kin.prose += piece.prose();
      found[i] = kin;
    }
    return found;
  }

  private Kin findMainKin() {
    Kin main = new Kin();
    for (Kin some : kin) {
      main = some.prose > main.prose ? some : main;
    }
    return main;
  }
}
