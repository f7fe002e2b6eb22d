package org.pressmark.extract;

import java.util.List;

/// How likely a piece must be, on its page, to be taken for the story.
///
/// On most pages that is more likely than not. Where the forest is sure of little (a story in a
/// hundred boxes, a list of products), to leave out all it doubts is to lose most of the story.
/// What is to be expected of F1 is best at half of itself (Lipton et al., Optimal Thresholding of
/// Classifiers to Maximize F1, 2014), so there the bar is lower.
final class Bar {
  private static final double USUAL = 0.5;

  /// A bar nearer to the usual one than this says only that captions and the like are doubtful.
  private static final double UNCLEAR = 0.46;

  /// Where the forest stops asking it has not said how little likely a piece is.
  private static final double NO = 0.08;

  /// Below this a page is too unlikely to have a story.
  private static final double LOWEST = 0.2;

  /// More letters of a piece count no more.
  private static final double MAX_WIDTH = 400;

  private static final int ROUNDS = 3;

  /// What stands in a box of comments that does not hold the headline must be so likely.
  private static final double THREAD = 0.8;

  /// Shorter lines are labels rather than sentences.
  private static final double LABEL = 40;

  /// What is called one of these is never taken on suspicion.
  private static final int SUSPECT = Hint.NEWSLETTER.bit() | Hint.FOOTER.bit() | Hint.ADVERT.bit();

  /// Nor is what stands anywhere in one of these.
  private static final int SUSPECT_AROUND = Hint.CONSENT.bit() | Hint.COMMENTS.bit();

  private Bar() {}

  /// Which pieces are likely enough.
  static boolean[] clear(List<Piece> pieces, double[] sure, int headline) {
    double bar = over(pieces, sure, headline);
    boolean[] story = new boolean[sure.length];
    for (int i = 0; i < story.length; i++) {
      boolean isUsual = sure[i] <= USUAL && isDoubtful(pieces.get(i));
      story[i] = sure[i] > (isUsual ? USUAL : bar) && i != headline;
      if (story[i] && sure[i] <= THREAD) {
        Box thread = thread(pieces.get(i).box);
        story[i] = !Hint.COMMENTS.in(thread.hints)
            || headline >= 0 && thread.holds(pieces.get(headline).box);
      }
    }
    return story;
  }

  /// The box of comments around a box, or else the whole page.
  private static Box thread(Box inside) {
    Box box = inside;
    while (!Hint.COMMENTS.in(box.hints) && !box.isRoot()) {
      box = box.parent;
    }
    return box;
  }

  /// Whether a piece must be more likely than not on any page.
  static boolean isDoubtful(Piece piece) {
    Box box = piece.box;
    int near = piece.hints | box.hints | box.parent.hints;
    return piece.width() < LABEL || (near & SUSPECT) != 0 || (box.inherited & SUSPECT_AROUND) != 0;
  }

  /// @param sure how likely each piece is story, from 0 to 1
  /// @param headline the piece that is no question, or -1
  private static double over(List<Piece> pieces, double[] sure, int headline) {
    double bar = USUAL;
    for (int round = 0; round < ROUNDS; round++) {
      double expected = 0; // of the story, in letters
      double found = 0;
      double taken = 0;
      for (int i = 0; i < sure.length; i++) {
        Piece piece = pieces.get(i);
        if (sure[i] > NO && i != headline && !piece.box.hidden) {
          double width = Math.min(piece.width(), MAX_WIDTH);
          double likely = sure[i] * sure[i] * width; // what is doubtful counts for less
          expected += likely;
          found += sure[i] > bar ? likely : 0;
          taken += sure[i] > bar ? width : 0;
        }
      }
      if (taken == 0) {
        return USUAL;
      }
      bar = Math.max(LOWEST, found / (taken + expected));
    }
    return bar < UNCLEAR ? bar : USUAL;
  }
}
