package org.pressmark.extract;

import java.util.List;
import org.pressmark.article.Block;

/// Further containers of a story: long reads cut theirs into several.
final class Twins {
  /// How much of a story's further container is running text at least, how likely it is story.
  private static final double TWIN_PROSE = 0.6;

  private static final double TWIN_SURE = 0.25;

  private final Survey survey;
  private final List<Piece> pieces;
  private final double[] sure;
  private final boolean[] story;

  Twins(Verdict verdict) {
    this.survey = verdict.survey;
    this.pieces = verdict.pieces;
    this.sure = verdict.sure;
    this.story = verdict.story;
  }

  /// Long reads cut the story into several containers: what is called like the story's box, stands
  /// as deep and is as full of running text is more of the story.
  void take() {
    Box best = survey.best;
    if (best.isRoot() || best.element.className().isBlank()) {
      return;
    }
    String named = best.element.className();
    List<Box> boxes = survey.sheet.boxes();
    for (int at = best.lastIndex + 1; at < boxes.size(); at++) {
      Box box = boxes.get(at);
      if (isTwin(box, best, named)) {
        for (int i = box.firstPiece; i < box.firstPiece + box.pieces; i++) {
          Piece piece = pieces.get(i);
          boolean isText = piece.kind == Block.Kind.HEADING || piece.kind == Block.Kind.PARAGRAPH;
          story[i] |= isText && piece.holder() == box && piece.links == 0 && !piece.inButton;
        }
      }
    }
  }

  private boolean isTwin(Box box, Box best, String named) {
    return box.depth == best.depth
        && !box.hidden
        && box.prose > TWIN_PROSE * box.width
        && (box.inherited & Verdict.NOT_STORY) == 0
        && box.element.normalName().equals(best.element.normalName())
        && box.element.className().equals(named)
        && box.linkShare() < 0.1
        && meanSure(box) > TWIN_SURE;
  }

  private double meanSure(Box box) {
    double sum = 0;
    double prose = 0;
    for (int i = box.firstPiece; i < box.firstPiece + box.pieces; i++) {
      sum += sure[i] * pieces.get(i).prose();
      prose += pieces.get(i).prose();
    }
    return prose == 0 ? 0 : sum / prose;
  }
}
