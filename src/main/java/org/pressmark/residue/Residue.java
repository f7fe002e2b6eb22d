package org.pressmark.residue;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;

/// Finds what is not prose in a text.
public final class Residue {
  /// What was found in one draft.
  ///
  /// @param cuts in order, overlapping neither each other nor the draft's own
  /// @param salvage what the code and data that were cut still tell of the article
  public record Findings(List<Cut> cuts, List<Candidate> salvage) {}

  private final ResidueOptions options;

  public Residue(ResidueOptions options) {
    this.options = options;
  }

  /// Looks only at what the draft has not cut yet.
  public Findings find(Draft draft) {
    List<Cut> cuts = new ArrayList<>();
    List<Candidate> salvage = new ArrayList<>();
    String text = draft.text();
    int next = 0;
    for (Passage passage : draft.passages()) {
      while (next < draft.cuts().size() && draft.cuts().get(next).end() <= passage.start()) {
        next++;
      }
      boolean touched =
          next < draft.cuts().size() && draft.cuts().get(next).offset() < passage.end();
      if (touched || passage.kind() == Block.Kind.PREFORMATTED) {
        continue;
      }
      if (isCode(text, passage.start(), passage.end()) && !options.off().contains("script")) {
        cuts.add(Cut.of(text, passage.start(), passage.end(), Rules.SCRIPT, 0.9));
        salvage.addAll(JsonLd.salvage(text, passage.start(), passage.end()));
      } else if (text.substring(passage.start(), passage.end())
              .strip()
              .equals("Comments are closed.")
          && !options.off().contains("comments-line")) {
        cuts.add(Cut.of(text, passage.start(), passage.end(), Rules.COMMENTS, 0.9));
      }
    }
    return new Findings(cuts, salvage);
  }

  private static boolean isCode(String text, int start, int end) {
    int marks = 0;
    for (int i = start; i < end; i++) {
      if ("{}()[]=;<>_\\|:/\"“”".indexOf(text.charAt(i)) >= 0) {
        marks++;
      }
    }
    return marks > 8 && marks * 12 > end - start;
  }
}
