package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;

/// Judges who wrote an article.
final class Authors {
  private static final double OF_SITE = .4;
  /// The name of a job or a newsroom, where a person's should be.
  private static final double NOBODY = .3;

  private final Set<String> sites;

  Authors(Set<String> sites) {
    this.sites = sites.stream().map(Headlines::letters).collect(Collectors.toSet());
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
      List<String> people = isData(candidate.source())
          ? listed(candidate.values())
          : named.computeIfAbsent(candidate.values(), People::named);
      if (people.isEmpty() && isData(candidate.source())) {
        List<String> title = People.title(candidate.values());
        opinions.add(Opinion.of(candidate, title, key(title), NOBODY));
        continue;
      }
      boolean isHouse = people.stream().map(Headlines::letters).allMatch(sites::contains);
      opinions.add(
          Opinion.of(candidate, people, key(people), people.isEmpty() ? 0 : isHouse ? OF_SITE : 1));
    }
    return opinions;
  }

  /// Whether a place gives names in fields of their own rather than in a sentence.
  private static boolean isData(Source source) {
    return source == Source.JSON_LD || source == Source.RESIDUE || source == Source.RECORD;
  }

  /// Without the site's own name, where it is not alone.
  private List<String> listed(List<String> names) {
    List<String> people = People.listed(names);
    List<String> others =
        people.stream().filter(name -> !sites.contains(Headlines.letters(name))).toList();
    return others.isEmpty() ? people : others;
  }

  private static String key(List<String> people) {
    return people.stream()
        .map(Authors::fold)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
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

  private static Set<String> words(String name) {
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
