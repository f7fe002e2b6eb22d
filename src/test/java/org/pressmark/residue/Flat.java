package org.pressmark.residue;

import org.pressmark.article.Draft;
import org.pressmark.article.Log;

/// Flattened texts in tests.
final class Flat {
  private static final Residue RESIDUE = new Residue(ResidueOptions.DEFAULTS);

  private Flat() {}

  static Residue.Findings find(String text) {
    return RESIDUE.find(ResidueBench.draft(text));
  }

  /// The clean text; sees to it on the way that the log gives back what was read.
  static String clean(String text) {
    Draft draft = ResidueBench.draft(text);
    Draft.Copy copy = draft.with(RESIDUE.find(draft).cuts()).finish();
    if (!Log.undo(copy.body().text(), copy.log()).equals(text)) {
      throw new AssertionError("can not be undone: " + text);
    }
    return copy.body().text();
  }
}
