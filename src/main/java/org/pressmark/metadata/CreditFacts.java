package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// Who wrote it, by links to authors' pages and by classes such as `byline`.
final class CreditFacts implements Witness {
  private static final int MOST = 40;
  // In nodes of the page.
  private static final int SIDE_BY_SIDE = 12;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Whereabouts whereabouts = evidence.whereabouts();
    Clippings clippings = evidence.clippings();
    for (List<Scrap> links :
        sideBySide(whereabouts.nearest(clippings.scraps(Mark.AUTHOR_LINK), MOST))) {
      Scrap first = links.getFirst();
      List<String> names = links.stream().map(Scrap::text).toList();
      said.add(Field.AUTHOR, names, first.place(), ofLink(first, whereabouts));
    }
    for (Scrap scrap : whereabouts.nearest(clippings.scraps(Mark.AUTHOR_CLASS), MOST)) {
      List<String> lines = scrap.text().lines().toList();
      said.add(Field.AUTHOR, lines, scrap.place(), ofClass(scrap, whereabouts));
    }
    return said.all();
  }

  /// Links to several authors stand side by side and are one byline.
  private static List<List<Scrap>> sideBySide(List<Scrap> links) {
    List<List<Scrap>> bylines = new ArrayList<>();
    int before = Integer.MIN_VALUE / 2;
    for (Scrap link : links) {
      if (link.at() - before > SIDE_BY_SIDE) {
        bylines.add(new ArrayList<>());
      }
      bylines.getLast().add(link);
      before = link.at();
    }
    return bylines;
  }

  /// `rel=author` is a promise; an address like an author's is a hint.
  private static double ofLink(Scrap link, Whereabouts whereabouts) {
    boolean isPromise = link.name().equals("rel");
    return switch (whereabouts.distance(link)) {
      case NEAR -> isPromise ? .65 : .5;
      case BESIDE, ASIDE -> isPromise ? .3 : .1;
      case AWAY -> .1;
    };
  }

  private static double ofClass(Scrap scrap, Whereabouts whereabouts) {
    return switch (whereabouts.distance(scrap)) {
      case NEAR -> .55;
      case BESIDE, ASIDE -> .2;
      case AWAY -> .1;
    };
  }
}
