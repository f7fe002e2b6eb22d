package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Draft;
import org.pressmark.article.Facts;
import org.pressmark.source.Page;

/// Collects what every place says of an article, and decides whom to believe.
public final class Metadata {
  /// @param draft the page's text with all its cuts: bylines and datelines stand among what was cut
  /// @param body what is left of it
  /// @param salvage what the residue room found in code that was cut from the text
  public Facts facts(Page.Readable page, Draft draft, Body body, List<Candidate> salvage) {
    throw new UnsupportedOperationException(page + " " + draft + body + salvage);
  }
}
