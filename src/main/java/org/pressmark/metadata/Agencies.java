package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The news agencies of the world, by the names that datelines and bylines give them.
final class Agencies {
  private static final int LONGEST = 40;
  private static final int SHORT = 4;
  /// What stands between two of them, as in `AFP/dpa` or `Reuters, AP`.
  private static final String BETWEEN = "/,;|&+";

  private static final Map<String, String> BY_LETTERS = byLetters();

  private static final Set<String> SPELT = spellings();

  private Agencies() {}

  /// The agency that goes by a name: `AFP` of `Agence France-Presse`.
  static Optional<String> named(String name) {
    return name.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(BY_LETTERS.get(Headlines.letters(name)));
  }

  /// The agencies that a text names, where it names nothing but such, or others beside them:
  /// `dpa/lno` is dpa's service for a region. Empty where its first name is no agency's.
  static List<String> listed(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    Optional<String> whole = named(text);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    Set<String> agencies = new LinkedHashSet<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || BETWEEN.indexOf(text.charAt(at)) >= 0) {
        Optional<String> agency = named(text.substring(from, at));
        if (agency.isEmpty() && agencies.isEmpty()) {
          return List.of();
        }
        agency.ifPresent(agencies::add);
        from = at + 1;
      }
    }
    return new ArrayList<>(agencies);
  }

  /// As [#listed], but a short name counts only as its agency writes it: many a one is a word,
  /// too, such as `App` or `Map`.
  static List<String> spelt(String text) {
    return text.length() > SHORT || SPELT.contains(text) ? listed(text) : List.of();
  }

  /// Whether a name is an agency's, written as it writes it.
  static boolean isSpelt(String name) {
    return SPELT.contains(name);
  }

  private static Set<String> spellings() {
    return WordLists.lines("agencies.txt").stream()
        .flatMap(line -> Stream.of(line.split("\\|", -1)))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> byLetters() {
    Map<String, String> agencies = new HashMap<>();
    for (String line : WordLists.lines("agencies.txt")) {
      String[] names = line.split("\\|", -1);
      for (String name : names) {
        agencies.putIfAbsent(Headlines.letters(name), names[0].strip());
      }
    }
    return Map.copyOf(agencies);
  }
}
