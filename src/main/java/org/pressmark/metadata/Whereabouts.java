package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Room;
import org.pressmark.metadata.Clippings.Scrap;

/// Where the headline stands on a page, and how things lie to it: bylines and datelines stand
/// near it, those of other stories and of comments do not.
///
/// @param headline its number among the page's nodes
/// @param rooms the parts of the page that headings stand in
record Whereabouts(int headline, Set<Room> rooms) {
  // In nodes of the page. A byline may stand above the headline, but mostly stands below it.
  private static final int BEFORE = 38;
  private static final int BEHIND = 95;
  private static final int SHORTEST_HEADLINE = 12;

  /// How a thing lies to the headline.
  enum Distance {
    /// Near the headline, in the same part of the page.
    NEAR,
    /// In the same part of the page, but away from the headline.
    BESIDE,
    /// Near the headline, but in a part that is not the story.
    ASIDE,
    /// Neither: in a sidebar, a footer, a comment.
    AWAY
  }

  static Whereabouts of(Clippings clippings) {
    String told = Headlines.letters(clippings.title());
    List<Scrap> headings = clippings.scraps(Mark.HEADING);
    headings.removeIf(Scrap::isMasthead);
    Optional<Scrap> headline = first(headings, told)
        .or(() -> first(clippings.scraps(Mark.HEADLINE_CLASS), told))
        .or(() -> first(clippings.scraps(Mark.SUBHEADING), told))
        .or(() -> headings.stream().findFirst());
    Set<Room> rooms = new HashSet<>();
    headings.forEach(heading -> rooms.add(heading.room()));
    return new Whereabouts(headline.map(Scrap::at).orElse(0), rooms);
  }

  private static Optional<Scrap> first(List<Scrap> headings, String told) {
    for (Scrap heading : headings) {
      if (heading.text().length() >= SHORTEST_HEADLINE
          && told.contains(Headlines.letters(heading.text()))) {
        return Optional.of(heading);
      }
    }
    return Optional.empty();
  }

  Distance distance(Scrap scrap) {
    boolean isNear = scrap.at() > headline - BEFORE && scrap.at() < headline + BEHIND;
    boolean isBeside = scrap.room().equals(Room.NONE) || rooms.contains(scrap.room());
    return isNear && (isBeside || !scrap.room().isOfReaders())
        ? isBeside ? Distance.NEAR : Distance.ASIDE
        : isBeside ? Distance.BESIDE : Distance.AWAY;
  }

  boolean isAway(Scrap scrap) {
    return distance(scrap) == Distance.AWAY;
  }

  /// How many nodes lie between, those above the headline counted twice.
  int nodes(Scrap scrap) {
    return scrap.at() >= headline ? scrap.at() - headline : 2 * (headline - scrap.at());
  }

  /// The nearest of them that are not away, in the page's order.
  List<Scrap> nearest(List<Scrap> scraps, int most) {
    List<Scrap> here = new ArrayList<>();
    for (Scrap scrap : scraps) {
      if (!isAway(scrap)) {
        here.add(scrap);
      }
    }
    return here.size() <= most ? here : nearestOf(here, most);
  }

  private List<Scrap> nearestOf(List<Scrap> here, int most) {
    return here.stream()
        .sorted(Comparator.comparingInt(this::nodes))
        .limit(most)
        .sorted(Comparator.comparingInt(Scrap::at))
        .toList();
  }
}
