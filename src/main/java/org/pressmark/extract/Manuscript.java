package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;
import org.pressmark.article.Rule;
import org.pressmark.article.Setting;

/// A draft while it is written: passage by passage, with the cuts over those that are no story.
final class Manuscript {
  final StringBuilder text = new StringBuilder();
  final List<Passage> passages = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();

  // The run of passages that is being cut.
  private Rule rule = Rule.LAYOUT;
  private int from;
  private int to;
  private double sure;
  private int run;

  /// Begins a passage on a line of its own.
  ///
  /// @return where
  int begin() {
    if (!passages.isEmpty()) {
      text.append('\n');
    }
    return text.length();
  }

  void end(int start, Block.Kind kind, int level, Setting setting) {
    passages.add(new Passage(start, text.length(), kind, level, setting));
  }

  /// Cuts what was written from a place on. Neighbours that one rule cuts are one cut.
  void cut(int start, Rule why, double confidence) {
    if (run > 0 && !why.equals(rule)) {
      endRun();
    }
    from = run == 0 ? start : from;
    to = text.length();
    rule = why;
    sure += confidence;
    run++;
  }

  void endRun() {
    if (run > 0) {
      double confidence = Math.round(100 * sure / run) / 100.0;
      cuts.add(new Cut(from, text.substring(from, to), "", rule, confidence));
    }
    run = 0;
    sure = 0;
  }

  Draft draft(List<Candidate> remarks, List<String> notes) {
    endRun();
    return new Draft(text.toString(), passages, cuts, remarks, notes);
  }
}
