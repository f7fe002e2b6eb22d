package org.pressmark.metadata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of months in some ninety languages.
///
/// A table of our own and not the JDK's: the same page must give the same date under every JDK.
final class Months {
  /// Months by name, and by language and name: `september` and `de`, tab, `september`.
  private static final char LANGUAGE_ENDS = '\t';

  private static final Map<String, Integer> NUMBERS = read();
  private static final int AMBIGUOUS = 0;

  /// The first words of names that have two.
  private static final Set<String> FIRST_WORDS = NUMBERS.keySet().stream()
      .filter(name -> name.indexOf(' ') > 0)
      .map(name -> name.substring(0, name.indexOf(' ')))
      .collect(Collectors.toUnmodifiableSet());

  private Months() {}

  /// @param word as [#fold] gives it
  /// @param language BCP 47; `und` where it is not known
  static OptionalInt number(String word, String language) {
    Integer any = NUMBERS.get(word);
    if (any == null) {
      return OptionalInt.empty();
    }
    Integer own = NUMBERS.get(primary(language) + LANGUAGE_ENDS + word);
    if (own != null) {
      return OptionalInt.of(own);
    }
    // Abbreviations of another language are words of this one more often than not.
    boolean isTold = any != AMBIGUOUS
        && (word.length() > 3
            || language.equals("und")
            || NUMBERS.containsKey("en" + LANGUAGE_ENDS + word));
    return isTold ? OptionalInt.of(any) : OptionalInt.empty();
  }

  /// Whether a name of two words may begin with this one.
  static boolean opens(String word) {
    return FIRST_WORDS.contains(word);
  }

  /// A word without case, accents and joiners: `Février` is `fevrier`.
  static String fold(String word) {
    String lower = Evidence.lower(word);
    return isAscii(lower) ? lower : strip(Normalizer.normalize(lower, Normalizer.Form.NFD));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String strip(String decomposed) {
    StringBuilder letters = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      boolean isJoiner = c == '\u200c' || c == '\u200d';
      if (!isJoiner && (c < '\u0300' || c > '\u036f')) {
        letters.append(c == 'ı' ? 'i' : c);
      }
    }
    return letters.toString();
  }

  private static String primary(String language) {
    int hyphen = language.indexOf('-');
    return hyphen < 0 ? language : language.substring(0, hyphen);
  }

  private static Map<String, Integer> read() {
    Map<String, Integer> numbers = new HashMap<>();
    try (InputStream table = Months.class.getResourceAsStream("months.tsv")) {
      if (table == null) {
        throw new IllegalStateException("months.tsv is missing beside " + Months.class);
      }
      new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(line.split("\t", -1), numbers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(numbers);
  }

  private static void add(String[] columns, Map<String, Integer> numbers) {
    for (int month = 1; month <= 12; month++) {
      for (String name : columns[month].split("\\|", -1)) {
        numbers.put(columns[0] + LANGUAGE_ENDS + name, month);
        numbers.merge(name, month, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
      }
    }
  }
}
