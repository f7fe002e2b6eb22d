package org.pressmark.metadata;

import java.util.HashSet;
import java.util.Set;

/// Tells the names of people from other words with capitals, where a page does not say what they
/// are: `Anna Berg` from `Related Articles`.
final class GivenNames {
  private static final Set<String> ALL = all();
  private static final int MOST_WORDS = 3;
  private static final int SHORTEST_INITIALLED = "A.Bo".length();

  private GivenNames() {}

  /// Whether a text is a given name, or its first letter, and one or two others: `Anna Berg`, `Dr.
  /// Anna Maria Berg`, `A.Berg`.
  static boolean begin(String text) {
    String name = plain(text);
    int space = name.indexOf(' ');
    return isInitial(name)
        || space > 0
            && ALL.contains(first(name, space))
            && name.chars().filter(c -> c == ' ').count() < MOST_WORDS
            && People.isPersonal(name)
            && !People.isHouse(name);
  }

  /// Whether a text is a family name and a given name, as Hungarians write them.
  static boolean end(String text) {
    int space = text.indexOf(' ');
    return space > 0
        && text.indexOf(' ', space + 1) < 0
        && ALL.contains(Months.fold(text.substring(space + 1)))
        && People.isPersonal(text)
        && !People.isHouse(text);
  }

  /// Without the title before it.
  static String plain(String text) {
    return text.startsWith("Dr. ") ? text.substring("Dr. ".length()) : text;
  }

  private static boolean isInitial(String name) {
    return name.length() > SHORTEST_INITIALLED
        && Character.isUpperCase(name.charAt(0))
        && name.charAt(1) == '.'
        && Character.isUpperCase(name.charAt(2))
        && name.chars().skip(2).allMatch(Character::isLetter)
        && !People.isShout(name.substring(2));
  }

  /// `Anna-Lena` is known by `Anna`.
  private static String first(String name, int space) {
    int hyphen = name.indexOf('-');
    return Months.fold(name.substring(0, hyphen > 0 && hyphen < space ? hyphen : space));
  }

  private static Set<String> all() {
    Set<String> all = new HashSet<>();
    for (String line : WordLists.lines("given-names.txt")) {
      for (String name : line.split(" ", -1)) {
        all.add(Months.fold(name));
      }
    }
    return Set.copyOf(all);
  }
}
