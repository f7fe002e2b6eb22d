package org.pressmark.extract;

import org.pressmark.article.Block;
import org.pressmark.article.Rule;

/// Says what a piece is that is not the story: the first answer that fits.
final class Naming {
  private final Verdict verdict;
  private final Features features;
  private final int first; // piece of the story
  private final int last;

  Naming(Verdict verdict) {
    this.verdict = verdict;
    this.features = verdict.features;
    int from = -1;
    int to = -1;
    for (int i = 0; i < verdict.story.length; i++) {
      if (verdict.story[i]) {
        from = from < 0 ? i : from;
        to = i;
      }
    }
    this.first = from;
    this.last = to;
  }

  Rule rule(int i) {
    if (i == features.headline()) {
      return Rules.HEADLINE;
    }
    Piece piece = verdict.survey.pieces.get(i);
    int near = piece.box.hints | piece.box.parent.hints;
    int around = piece.box.inherited;
    int cues = piece.width() < 200 ? features.cues(i) : 0;
    if (Hint.CONSENT.in(around)) {
      return Rules.CONSENT;
    }
    if (Hint.COMMENTS.in(around) || Cue.COMMENTS.in(cues)) {
      return Rules.COMMENTS;
    }
    if (Hint.NEWSLETTER.in(near) || Cue.NEWSLETTER.in(cues)) {
      return Rules.NEWSLETTER;
    }
    if (Cue.COPYRIGHT.in(cues) || Hint.FOOTER.in(around)) {
      return Rules.FOOTER;
    }
    if (Hint.NAVIGATION.in(around) && piece.linkShare() > 0.5) {
      return Rules.NAVIGATION;
    }
    return named(i, piece, near, around, cues);
  }

  private Rule named(int i, Piece piece, int near, int around, int cues) {
    boolean isShort = piece.width() < 160;
    if (piece.inButton) {
      return Rules.CONTROL;
    }
    if (Hint.SHARE.in(near) || Cue.SHARE.in(cues)) {
      return Rules.SHARE_BAR;
    }
    if (Hint.ADVERT.in(near) || Cue.ADVERT.in(cues)) {
      return Rules.ADVERT;
    }
    if (isShort && (Hint.BYLINE.in(near) || Cue.BYLINE.in(cues))) {
      return Rules.BYLINE;
    }
    if (isShort && piece.digits > 0 && (Hint.DATE.in(near) || Cue.DATE.in(cues))) {
      return Rules.DATELINE;
    }
    if (piece.kind == Block.Kind.CAPTION || Hint.CAPTION.in(near) || Cue.PHOTO.in(cues)) {
      return Rules.CAPTION;
    }
    if (Hint.TAGS.in(near) || Cue.TAGS.in(cues)) {
      return Rules.TAGS;
    }
    if (Hint.RELATED.in(around) || Cue.RELATED.in(cues)) {
      return Rules.RELATED;
    }
    return placed(i, piece, near, around);
  }

  private Rule placed(int i, Piece piece, int near, int around) {
    if (Hint.NAVIGATION.in(around) || Hint.HEADER.in(around) && i < first && !Hint.DECK.in(near)) {
      return Rules.NAVIGATION;
    }
    if (Hint.BYLINE.in(near)) {
      return Rules.BYLINE;
    }
    if (Hint.ASIDE.in(around)) {
      return Rules.ASIDE;
    }
    if (piece.linkShare() > 0.7) {
      return Rules.LINK_LIST;
    }
    if (Hint.TOOL.in(near)) {
      return Rules.CONTROL;
    }
    if (features.seenBefore(i)) {
      return Rules.REPEAT;
    }
    if (Hint.DECK.in(near) && i < first) {
      return Rules.DECK;
    }
    return i < first ? Rules.BEFORE : i > last ? Rules.AFTER : Rules.OUTSIDE;
  }
}
