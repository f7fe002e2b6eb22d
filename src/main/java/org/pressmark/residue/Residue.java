package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Rule;

/// Finds what is not prose in a text.
public final class Residue {
  /// What was found in one draft.
  ///
  /// @param cuts in order, overlapping neither each other nor the draft's own
  /// @param salvage what the code and data that were cut still tell of the article
  public record Findings(List<Cut> cuts, List<Candidate> salvage) {}

  private static final Model MODEL = ModelFile.read(WordList.bytes("residue.weights"));

  private final ResidueOptions options;
  private final Sequence sequence;

  public Residue(ResidueOptions options) {
    this(options, MODEL);
  }

  Residue(ResidueOptions options, Model model) {
    this.options = options;
    this.sequence = new Sequence(model);
  }

  /// Looks only at what the draft has not cut yet.
  public Findings find(Draft draft) {
    View view = View.uncut(draft);
    List<Cut> cuts = new ArrayList<>();
    List<Candidate> salvage = new ArrayList<>();
    List<Stretch> stretches =
        view.isEmpty() ? List.of() : sequence.find(view.text(), 0, view.text().length());
    for (Stretch stretch : stretches) {
      cut(draft, view, stretch, cuts);
      for (Candidate candidate : JsonLd.salvage(view.text(), stretch.start(), stretch.end())) {
        salvage.add(candidate);
      }
    }
    return new Findings(cuts, salvage);
  }

  private void cut(Draft draft, View view, Stretch stretch, List<Cut> cuts) {
    List<View.Range> ranges = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (Kind.Part part : Kind.parts(view.text(), stretch.start(), stretch.end())) {
      if (!options.off().contains(part.rule().name())) {
        for (View.Range range : view.ranges(part.start(), part.end())) {
          ranges.add(range);
          rules.add(part.rule());
        }
      }
    }
    for (int i = 0; i < ranges.size(); i++) {
      View.Range range = ranges.get(i);
      int from = i == 0 ? Join.start(draft.text(), range.start(), range.end()) : range.start();
      int to = i + 1 < ranges.size() ? ranges.get(i + 1).start() : range.end();
      if (i + 1 < ranges.size() && !view.touches(range.end(), to)) {
        to = range.end();
      }
      String put =
          i == 0 ? Join.put(draft.text(), range.start(), ranges.getLast().end()) : "";
      String was = draft.text().substring(from, to);
      if (!was.equals(put)) {
        cuts.add(new Cut(from, was, put, rules.get(i), stretch.confidence()));
      }
    }
  }
}
