package org.pressmark.metadata;

import java.util.List;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// When it was published and changed, by `time` elements and by classes such as `date`.
final class TimeFacts implements Witness {
  static final int MOST = 40;
  private static final List<String> MODIFIED = List.of("updated", "modified", "aktualis");
  private static final List<String> OTHERS = List.of(
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
  // Of several dates near the headline the nearest wins, by as little as that.
  private static final double LEAST_OF_DISTANCE = .04;
  private static final double NODES_FOR_ONE = 10_000;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Whereabouts whereabouts = evidence.whereabouts();
    Clippings clippings = evidence.clippings();
    DateReader reader = new DateReader(evidence.language());
    for (Scrap scrap : whereabouts.nearest(clippings.scraps(Mark.TIME), MOST)) {
      add(scrap, .6, whereabouts, reader, said);
    }
    for (Scrap scrap : whereabouts.nearest(clippings.scraps(Mark.DATE_CLASS), MOST)) {
      if (OTHERS.stream().noneMatch(scrap.name()::contains)) {
        add(scrap, .5, whereabouts, reader, said);
      }
    }
    return said.all();
  }

  private static void add(
      Scrap scrap, double near, Whereabouts whereabouts, DateReader reader, Said said) {
    double confidence = switch (whereabouts.distance(scrap)) {
      case NEAR -> near;
      case BESIDE, ASIDE -> .25;
      case AWAY -> .1;
    };
    double away = Math.min(LEAST_OF_DISTANCE, whereabouts.nodes(scrap) / NODES_FOR_ONE);
    boolean isModified = !scrap.name().endsWith(" datepublished")
        && (isOfChange(scrap.name()) || says(scrap).isModified());
    Field field = isModified ? Field.DATE_MODIFIED : Field.DATE_PUBLISHED;
    said.addDate(field, scrap.said(), reader, scrap.place(), confidence - away);
    if (isModified && confidence == near) {
      said.addDate(
          Field.DATE_PUBLISHED, scrap.said(), reader, scrap.place(), DatelineFacts.ELSE_NOTHING);
    }
  }

  /// What it says of its date, or else what stands before it.
  private static DateLabels.Label says(Scrap scrap) {
    DateLabels.Label own = DateLabels.in(scrap.text());
    return own.isSome() ? own : DateLabels.in(scrap.label());
  }

  /// One date that is both is the first one: `class="entry-date published updated"`.
  private static boolean isOfChange(String name) {
    return MODIFIED.stream().anyMatch(name::contains) && !name.contains("published");
  }
}
