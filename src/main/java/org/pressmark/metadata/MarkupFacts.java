package org.pressmark.metadata;

import java.util.ArrayList;
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
  private static final List<String> MODIFIED_NAMES = List.of("updated", "modified", "aktualis");
  private static final List<String> NO_DATE_NAMES = List.of(
      "current",
      "clock",
      "event",
      "signature",
      "countdown",
      "today",
      "weather",
      "comment",
      "related",
      "copyright",
      "footer");
  // Distances in nodes of the page.
  private static final int SIDE_BY_SIDE = 12;
  private static final int BEFORE_HEADLINE = 60;
  private static final int BEHIND_HEADLINE = 150;

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
    int headline = clippings.headlineAt();
    Scrap before = null;
    List<String> names = new ArrayList<>();
    for (Scrap scrap : clippings.scraps(Mark.AUTHOR_LINK)) {
      // Links of several authors stand side by side.
      if (before != null && scrap.at() - before.at() > SIDE_BY_SIDE) {
        said.add(Field.AUTHOR, names, before.place(), linkConfidence(clippings, before, headline));
        names.clear();
      }
      names.add(scrap.text());
      before = scrap;
    }
    if (before != null) {
      said.add(Field.AUTHOR, names, before.place(), linkConfidence(clippings, before, headline));
    }
    for (Scrap scrap : clippings.scraps(Mark.AUTHOR_CLASS)) {
      said.add(
          Field.AUTHOR,
          scrap.text().lines().toList(),
          scrap.place(),
          nearness(clippings, scrap, headline, .55, .2));
    }
  }

  private static double linkConfidence(Clippings clippings, Scrap link, int headline) {
    return link.name().equals("rel")
        ? nearness(clippings, link, headline, .65, .3)
        : nearness(clippings, link, headline, .5, .1);
  }

  private static double nearness(
      Clippings clippings, Scrap scrap, int headline, double near, double far) {
    boolean isBeside = clippings.isBesideHeadline(scrap);
    return isNear(scrap, headline) ? isBeside ? near : far : isBeside ? far : .1;
  }

  private static boolean isNear(Scrap scrap, int headline) {
    return scrap.at() > headline - BEFORE_HEADLINE && scrap.at() < headline + BEHIND_HEADLINE;
  }

  private static void dates(Clippings clippings, DateReader reader, Said said) {
    int headline = clippings.headlineAt();
    for (Scrap scrap : clippings.scraps(Mark.TIME)) {
      date(clippings, scrap, headline, reader, said, .6);
    }
    for (Scrap scrap : clippings.scraps(Mark.DATE_CLASS)) {
      if (NO_DATE_NAMES.stream().noneMatch(scrap.name()::contains)) {
        date(clippings, scrap, headline, reader, said, .5);
      }
    }
  }

  /// A date near the headline is the article's; of several the nearest behind it is.
  private static void date(
      Clippings clippings, Scrap scrap, int headline, DateReader reader, Said said, double near) {
    int away = scrap.at() >= headline ? scrap.at() - headline : 2 * (headline - scrap.at());
    double confidence =
        nearness(clippings, scrap, headline, near, .25) - Math.min(.04, away / 10_000.0);
    boolean isModified = MODIFIED_NAMES.stream().anyMatch(scrap.name()::contains)
        || DatelineFacts.isModified(scrap.text());
    said.addDate(
        isModified ? Field.DATE_MODIFIED : Field.DATE_PUBLISHED,
        scrap.said(),
        reader,
        scrap.place(),
        confidence);
  }
}
