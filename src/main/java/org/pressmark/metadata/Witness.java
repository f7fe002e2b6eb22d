package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;

/// One sort of place that says something of an article, such as its JSON-LD or its address.
interface Witness {
  /// What this sort of place says, the most trustworthy first. Never throws for what a page holds.
  List<Candidate> candidates(Evidence evidence);
}
