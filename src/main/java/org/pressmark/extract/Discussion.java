package org.pressmark.extract;

import org.pressmark.article.Block;

/// Where readers begin to speak: a heading that says `Comments` and nothing else, or a line that
/// tells that no more are taken. What stands behind is theirs, whatever its boxes are called.
final class Discussion {
  /// A line that closes the discussion is no longer than this, in letters.
  private static final double MAX_NOTICE = 160;

  /// A story has so many letters at least before its readers speak.
  private static final double SHORTEST = 300;

  private Discussion() {}

  /// The first piece of the discussion, or how many pieces there are.
  static int start(Verdict verdict) {
    double told = 0;
    for (int i = 0; i < verdict.story.length; i++) {
      Piece piece = verdict.survey.pieces.get(i);
      if (told >= SHORTEST && isOpened(verdict.survey.sheet.text(), piece)) {
        return i;
      }
      told += verdict.story[i] ? piece.width() : 0;
    }
    return verdict.story.length;
  }

  private static boolean isOpened(String text, Piece piece) {
    if (piece.width() > MAX_NOTICE || piece.linkShare() > 0.5 || piece.box.hidden) {
      return false;
    }
    return piece.kind == Block.Kind.HEADING
        ? isTitle(text, piece)
        : Phrase.COMMENTS_CLOSED.in(text, piece.start, piece.end).isPresent();
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
