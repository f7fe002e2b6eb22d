package org.pressmark.metadata;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// The line below the headline: by classes such as `standfirst`, or a heading of the second rank
/// right behind the headline.
final class DeckFacts implements Witness {
  private static final int FEWEST_LETTERS = 15;
  // In nodes of the page.
  private static final int BELOW = 38;
  private static final int RIGHT_BELOW = 7;
  private static final double OF_CLASS = .7;
  private static final double OF_HEADING = .5;
  /// Machines are told the same line as the page's description.
  private static final double CONFIRMED = .15;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.MARKUP);
    Clippings clippings = evidence.clippings();
    int headline = evidence.whereabouts().headline();
    if (headline == 0) {
      return List.of();
    }
    first(clippings, Mark.DECK_CLASS, headline, BELOW)
        .ifPresent(deck -> tell(deck, OF_CLASS, clippings, said));
    first(clippings, Mark.SUBHEADING, headline, RIGHT_BELOW)
        .filter(heading -> !isOneOfMany(heading, evidence))
        .ifPresent(deck -> tell(deck, OF_HEADING, clippings, said));
    return said.all();
  }

  private static Optional<Scrap> first(Clippings clippings, Mark mark, int headline, int nodes) {
    for (Scrap scrap : clippings.scraps(mark)) {
      boolean isBelow = scrap.at() > headline && scrap.at() <= headline + nodes;
      if (isBelow && scrap.text().length() >= FEWEST_LETTERS) {
        return Optional.of(scrap);
      }
    }
    return Optional.empty();
  }

  /// Whether the story's parts have such headings, too.
  private static boolean isOneOfMany(Scrap heading, Evidence evidence) {
    for (Scrap other : evidence.clippings().scraps(Mark.SUBHEADING)) {
      if (other.at() > heading.at()
          && other.name().equals(heading.name())
          && !evidence.whereabouts().isAway(other)) {
        return true;
      }
    }
    return false;
  }

  private static void tell(Scrap deck, double confidence, Clippings clippings, Said said) {
    String line = deck.text().lines().findFirst().orElse("");
    String letters = Headlines.letters(line);
    boolean isTold = clippings
        .meta("og:description")
        .or(() -> clippings.meta("description"))
        .filter(description -> Headlines.letters(description).equals(letters))
        .isPresent();
    said.add(Field.ALTERNATIVE_HEADLINE, line, deck.place(), confidence + (isTold ? CONFIRMED : 0));
  }
}
