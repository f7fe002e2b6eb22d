package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The days on which somebody was born and died, which are not those of an article:
/// `3 May 1931 – 4 June 2009`, `* 3. Mai 1931 † 4. Juni 2009`, `Born 3 May 1931`.
final class LifeDates {
  /// Two days so far apart are no event that lasted.
  private static final int SHORTEST_LIFE = 12; // years
  private static final int LONGEST_BETWEEN = 30;
  private static final int MOST_BEFORE = 20;

  private static final Set<String> WORDS = Set.of(
      "born",
      "died",
      "geboren",
      "geb",
      "gestorben",
      "gest",
      "né",
      "née",
      "mort",
      "morte",
      "décédé",
      "décédée",
      "nacido",
      "nacida",
      "nació",
      "murió",
      "fallecido",
      "fallecida",
      "nascido",
      "nascida",
      "morreu",
      "falecido",
      "falecida",
      "nato",
      "nata",
      "morto",
      "morta",
      "overleden",
      "född",
      "död",
      "født",
      "død",
      "urodzony",
      "urodzona",
      "zmarł",
      "zmarła",
      "narozen",
      "zemřel",
      "zemřela",
      "родился",
      "родилась",
      "умер",
      "умерла",
      "născut",
      "decedat",
      "született",
      "meghalt",
      "doğdu",
      "öldü",
      "γεννήθηκε",
      "πέθανε");

  private LifeDates() {}

  /// The other dates.
  static List<DateReader.Hit> without(List<DateReader.Hit> hits, String text) {
    List<DateReader.Hit> others = new ArrayList<>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      boolean isLife = i + 1 < hits.size() && isLife(hits.get(i), hits.get(i + 1), text)
          || i > 0 && isLife(hits.get(i - 1), hits.get(i), text)
          || isTold(text, hits.get(i).start());
      if (!isLife) {
        others.add(hits.get(i));
      }
    }
    return others;
  }

  /// Whether two days stand side by side, and years lie between.
  private static boolean isLife(DateReader.Hit birth, DateReader.Hit death, String text) {
    int years = death.moment().day().getYear() - birth.moment().day().getYear();
    return years >= SHORTEST_LIFE
        && death.start() >= birth.end()
        && death.start() - birth.end() <= LONGEST_BETWEEN
        && isBetween(text.substring(birth.end(), death.start()));
  }

  /// A dash, a cross, and a place at most: `– `, ` in Port Ellery; † `.
  private static boolean isBetween(String between) {
    String sign = between.strip();
    return sign.length() == 1 && "-–—−".indexOf(sign.charAt(0)) >= 0 || sign.indexOf('†') >= 0;
  }

  /// Whether what stands before a day says that somebody was born or died then.
  private static boolean isTold(String text, int start) {
    int end = start;
    while (end > 0 && start - end < 4 && " .:(".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0 || start - end > 3) {
      return false;
    }
    char sign = text.charAt(end - 1);
    if ("*†".indexOf(sign) >= 0) {
      return sign == '†' || text.indexOf('†') > 0 || end > 1 && text.charAt(end - 2) == '(';
    }
    String last = word(text, end);
    if (!last.isEmpty() && last.length() <= 3 && !WORDS.contains(last)) { // `born on`, `né le`
      int from = end - last.length();
      while (from > 0 && " .".indexOf(text.charAt(from - 1)) >= 0) {
        from--;
      }
      end = from;
      last = word(text, end);
    }
    boolean isSurname = end > last.length() + 1
        && Character.isUpperCase(text.charAt(end - last.length()))
        && Character.isLetter(text.charAt(end - last.length() - 2));
    return WORDS.contains(last) && !isSurname;
  }

  /// The word that ends here, in small letters.
  private static String word(String text, int end) {
    int from = end;
    while (from > 0 && end - from < MOST_BEFORE && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return Evidence.lower(text.substring(from, end));
  }
}
