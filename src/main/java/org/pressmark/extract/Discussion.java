package org.pressmark.extract;

import org.jspecify.annotations.Nullable;
import org.pressmark.article.Block;

/// Where readers begin to speak: a heading that says `Comments` and nothing else, or a line that
/// tells that no more are taken. What stands behind is theirs, whatever its boxes are called.
final class Discussion {
  /// A line that closes the discussion is no longer than this, in letters.
  private static final double MAX_NOTICE = 160;

  /// And the phrase that closes it is at least so much of it.
  private static final double MOST_OF_NOTICE = 0.5;

  /// A story has so many letters at least before its readers speak.
  private static final double SHORTEST = 300;

  private Discussion() {}

  /// The first piece of the discussion, or how many pieces there are.
  static int start(Verdict verdict) {
    int all = verdict.story.length;
    int opened = all;
    double told = 0;
    double whole = verdict.width();
    @Nullable Box around = null; // the last of the story's text
    for (int i = 0; i < all; i++) {
      Piece piece = verdict.survey.pieces.get(i);
      boolean isText = verdict.story[i] && piece.prose() > 0;
      if (opened < all && isText) {
        boolean isLittle = whole - told <= told;
        if (isLittle || piece.holder() != around || verdict.sure[i] <= Verdict.BELIEVED) {
          return opened;
        }
        opened = all; // a heading of the story's own, which goes on for longer
      } else if (opened == all
          && told >= SHORTEST
          && isOpened(verdict.survey.sheet.text(), piece)) {
        if (piece.kind != Block.Kind.HEADING || piece.digits > 0) {
          return i;
        }
        opened = i;
      }
      around = isText ? piece.holder() : around;
      told += verdict.story[i] ? piece.width() : 0;
    }
    return opened;
  }

  private static boolean isOpened(String text, Piece piece) {
    if (piece.width() > MAX_NOTICE || piece.linkShare() > 0.5 || piece.box.hidden) {
      return false;
    }
    return piece.kind == Block.Kind.HEADING
        ? isTitle(text, piece)
        : Phrase.COMMENTS_CLOSED
            .in(text, piece.start, piece.end)
            .filter(said -> said.length() >= MOST_OF_NOTICE * (piece.end - piece.start))
            .isPresent();
  }

  /// `Comments`, `12 Comments`, `Comments (12)`
  private static boolean isTitle(String text, Piece piece) {
    int from = piece.start;
    int to = piece.end;
    while (from < to && !Character.isLetter(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(text.charAt(to - 1))) {
      to--;
    }
    return Phrase.COMMENTS.saidBy(text, from, to).isPresent();
  }
}
