package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;

/// What `link` elements say: the page's own address and its image.
final class LinkFacts implements Witness {
  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    evidence
        .clippings()
        .link("canonical")
        .ifPresent(url -> said.add(Field.URL, url, "link[rel=canonical]", .9));
    evidence
        .clippings()
        .link("image_src")
        .ifPresent(url -> said.add(Field.IMAGE, url, "link[rel=image_src]", .6));
    return said.all();
  }
}
