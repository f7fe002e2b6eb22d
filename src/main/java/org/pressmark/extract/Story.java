package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;
import org.pressmark.article.Rule;

/// A page of HTML as a draft: all it shows, and cuts over what is not the story.
final class Story {
  private final Sheet sheet;
  private final Verdict verdict;
  private final Naming naming;
  private final StringBuilder text = new StringBuilder();
  private final List<Passage> passages = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();

  // The run of pieces that is being cut.
  private Rule rule = Rule.LAYOUT;
  private int from;
  private int to;
  private double sure;
  private int run;

  private Story(Document document) {
    this.sheet = Walk.over(document);
    this.verdict = new Verdict(sheet);
    this.naming = new Naming(verdict);
  }

  static Draft draft(Document document) {
    return new Story(document).draft();
  }

  private Draft draft() {
    List<Piece> pieces = sheet.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean story = verdict.story[i];
      if (!story && piece.box.hidden) {
        continue; // nobody sees it
      }
      if (!passages.isEmpty()) {
        text.append('\n');
      }
      int start = text.length();
      text.append(sheet.text(), piece.start, piece.end);
      passages.add(new Passage(start, text.length(), piece.kind, piece.level));
      if (story) {
        endRun();
      } else {
        cut(start, naming.rule(i), 1 - verdict.sure[i]);
      }
    }
    endRun();
    return new Draft(text.toString(), passages, cuts);
  }

  /// Neighbours that one rule cuts are one cut.
  private void cut(int start, Rule why, double confidence) {
    if (run > 0 && !why.equals(rule)) {
      endRun();
    }
    from = run == 0 ? start : from;
    to = text.length();
    rule = why;
    sure += confidence;
    run++;
  }

  private void endRun() {
    if (run > 0) {
      double confidence = Math.round(100 * sure / run) / 100.0;
      cuts.add(new Cut(from, text.substring(from, to), "", rule, confidence));
    }
    run = 0;
    sure = 0;
  }
}
