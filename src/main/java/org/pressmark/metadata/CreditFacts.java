package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Clippings.Mark;
import org.pressmark.metadata.Clippings.Scrap;

/// Who wrote it, by links to authors' pages and by classes such as `byline`.
final class CreditFacts implements Witness {
  static final int MOST = 40;
  // In nodes of the page.
  private static final int SIDE_BY_SIDE = 8;
  private static final double OF_ONLY_AUTHOR = .26;
  private static final double OF_SURE = .32;
  /// Away from the headline.
  private static final double OF_OTHERS = .2;
  private static final double OF_TEASERS = .1;

  private static final List<String> OF_ANYBODY = List.of(
      "/people/",
      "/person/",
      "/profile/",
      "/profiles/",
      "/team/",
      "/bio/",
      "/by/",
      "/user/",
      "/users/");

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
    List<List<Scrap>> bylines = oneClass(whereabouts.nearest(ofStory(clippings), MOST));
    Set<String> lists = lists(bylines, whereabouts);
    for (List<Scrap> same : bylines) {
      Scrap first = same.getFirst();
      List<String> lines = same.stream().flatMap(scrap -> scrap.text().lines()).toList();
      double confidence = ofClass(first, whereabouts);
      said.add(
          Field.AUTHOR,
          lines,
          first.place(),
          confidence == OF_OTHERS && lists.contains(first.name()) ? OF_TEASERS : confidence);
    }
    onlyAuthor(clippings)
        .ifPresent(link -> said.add(Field.AUTHOR, link.text(), link.place(), OF_ONLY_AUTHOR));
    return said.all();
  }

  /// Elements called after an author, but not those who took a picture.
  private static List<Scrap> ofStory(Clippings clippings) {
    List<Scrap> scraps = clippings.scraps(Mark.AUTHOR_CLASS);
    for (Scrap caption : clippings.scraps(Mark.CAPTION)) {
      scraps.removeIf(scrap -> PictureFacts.isWithin(caption, scrap));
    }
    return scraps;
  }

  /// Classes under which so many people are named away from the headline that they wrote other
  /// stories, which the page leads to.
  private static Set<String> lists(List<List<Scrap>> bylines, Whereabouts whereabouts) {
    Map<String, Set<String>> texts = new HashMap<>();
    for (List<Scrap> byline : bylines) {
      Scrap first = byline.getFirst();
      if (ofClass(first, whereabouts) == OF_OTHERS) {
        texts.computeIfAbsent(first.name(), name -> new HashSet<>()).add(first.text());
      }
    }
    texts
        .values()
        .removeIf(some -> some.size() < SignatureFacts.MANY || people(some) < SignatureFacts.MANY);
    return texts.keySet();
  }

  /// How many people are named, one in a text.
  private static int people(Set<String> texts) {
    Set<String> people = new HashSet<>();
    for (String text : texts) {
      List<String> names = People.named(List.of(text));
      if (isPerson(names)) {
        people.add(names.getFirst());
      }
    }
    return people.size();
  }

  /// A page that leads to the page of one author alone, wherever the link stands, names its own.
  private static Optional<Scrap> onlyAuthor(Clippings clippings) {
    Optional<Scrap> only = Optional.empty();
    String name = "";
    for (Scrap link : clippings.scraps(Mark.AUTHOR_LINK)) {
      List<String> people = People.named(link.text());
      if (isPerson(people) && leadsTo(link, people)) {
        String letters = Headlines.letters(people.getFirst());
        if (only.isPresent() && !name.equals(letters)) {
          return Optional.empty();
        }
        only = only.isPresent() ? only : Optional.of(link);
        name = letters;
      }
    }
    return only;
  }

  /// Elements of the same class that stand side by side, each with a person's name, are one byline.
  private static List<List<Scrap>> oneClass(List<Scrap> scraps) {
    List<List<Scrap>> bylines = new ArrayList<>();
    for (Scrap scrap : scraps) {
      boolean goesOn = !bylines.isEmpty()
          && bylines.getLast().getLast().name().equals(scrap.name())
          && scrap.at() - bylines.getLast().getLast().at() <= SIDE_BY_SIDE
          && isPerson(scrap)
          && isPerson(bylines.getLast().getLast());
      if (!goesOn) {
        bylines.add(new ArrayList<>());
      }
      bylines.getLast().add(scrap);
    }
    return bylines;
  }

  private static boolean isPerson(Scrap scrap) {
    return isPerson(People.named(scrap.text()));
  }

  private static boolean isPerson(List<String> people) {
    return people.size() == 1 && People.isPersonal(people.getFirst());
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
      case NEAR -> isPromise ? .65 : isOfWriters(link) && leadsTo(link) ? .5 : .18;
      case BESIDE, ASIDE -> isPromise ? .3 : .1;
      case AWAY -> .1;
    };
  }

  /// Pages about people and teams may be about those whom the story is about.
  private static boolean isOfWriters(Scrap link) {
    String href = Evidence.lower(link.value());
    for (String folder : OF_ANYBODY) {
      if (href.contains(folder)) {
        return false;
      }
    }
    return true;
  }

  /// Whether an address could be that of whom its link names: it holds a part of the name, or a
  /// number for it.
  private static boolean leadsTo(Scrap link) {
    return leadsTo(link, People.named(List.of(link.text())));
  }

  private static boolean leadsTo(Scrap link, List<String> people) {
    String href = Months.fold(link.value());
    int last = href.lastIndexOf('/', Math.max(0, href.length() - 2)) + 1;
    if (DateReader.hasDigit(href.substring(last))) {
      return true;
    }
    for (String name : people) {
      for (String word : Authors.words(name)) {
        if (href.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static double ofClass(Scrap scrap, Whereabouts whereabouts) {
    return switch (whereabouts.distance(scrap)) {
      case NEAR -> .55;
      case BESIDE, ASIDE -> hasSureLine(scrap.text()) ? OF_SURE : OF_OTHERS;
      case AWAY -> .1;
    };
  }

  /// Whether a line says who wrote it, be it below another: `Date: 3 May 2021`, `Author: Jane Doe`.
  private static boolean hasSureLine(String text) {
    return text.lines().anyMatch(BylineFacts::isSure);
  }
}
