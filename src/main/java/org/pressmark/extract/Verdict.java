package org.pressmark.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.article.Block;

/// Which pieces of a page are the story.
final class Verdict {
  private static final Forest FOREST = Forest.read("forest.txt");

  /// Where no piece is more likely story than not, those at least this likely are taken together
  /// with the page's best box.
  private static final double FALLBACK = 0.15;

  /// How many times longer a hidden story is than what is shown, to be believed.
  private static final double HIDDEN = 2;

  private final List<Piece> pieces;
  final Survey survey;
  final Features features;

  /// How sure it is that a piece is the story, from 0 to 1.
  final double[] sure;

  final boolean[] story;

  Verdict(Sheet sheet) {
    this.survey = new Survey(sheet);
    this.features = new Features(survey);
    this.pieces = sheet.pieces();
    this.sure = new double[pieces.size()];
    this.story = new boolean[pieces.size()];
    float[] row = new float[Features.COLUMNS];
    boolean any = false;
    for (int i = 0; i < story.length; i++) {
      features.row(i, row);
      double logit = FOREST.ask(row);
      sure[i] = 1 / (1 + StrictMath.exp(-logit));
      story[i] = logit > 0 && i != features.headline();
      any |= story[i];
    }
    if (!any) {
      takeBest();
    }
    dropHidden();
    dropRepeats();
  }

  /// A page without a clear story: the running text of its best box, if that may be one at all.
  private void takeBest() {
    int not = Hint.CONSENT.bit() | Hint.COMMENTS.bit() | Hint.NAVIGATION.bit() | Hint.FOOTER.bit();
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      boolean likely = sure[i] > FALLBACK || piece.prose() > 0 && survey.best.holds(piece.box);
      story[i] = likely
          && !piece.box.hidden
          && i != features.headline()
          && piece.linkShare() < 0.5
          && (piece.box.inherited & not) == 0;
    }
  }

  /// Paying readers see what is hidden from others: a hidden story is believed only where the page
  /// shows next to none.
  private void dropHidden() {
    double shown = 0;
    double hidden = 0;
    for (int i = 0; i < story.length; i++) {
      shown += story[i] && !pieces.get(i).box.hidden ? pieces.get(i).width() : 0;
      hidden += story[i] && pieces.get(i).box.hidden ? pieces.get(i).width() : 0;
    }
    for (int i = 0; hidden < shown * HIDDEN && i < story.length; i++) {
      story[i] &= !pieces.get(i).box.hidden;
    }
  }

  /// Some pages hold the story twice, for narrow and for wide screens.
  private void dropRepeats() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.width() > 60 && piece.kind != Block.Kind.TABLE) {
        story[i] = seen.add(survey.sheet.text(piece));
      }
    }
  }
}
