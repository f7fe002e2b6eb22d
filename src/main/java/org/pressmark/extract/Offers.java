package org.pressmark.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page asks of its readers: to consent to cookies, to subscribe, to pay.
final class Offers {
  /// An offer to subscribe is no longer than this, in letters, and neither is the link in it.
  private static final double MAX_OFFER = 400;

  private static final double MAX_OFFER_LINK = 60;

  private final Survey survey;
  private final Features features;
  private final List<Piece> pieces;
  private final boolean[] story;

  Offers(Verdict verdict) {
    this.survey = verdict.survey;
    this.features = verdict.features;
    this.pieces = verdict.pieces;
    this.story = verdict.story;
  }

  /// No cookie notice is ever a story. What holds the headline is no notice, whatever its name; nor
  /// is what holds half of the page, unless it asks for consent and a story stands outside of it.
  void dropNotices() {
    Map<Integer, Boolean> known = new HashMap<>(); // by the box's number
    for (int i = 0; i < story.length; i++) {
      if (story[i] && Hint.CONSENT.in(pieces.get(i).box.inherited)) {
        Box box = consentBox(pieces.get(i).box);
        story[i] = !known.computeIfAbsent(box.index, index -> isNotice(box));
      }
    }
  }

  private boolean isNotice(Box box) {
    if (holdsHeadline(box)) {
      return false;
    }
    return box.prose <= survey.page.prose / 2
        || isStoryOutside(box) && Consent.isAskedFor(textOf(box));
  }

  private boolean isStoryOutside(Box box) {
    for (int i = 0; i < story.length; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.prose() > 0 && !box.holds(piece.box)) {
        return true;
      }
    }
    return false;
  }

  private CharSequence textOf(Box box) {
    int first = box.firstPiece;
    int last = Math.min(first + box.pieces, pieces.size()) - 1;
    return first > last
        ? ""
        : survey.sheet.text().subSequence(pieces.get(first).start, pieces.get(last).end);
  }

  private static Box consentBox(Box inside) {
    Box box = inside;
    while (Hint.CONSENT.in(box.parent.inherited) && !box.isRoot()) {
      box = box.parent;
    }
    return box;
  }

  private boolean holdsHeadline(Box box) {
    return features.headline() >= 0 && box.holds(pieces.get(features.headline()).box);
  }

  /// A small box of its own that is named an offer and holds a link or a form, or one whose link
  /// leads to a subscription, is an offer, all of it.
  void dropOffers() {
    for (int i = 0; i < story.length; i++) {
      @Nullable Box offer = offer(i, pieces.get(i));
      if (offer != null) {
        Arrays.fill(story, offer.firstPiece, offer.firstPiece + offer.pieces, false);
      }
    }
  }

  private @Nullable Box offer(int i, Piece piece) {
    Box box = piece.holder();
    if (piece.linkShare() > 0.9 && piece.width() <= MAX_OFFER_LINK) {
      return isApart(box) && isStoryIn(box) && isOffer(i, piece) ? box : null;
    }
    for (; story[i] && isApart(box); box = box.parent) {
      if (Hint.NEWSLETTER.in(box.hints) && box.element.selectFirst("form") != null) {
        return box;
      }
    }
    return null;
  }

  /// Whether a box is small, and not around the page's best.
  private boolean isApart(Box box) {
    return box.width <= MAX_OFFER && !box.holds(survey.best);
  }

  private boolean isStoryIn(Box box) {
    for (int i = box.firstPiece; i < box.firstPiece + box.pieces; i++) {
      if (story[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean isOffer(int i, Piece piece) {
    if (Cue.NEWSLETTER.in(features.cues(i)) || Hint.NEWSLETTER.in(piece.holder().hints)) {
      return true;
    }
    for (Element element : piece.inside) {
      if (element.normalName().equals("a")
          && Hint.NEWSLETTER.in(Hint.in(element.attr("href").replace('/', '-')))) {
        return true;
      }
    }
    return false;
  }
}
