package org.pressmark.metadata;

import static java.lang.Character.UnicodeScript.MYANMAR;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes `months.tsv` anew from the names of months that this JDK has from Unicode CLDR:
/// `java -cp … org.pressmark.metadata.MonthNames af am ar … > months.tsv`.
final class MonthNames {
  private static final List<TextStyle> STYLES = List.of(
      TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final Pattern BEHIND = Pattern.compile("[.׳॰’]$| сар$");

  private MonthNames() {}

  public static void main(String[] languages) {
    System.out.println("# Names of months: language, then January to December, forms of one name"
        + " separated by |.");
    System.out.println("# From Unicode CLDR; lower case, accents folded, dots at the end dropped."
        + " Written by MonthNames in src/test.");
    for (String language : languages) {
      System.out.println(line(language));
    }
  }

  /// One language's line. A name that a region has for another month than the language is left out.
  static String line(String language) {
    Map<String, Integer> months = new LinkedHashMap<>();
    for (Locale locale : locales(language)) {
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          String name = name(month.getDisplayName(style, locale));
          if (isName(name)) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    StringJoiner line = new StringJoiner("\t");
    line.add(language);
    for (Month month : Month.values()) {
      List<String> forms = months.entrySet().stream()
          .filter(form -> form.getValue() == month.getValue())
          .map(Map.Entry::getKey)
          .toList();
      line.add(String.join("|", forms));
    }
    return line.toString();
  }

  private static Set<Locale> locales(String language) {
    Set<Locale> locales = new LinkedHashSet<>();
    locales.add(Locale.forLanguageTag(language));
    Stream.of(Locale.getAvailableLocales())
        .filter(locale -> locale.getLanguage().equals(language))
        .sorted(Comparator.comparing(Locale::toLanguageTag))
        .forEach(locales::add);
    return locales;
  }

  /// Without a sign of shortening or the Mongolian "month" at the end, with spaces for dots inside,
  /// and without the article that Catalan sets before its months.
  private static String name(String given) {
    String folded = Months.fold(given);
    String bare = BEHIND.matcher(folded).replaceAll("").replace('.', ' ');
    return bare.startsWith("de ")
        ? bare.substring(3)
        : bare.startsWith("d’") ? bare.substring(2) : bare;
  }

  private static boolean isName(String name) {
    boolean isWord = name.length() > 1 || Character.UnicodeScript.of(name.charAt(0)) == MYANMAR;
    return isWord && name.chars().noneMatch(Character::isDigit);
  }
}
