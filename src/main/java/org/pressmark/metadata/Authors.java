package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;

/// Judges who wrote an article.
final class Authors {
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._\\-]{3,}+");
  private static final double OF_SITE = .3;
  private static final double OF_SITE_IN_BYLINE = .5; // of a page that somebody keeps alone
  private static final double OF_HOUSE = .6;
  private static final double OF_HANDLE = .3;
  /// An element of many things among which somebody's name may be.
  private static final double OF_JUMBLE = .6;
  private static final double OF_PHRASE = .25;
  private static final double LEAST_FULL_NAME = .25;
  private static final int FEWEST_LETTERS = 4;
  private static final double LEAST_BESIDE_SITE = .2;
  private static final double LEAST_BESIDE_HOUSE = .3;
  private static final double OF_THEME = .4;
  /// The name of a job or a newsroom, where a person's should be.
  private static final double NOBODY = .3;

  private final Set<String> publishers;
  private final Set<String> hosts;

  /// @param publishers names that the site is published under
  /// @param hosts names in its address
  Authors(Set<String> publishers, Set<String> hosts) {
    this.publishers = letters(publishers);
    this.hosts = letters(hosts);
  }

  private static Set<String> letters(Set<String> names) {
    Set<String> letters = new HashSet<>();
    for (String name : names) {
      letters.add(Headlines.letters(name));
      int dot = name.lastIndexOf('.');
      if (dot > FEWEST_LETTERS && name.indexOf(' ') < 0) {
        letters.add(Headlines.letters(name.substring(0, dot))); // DailyGull.com
      }
    }
    return letters;
  }

  List<Opinion> opinions(List<Candidate> candidates) {
    List<Opinion> opinions = new ArrayList<>();
    // A page says the same in many places.
    Map<List<String>, List<String>> named = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.source() == Source.AUTHOR_URL) {
        opinions.add(new Opinion(
            candidate, candidate.values(), "slug " + candidate.values().getFirst(), 0));
        continue;
      }
      if (candidate.source() == Source.DATELINE || candidate.place().equals(SignatureFacts.OWNER)) {
        opinions.add(Opinion.of(candidate, candidate.values(), key(candidate.values()), 1));
        continue;
      }
      List<String> people = isSiteAlone(candidate.values())
          ? candidate.values() // before `Jobs & Harbours` is taken for two
          : isData(candidate.source())
              ? listed(candidate.values())
              : named.computeIfAbsent(candidate.values(), People::named);
      if (people.isEmpty() && (isTold(candidate) || candidate.confidence() >= Judge.GOOD)) {
        List<String> title = isData(candidate.source())
            ? People.title(candidate.values())
            : isTold(candidate)
                ? People.desk(candidate.values())
                : People.shownTitle(candidate.values());
        opinions.add(Opinion.of(candidate, title, key(title), title.isEmpty() ? 0 : NOBODY));
        continue;
      }
      double tidiness = isClass(candidate) && !isTidy(people)
          ? OF_JUMBLE
          : isClass(candidate) && isPhrase(people)
              ? OF_PHRASE
              : isOfTheme(candidate) ? OF_THEME : 1;
      opinions.add(
          Opinion.of(candidate, people, key(people), likelihood(people, candidate) * tidiness));
    }
    return opinions;
  }

  private boolean isSiteAlone(List<String> values) {
    return values.size() == 1 && publishers.contains(Headlines.letters(values.getFirst()));
  }

  /// Whether a page's author is whoever made its template: those leave their address or their
  /// trade behind.
  private static boolean isOfTheme(Candidate candidate) {
    if (candidate.source() != Source.META) {
      return false;
    }
    String value = Evidence.lower(candidate.values().getFirst());
    return value.contains("http") || value.contains("www.") || value.contains("design");
  }

  /// Whether a place gives names in fields of their own rather than in a sentence.
  private static boolean isData(Source source) {
    return source == Source.JSON_LD || source == Source.RESIDUE || source == Source.RECORD;
  }

  /// Without the site's own name, where it is not alone.
  private List<String> listed(List<String> names) {
    List<String> people = People.listed(names);
    List<String> others = new ArrayList<>(people);
    others.removeIf(this::isSite);
    return others.isEmpty() ? people : others;
  }

  private static boolean isTold(Candidate candidate) {
    return switch (candidate.source()) {
      case JSON_LD, META, OPEN_GRAPH, MICRODATA, RESIDUE, RECORD -> true;
      case MARKUP, BYLINE, DATELINE, TEXT, URL, IMAGE_PATH, AUTHOR_URL, DETECTED -> false;
    };
  }

  private static boolean isClass(Candidate candidate) {
    return candidate.source() == Source.MARKUP
        && (candidate.place().startsWith("[class=") || candidate.place().startsWith("[data-"));
  }

  /// Whether a list of several holds nothing but what could be somebody's first and last name.
  private static boolean isTidy(List<String> people) {
    return people.size() < 2 || are(people, People::isPersonal);
  }

  /// Whether all there is are words that are nobody's name: `Personal finance`. Names may be
  /// written small, but not their ends alone.
  private static boolean isPhrase(List<String> people) {
    String name = people.size() == 1 ? people.getFirst() : "";
    int last = name.lastIndexOf(' ') + 1;
    boolean hasThreeWords = name.indexOf(' ') < last - 1;
    return last > 0
        && (hasThreeWords || Character.isUpperCase(name.charAt(0)))
        && Character.isLowerCase(name.charAt(last))
        && !People.isPersonal(name)
        && !People.isHouse(name)
        && !People.isDesk(name);
  }

  /// Persons write articles; houses are given for them, and machines give their own names.
  private double likelihood(List<String> people, Candidate candidate) {
    if (people.isEmpty()) {
      return 0;
    }
    if (are(people, this::isSite)) {
      return candidate.source() == Source.BYLINE ? OF_SITE_IN_BYLINE : OF_SITE;
    }
    if (are(people, name -> People.isHouse(name) || People.isDesk(name))) {
      return OF_HOUSE;
    }
    // What readers are shown is the name somebody goes by.
    return isTold(candidate) && are(people, People::isHandle) ? OF_HANDLE : 1;
  }

  private static boolean are(List<String> people, Predicate<String> that) {
    for (String name : people) {
      if (!that.test(name)) {
        return false;
      }
    }
    return true;
  }

  /// A site's own name; not that of somebody whose address is made of theirs.
  private boolean isSite(String name) {
    String letters = Headlines.letters(name);
    return publishers.contains(letters)
        || (hosts.contains(letters) && !(People.isPersonal(name) && !People.isHouse(name)));
  }

  /// The opinions in the order they are believed in.
  ///
  /// Data for machines name editors and photographers among the authors, or the first author
  /// alone; the byline that readers are shown names who wrote the article.
  List<Opinion> ranked(List<Candidate> candidates) {
    List<Opinion> ranked = new ArrayList<>(Opinion.ranked(opinions(candidates)));
    if (ranked.isEmpty()) {
      return ranked;
    }
    List<String> believed = ranked.getFirst().values();
    Set<String> linked = linked(ranked);
    for (Opinion byline : ranked) {
      if (isByline(byline) && (isFuller(byline, believed, linked) || isStricter(byline, believed))
          || isShown(byline)
              && isPart(believed, byline.values())
              && areSure(byline.values(), believed, linked, ranked)
              && (isLineOf(byline, linked) || isConfirmed(byline, ranked))) {
        ranked.remove(byline);
        ranked.addFirst(byline);
        break;
      }
    }
    shown(ranked);
    login(ranked);
    return ranked;
  }

  /// Whoever typed a story into the system is in its data; who wrote it stands below the headline.
  /// And where data know no more than the site's own name, any byline is better.
  private void shown(List<Opinion> ranked) {
    Opinion believed = ranked.getFirst();
    boolean isSite = are(believed.values(), name -> isSite(name) || isAbbreviated(name))
        && !isShownInClass(believed, ranked);
    boolean isHouse = !isSite && are(believed.values(), Authors::isNewsroom);
    boolean isAddress = isSite && are(believed.values(), name -> name.indexOf('.') > 0);
    for (Opinion other : ranked) {
      boolean isBetter = isSite
          ? other.weight() >= LEAST_BESIDE_SITE && (isLine(other) || isClass(other.candidate()))
          : isHouse
              ? other.weight() >= LEAST_BESIDE_HOUSE && isOpened(other)
              : isByline(other) && contradict(believed, other) && isAlone(other, ranked);
      boolean isPerson = !other.values().isEmpty()
          && are(other.values(), name -> People.isPersonal(name) && !People.isHouse(name));
      boolean isWire = isAddress && other.candidate().source() == Source.DATELINE;
      if (isBetter && isPerson || isWire) {
        ranked.remove(other);
        ranked.addFirst(other);
        return;
      }
    }
  }

  /// Whether a name is a house's, but no agency's.
  private static boolean isNewsroom(String name) {
    return People.isHouse(name) && Agencies.named(name).isEmpty();
  }

  private static boolean isShownInClass(Opinion believed, List<Opinion> ranked) {
    for (Opinion other : ranked) {
      if (other.key().equals(believed.key())
          && isClass(other.candidate())
          && other.candidate().confidence() >= Judge.GOOD) {
        return true;
      }
    }
    return false;
  }

  /// Whether a byline stands in one place alone; those of other stories and of their boxes do not.
  private static boolean isAlone(Opinion byline, List<Opinion> ranked) {
    for (Opinion other : ranked) {
      boolean isSame = other.key().equals(byline.key());
      boolean isElsewhere = isLine(other)
          ? !other.candidate().place().equals(byline.candidate().place())
          : isClass(other.candidate()) && other.candidate().confidence() < Judge.GOOD;
      if (isSame && isElsewhere) {
        return false;
      }
    }
    return true;
  }

  /// Whether a line says that it is a byline: `Written by Anna Berg`.
  private static boolean isOpened(Opinion opinion) {
    return isLine(opinion) && People.OPENING.end(opinion.candidate().values().getFirst()) > 0;
  }

  private static boolean isLine(Opinion opinion) {
    return opinion.candidate().source() == Source.BYLINE;
  }

  /// A few capitals that are no agency's: the newsroom's own.
  private static boolean isAbbreviated(String name) {
    return People.isShout(name) && Agencies.named(name).isEmpty();
  }

  /// Who has a page as an author.
  private static Set<String> linked(List<Opinion> opinions) {
    Set<String> linked = new HashSet<>();
    for (Opinion opinion : opinions) {
      if (isLink(opinion)) {
        opinion.values().forEach(name -> linked.add(fold(name)));
      }
    }
    return linked;
  }

  /// Somebody who is known by a login or a first name is put second to the full name that it is
  /// made of, where the page shows that: `jdoe` to `Jane Doe`.
  private static void login(List<Opinion> ranked) {
    Opinion first = ranked.getFirst();
    if (first.values().size() == 1 && LOGIN.matcher(first.values().getFirst()).matches()) {
      ranked.stream()
          .filter(other -> other.weight() >= LEAST_FULL_NAME && other.values().size() == 1)
          .filter(other -> People.isPersonal(other.values().getFirst()))
          .filter(other -> !People.isHouse(other.values().getFirst()))
          .filter(other -> isLoginOf(other.values().getFirst(), first.values().getFirst()))
          .findFirst()
          .ifPresent(full -> {
            ranked.remove(full);
            ranked.addFirst(full);
          });
    }
  }

  private static boolean isLoginOf(String name, String login) {
    String letters = fold(login);
    Set<String> words = words(name);
    return fold(name).startsWith(letters)
        || words.stream().anyMatch(word -> word.length() > 2 && letters.endsWith(word))
        || fold(name).equals(letters);
  }

  private static boolean isByline(Opinion opinion) {
    return opinion.candidate().source() == Source.BYLINE
        && opinion.weight() >= BylineFacts.OF_BYLINE
        && are(opinion.values(), People::isPersonal);
  }

  /// Whether readers are shown an opinion below the headline, and all whom it names could be
  /// people.
  private static boolean isShown(Opinion opinion) {
    return (isLine(opinion) || opinion.candidate().source() == Source.MARKUP)
        && opinion.weight() >= Judge.GOOD
        && are(opinion.values(), name -> People.isPersonal(name) && !People.isHouse(name));
  }

  /// Whether those whom a byline names besides others are people and no jobs or towns: they have
  /// pages as authors, names as people have, or are listed one by one.
  private static boolean areSure(
      List<String> names, List<String> others, Set<String> linked, List<Opinion> ranked) {
    Set<String> known = others.stream().map(Authors::fold).collect(Collectors.toSet());
    for (String name : names) {
      if (!known.contains(fold(name))
          && !linked.contains(fold(name))
          && !GivenNames.begin(name)
          && !isListed(name, ranked)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isListed(String name, List<Opinion> ranked) {
    return ranked.stream()
        .map(Opinion::candidate)
        .filter(Authors::isTold)
        .anyMatch(
            candidate -> candidate.values().size() > 1 && candidate.values().contains(name));
  }

  /// Whether machines are told of the same people, or another line names them: then all of them
  /// wrote it, and who is named first elsewhere did not do so alone.
  private static boolean isConfirmed(Opinion byline, List<Opinion> ranked) {
    for (Opinion other : ranked) {
      boolean isElsewhere = isTold(other.candidate()) && other.weight() >= Judge.GOOD
          || isOpened(other)
              && !other.candidate().values().equals(byline.candidate().values());
      if (isElsewhere && other.key().equals(byline.key())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLink(Opinion opinion) {
    return opinion.candidate().place().equals("a[rel=author]");
  }

  /// Whether a byline names all whom others name and more, who all have pages as authors.
  private static boolean isFuller(Opinion byline, List<String> others, Set<String> linked) {
    return isPart(others, byline.values()) && areLinked(byline.values(), linked);
  }

  /// Whether an element is a byline of one line, and all whom it names have pages as authors; those
  /// on lines of their own may have edited it.
  private static boolean isLineOf(Opinion byline, Set<String> linked) {
    return isClass(byline.candidate())
        && byline.candidate().values().size() == 1
        && areLinked(byline.values(), linked);
  }

  private static boolean areLinked(List<String> names, Set<String> linked) {
    return names.stream().map(Authors::fold).allMatch(linked::contains);
  }

  /// Whether a byline does without some whom others name.
  private static boolean isStricter(Opinion byline, List<String> others) {
    String said = fold(byline.candidate().values().getFirst());
    List<String> names = byline.values().stream().map(Authors::fold).toList();
    return isPart(byline.values(), others)
        && others.stream().map(Authors::fold).allMatch(n -> names.contains(n) || !said.contains(n));
  }

  /// Whether the one names some of those whom the other names, and nobody else.
  private static boolean isPart(List<String> some, List<String> all) {
    Set<String> names = all.stream().map(Authors::fold).collect(Collectors.toSet());
    return some.size() < all.size() && some.stream().map(Authors::fold).allMatch(names::contains);
  }

  /// Equal for those who name the same persons, be it with their agency or without.
  private static String key(List<String> people) {
    Set<String> persons = new TreeSet<>();
    Set<String> houses = new TreeSet<>();
    for (String name : people) {
      (People.isHouse(name) ? houses : persons).add(fold(name));
    }
    return (persons.isEmpty() ? houses : persons).toString();
  }

  private static String fold(String name) {
    return Headlines.letters(Months.fold(name));
  }

  /// Whether two opinions on the author can not both be right.
  static boolean contradict(Opinion believed, Opinion other) {
    if (other.candidate().source() == Source.AUTHOR_URL) {
      return believed.values().stream()
          .noneMatch(name -> fits(name, other.candidate().values().getFirst()));
    }
    return other.weight() >= Judge.GOOD
        && !other.values().isEmpty()
        && believed.values().stream()
            .noneMatch(name -> other.values().stream().anyMatch(o -> sharesWord(name, o)));
  }

  private static boolean sharesWord(String one, String other) {
    Set<String> words = words(one);
    return words(other).stream().anyMatch(words::contains);
  }

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.\\-_'’]++");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s\\-]++");

  static Set<String> words(String name) {
    Set<String> words = new TreeSet<>();
    for (String word : BETWEEN_WORDS.split(Months.fold(name), -1)) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }

  /// Whether an address's last part could be this person's: `ursula-curtis`, `ucurtis`, `curtis`,
  /// `uc`, `ursula-curtis-2`, `1234`.
  static boolean fits(String name, String slug) {
    String letters = Months.fold(slug)
        .chars()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    if (letters.isEmpty()) {
      return true;
    }
    Set<String> words = words(name);
    String initials = words(name).isEmpty() ? "" : initials(name);
    return words.stream().anyMatch(word -> word.length() > 2 && letters.contains(word))
        || fold(name).contains(letters)
        || letters.equals(initials);
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : BETWEEN_NAMES.split(Months.fold(name), -1)) {
      if (!word.isEmpty()) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }
}
