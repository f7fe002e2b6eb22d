package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// The headings that a page shows, and its `title`.
final class HeadingFacts implements Witness {
  static final int MOST = 6;
  private static final double OF_MASTHEAD = .2;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Clippings clippings = evidence.clippings();
    List<Scrap> headings = clippings.scraps(Mark.HEADING);
    double confidence = headings.size() == 1 ? .97 : .96;
    headings.stream()
        .limit(MOST)
        .forEach(heading -> said.add(
            Field.HEADLINE, heading.text(), "h1", heading.isMasthead() ? OF_MASTHEAD : confidence));
    clippings.scraps(Mark.HEADLINE_CLASS).stream()
        .filter(scrap -> !evidence.whereabouts().isAway(scrap))
        .limit(MOST)
        .forEach(scrap -> said.add(Field.HEADLINE, scrap.text(), scrap.place(), .5));
    if (!clippings.title().isEmpty()) {
      said.add(Field.HEADLINE, clippings.title(), "title", .6);
    }
    return said.all();
  }
}
