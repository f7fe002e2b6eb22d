package org.pressmark.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An author as a bibliography has one: a person's names apart, or a name that stays whole.
///
/// Bylines do not say where the family name begins. In Latin, Greek and Cyrillic letters the last
/// word is taken for it, with the particles before it: `Ludo van den Berg` is `van den Berg, Ludo`.
/// What has one word, or a word of a newsroom in it, stays whole.
///
/// @param given empty where the name stays whole
/// @param suffix such as `Jr.`; mostly empty
record Person(String given, String family, String suffix) {
  private static final Set<String> PARTICLES = Set.of(
      "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
      "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur");
  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  /// Of bodies that sign as authors do.
  private static final Set<String> BODIES = Set.of(
      "agence",
      "agencia",
      "agencies",
      "agency",
      "agentur",
      "board",
      "bureau",
      "correspondent",
      "correspondents",
      "desk",
      "editor",
      "editorial",
      "editors",
      "news",
      "newsroom",
      "office",
      "online",
      "press",
      "presse",
      "redacción",
      "redaktion",
      "reporter",
      "reporters",
      "service",
      "staff",
      "team",
      "wire",
      "writer",
      "writers",
      "редакция");

  static Person of(String name) {
    List<String> words = new ArrayList<>(List.of(Plain.line(name).split(" ")));
    if (words.size() < 2 || words.size() > 6 || !words.stream().allMatch(Person::isOfAName)) {
      return new Person("", Plain.line(name), "");
    }
    int last = words.size() - 1;
    if (last > 1 && SUFFIXES.contains(small(words.get(last)))) {
      last--;
    }
    int family = last;
    while (family > 1 && PARTICLES.contains(words.get(family - 1))) {
      family--;
    }
    return new Person(
        String.join(" ", words.subList(0, family)),
        String.join(" ", words.subList(family, last + 1)),
        last + 1 < words.size() ? words.getLast() : "");
  }

  private static boolean isOfAName(String word) {
    if (BODIES.contains(small(word))) {
      return false;
    }
    int letters = 0;
    int capitals = 0;
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      boolean isMark = c == '.' || c == '-' || c == '\'' || c == '’';
      if (!isMark && !isOfAnAlphabet(c)) {
        return false;
      }
      letters += isMark ? 0 : 1;
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    boolean isShouted = letters > 3 && capitals == letters;
    return letters > 0 && !isShouted && (capitals > 0 || PARTICLES.contains(word));
  }

  private static boolean isOfAnAlphabet(char c) {
    return Character.isLetter(c)
        && switch (Character.UnicodeScript.of(c)) {
          case LATIN, GREEK, CYRILLIC -> true;
          default -> false;
        };
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  boolean isWhole() {
    return given.isEmpty();
  }

  /// `van den Berg, Ludo`, as RIS has it: the suffix comes last.
  String turned() {
    return isWhole() ? family : family + ", " + given + (suffix.isEmpty() ? "" : ", " + suffix);
  }

  /// `de la Cruz, Jr., Ana`, as BibTeX has it.
  String turnedForBibtex() {
    return isWhole() ? family : family + (suffix.isEmpty() ? "" : ", " + suffix) + ", " + given;
  }
}
