package org.pressmark.extract;

import java.util.List;
import org.pressmark.article.Block;

/// What stands behind the last line of the story: what the page adds, and what leads to that.
final class Ending {
  /// How likely a line must be that leads to nothing of the story.
  private static final double LEADING = 0.95;

  private static final double MAX_LEAD = 60;

  /// So much of a line is a link where the line is one.
  private static final double LINK = 0.8;

  /// Cues of what pages add at the end.
  private static final int ADDED = Cue.RELATED.bit()
      | Cue.NEWSLETTER.bit()
      | Cue.SHARE.bit()
      | Cue.TAGS.bit()
      | Cue.COMMENTS.bit()
      | Cue.ADVERT.bit();

  private final Survey survey;
  private final Features features;
  private final List<Piece> pieces;
  private final double[] sure;
  private final boolean[] story;

  Ending(Verdict verdict) {
    this.survey = verdict.survey;
    this.features = verdict.features;
    this.pieces = verdict.pieces;
    this.sure = verdict.sure;
    this.story = verdict.story;
  }

  /// Short lines that lead to links which were dropped: `You may also like:`, `Read already?`
  void dropLeads() {
    int next = story.length; // the next piece that is shown, or how many there are
    for (int i = story.length - 1; i > survey.firstProse; i--) {
      Piece piece = pieces.get(i);
      boolean mayLead = story[i]
          && piece.width() <= MAX_LEAD
          && sure[i] < LEADING
          && !piece.box.hidden
          && canLead(i, piece);
      story[i] &= !mayLead || !isDroppedLink(next);
      next = piece.box.hidden || piece.inButton ? next : i;
    }
  }

  private boolean canLead(int i, Piece piece) {
    boolean isText = piece.kind == Block.Kind.HEADING || piece.kind == Block.Kind.PARAGRAPH;
    boolean isOpen = ":：?？".indexOf(survey.sheet.text().charAt(piece.end - 1)) >= 0;
    return isText && (isOpen || Cue.RELATED.in(features.cues(i)));
  }

  private boolean isDroppedLink(int i) {
    return i < story.length && !story[i] && pieces.get(i).linkShare() >= LINK;
  }

  /// What a page adds at the end of its story, in up to three lines: where to follow, subscribe,
  /// share, comment and read more, and when it appeared.
  void dropTail() {
    int left = 3;
    for (int i = story.length - 1; i >= 0 && left > 0; i--) {
      if (story[i]) {
        story[i] = !isAdded(i) && !isLastDate(i);
        left = story[i] ? 0 : left - 1;
      }
    }
  }

  /// `Published on 22 January 2009, 5.35 p.m.`: a date by itself is read by the rooms that come
  /// next.
  private boolean isLastDate(int i) {
    Piece piece = pieces.get(i);
    return piece.width() <= Verdict.MAX_WALL
        && piece.kind == Block.Kind.PARAGRAPH
        && Cue.DATE.in(features.cues(i))
        && features.isDateline(i)
        && isAfterTwoWords(survey.sheet.text(piece).split(" ", 4));
  }

  private static boolean isAfterTwoWords(String[] words) {
    return words.length > 2
        && endsInLetter(words[0])
        && endsInLetter(words[1])
        && !words[2].isEmpty()
        && Character.isLetter(words[1].charAt(0))
        && Character.isDigit(words[2].charAt(0));
  }

  private static boolean endsInLetter(String word) {
    return !word.isEmpty() && Character.isLetter(word.charAt(word.length() - 1));
  }

  boolean isAdded(int i) {
    int cues = features.cues(i) & ADDED;
    boolean isDoubtful = sure[i] <= Verdict.BELIEVED || cues != Cue.RELATED.bit();
    return pieces.get(i).width() < Verdict.MAX_POINTER && cues != 0 && isDoubtful;
  }

  /// A heading that nothing of the story follows heads something else. In a list of nothing but
  /// headings each is an item, and the last may be a sentence.
  void dropLastHeadings() {
    int last = story.length;
    for (int i = story.length - 1; i >= 0; i--) {
      if (!story[i]) {
        continue;
      }
      if (last < story.length) {
        if (pieces.get(i).kind == Block.Kind.HEADING) {
          return;
        }
        story[last] = false;
      }
      boolean isLast = pieces.get(i).kind == Block.Kind.HEADING
          && sure[i] < LEADING
          && ".!…”\"".indexOf(survey.sheet.text().charAt(pieces.get(i).end - 1)) < 0;
      if (!isLast) {
        return;
      }
      last = i;
    }
  }
}
