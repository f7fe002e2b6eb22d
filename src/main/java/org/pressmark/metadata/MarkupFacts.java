package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// What HTML's own elements and the usual class names say: `title`, `h1`, `time`, `link`, `lang`,
/// `class="byline"`.
final class MarkupFacts implements Witness {
  private static final int MOST_HEADINGS = 6;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Clippings clippings = evidence.clippings();
    headlines(clippings, said);
    authors(clippings, said);
    dates(clippings, new DateReader(evidence.language()), said);
    clippings
        .link("canonical")
        .ifPresent(url -> said.add(Field.URL, url, "link[rel=canonical]", .9));
    clippings
        .link("image_src")
        .ifPresent(url -> said.add(Field.IMAGE, url, "link[rel=image_src]", .6));
    return said.all();
  }

  private static void headlines(Clippings clippings, Said said) {
    List<Scrap> headings = clippings.scraps(Mark.HEADING);
    headings.stream()
        .limit(MOST_HEADINGS)
        .forEach(heading ->
            said.add(Field.HEADLINE, heading.text(), "h1", headings.size() == 1 ? .97 : .96));
    clippings.scraps(Mark.HEADLINE_CLASS).stream()
        .filter(clippings::isBesideHeadline)
        .limit(MOST_HEADINGS)
        .forEach(scrap -> said.add(Field.HEADLINE, scrap.text(), scrap.place(), .5));
    if (!clippings.title().isEmpty()) {
      said.add(Field.HEADLINE, clippings.title(), "title", .6);
    }
  }

  private static void authors(Clippings clippings, Said said) {
    for (Scrap scrap : clippings.scraps(Mark.AUTHOR_LINK)) {
      said.add(
          Field.AUTHOR, scrap.text(), scrap.place(), clippings.isBesideHeadline(scrap) ? .6 : .1);
    }
    for (Scrap scrap : clippings.scraps(Mark.AUTHOR_CLASS)) {
      said.add(
          Field.AUTHOR, scrap.text(), scrap.place(), clippings.isBesideHeadline(scrap) ? .5 : .1);
    }
  }

  private static void dates(Clippings clippings, DateReader reader, Said said) {
    for (Scrap scrap : clippings.scraps(Mark.TIME)) {
      boolean isModified = scrap.name().contains("updated") || scrap.name().contains("modified");
      said.addDate(
          isModified ? Field.DATE_MODIFIED : Field.DATE_PUBLISHED,
          scrap.said(),
          reader,
          scrap.place(),
          clippings.isBesideHeadline(scrap) ? .6 : .1);
    }
    for (Scrap scrap : clippings.scraps(Mark.DATE_CLASS)) {
      boolean isModified = scrap.name().contains("updated") || scrap.name().contains("modified");
      said.addDate(
          isModified ? Field.DATE_MODIFIED : Field.DATE_PUBLISHED,
          scrap.said(),
          reader,
          scrap.place(),
          clippings.isBesideHeadline(scrap) ? .5 : .1);
    }
  }
}
