package org.pressmark.residue;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;

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
    throw new UnsupportedOperationException(options + " " + draft);
  }
}
