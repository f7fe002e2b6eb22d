package org.pressmark.extract;

import java.util.List;
import org.pressmark.article.Block;

/// What stands above the first paragraph and is none of the story: who wrote it and when, the name
/// of the section, where the page stands on its site.
final class Opening {
  /// A date has at least so many digits.
  private static final int MIN_DATE = 5;

  /// How likely a line above the headline must be, and a paragraph; where one is as good as sure,
  /// the story begins above what looks like its headline.
  private static final double ABOVE = 0.8;

  private static final double ABOVE_PROSE = 0.6;

  private static final double BEGUN = 0.9;

  private final Survey survey;
  private final Features features;
  private final List<Piece> pieces;
  private final double[] sure;
  private final boolean[] story;

  Opening(Verdict verdict) {
    this.survey = verdict.survey;
    this.features = verdict.features;
    this.pieces = verdict.pieces;
    this.sure = verdict.sure;
    this.story = verdict.story;
  }

  void drop() {
    dropAbove();
    dropLabels();
  }

  /// What stands above the headline is seldom the story: the site's own notices, trails of links,
  /// other headlines.
  private void dropAbove() {
    int headline = features.headline();
    for (int i = 0; i < headline; i++) {
      if (story[i] && sure[i] > BEGUN && pieces.get(i).prose() > 0) {
        return;
      }
    }
    for (int i = 0; i < headline; i++) {
      story[i] &= sure[i] > (pieces.get(i).prose() > 0 ? ABOVE_PROSE : ABOVE);
    }
  }

  /// Who wrote it and when, between the headline and the first paragraphs (the first may be what
  /// stands below the headline): short lines that are no sentences and look like bylines or
  /// datelines.
  private void dropLabels() {
    int paragraphs = 0;
    for (int i = 0; i < story.length && paragraphs < 2; i++) {
      Piece piece = pieces.get(i);
      if (story[i] && piece.isParagraph()) {
        paragraphs++;
      } else if (paragraphs == 0) {
        story[i] = story[i]
            && !isLabel(i, piece)
            && !isSection(i, piece)
            && !isTrail(piece)
            && !features.repeatsHeadline(i);
      } else {
        boolean isText = piece.kind == Block.Kind.HEADING || piece.endsInStop;
        story[i] &= isText || !isLabel(i, piece);
      }
    }
  }

  private boolean isLabel(int i, Piece piece) {
    if (piece.width() > Verdict.MAX_LABEL) {
      return false;
    }
    if (isDateAndSection(piece)) {
      return true;
    }
    boolean isByline = features.isByline(i) || isBylineAboveDate(i, piece);
    return piece.endsInStop // as in `By Ada Thorne on Monday, 3 May 2021 at 8:15 a.m.`
        ? isByline && features.isDateline(i)
        : isByline || features.isDateline(i);
  }

  /// `24. April 2020 | Releases`
  private boolean isDateAndSection(Piece piece) {
    return piece.kind == Block.Kind.PARAGRAPH
        && piece.width() <= Verdict.MAX_WALL
        && Character.isDigit(survey.sheet.text().charAt(piece.start))
        && piece.digits >= MIN_DATE
        && piece.digits < 2 * MIN_DATE
        && piece.stops <= 1
        && !piece.endsInStop;
  }

  /// `By Ada Thorne` on one line, `May 3, 2021 8:15 a.m.` on the next.
  private boolean isBylineAboveDate(int i, Piece piece) {
    String text = survey.sheet.text(piece);
    return Cue.BYLINE.in(features.cues(i))
        && text.indexOf('\n') > 0
        && text.lines().allMatch(line -> line.length() <= Verdict.MAX_WALL)
        && features.isDateline(i);
  }

  /// The name of a section above the headline, or what stands right above it and is no sentence.
  private boolean isSection(int i, Piece piece) {
    boolean isRightAbove =
        i == features.headline() - 1 && piece.kind == Block.Kind.PARAGRAPH && !piece.endsInStop;
    return i < features.headline()
        && piece.width() <= Verdict.MAX_MARK
        && (isRightAbove || Hint.TAGS.in(piece.hints | piece.box.hints));
  }

  /// Where the page stands on its site: `Home > Town > Ferries`.
  private boolean isTrail(Piece piece) {
    String text = survey.sheet.text();
    int steps = 0;
    for (int at = piece.start + 1; piece.links > 0 && at < piece.end; at++) {
      char c = text.charAt(at);
      steps += ">›»→".indexOf(c) >= 0 && text.charAt(at - 1) != c ? 1 : 0;
    }
    return steps > 1 && piece.width() <= Verdict.MAX_LABEL;
  }
}
