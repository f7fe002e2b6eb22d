package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.residue.JsonLd;

/// What a page's JSON-LD says, broken or not.
final class JsonLdFacts implements Witness {
  @Override
  public List<Candidate> candidates(Evidence evidence) {
    List<Candidate> candidates = new ArrayList<>();
    List<String> scripts = evidence.clippings().jsonLd();
    for (int i = 0; i < scripts.size(); i++) {
      candidates.addAll(JsonLd.read(scripts.get(i), "json-ld[" + (i + 1) + "]"));
    }
    return candidates;
  }
}
