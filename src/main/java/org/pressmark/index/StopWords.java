package org.pressmark.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;

/// The words that hold a language together, and that most of its texts have: Lucene's lists of
/// them, but for those of over a thousand words. None is left out of an index; those side by side
/// are there as [Pairs] as well.
final class StopWords {
  private static final String FOLDER = "/org/apache/lucene/analysis/";
  private static final String SNOWBALL = "snowball/";

  private static final Map<String, String> LISTS = Map.ofEntries(
      Map.entry("ar", "ar/stopwords.txt"),
      Map.entry("bg", "bg/stopwords.txt"),
      Map.entry("ca", "ca/stopwords.txt"),
      Map.entry("cs", "cz/stopwords.txt"),
      Map.entry("da", "snowball/danish_stop.txt"),
      Map.entry("de", "snowball/german_stop.txt"),
      Map.entry("el", "el/stopwords.txt"),
      Map.entry("en", "snowball/english_stop.txt"),
      Map.entry("es", "snowball/spanish_stop.txt"),
      Map.entry("fa", "fa/stopwords.txt"),
      Map.entry("fi", "snowball/finnish_stop.txt"),
      Map.entry("fr", "snowball/french_stop.txt"),
      Map.entry("hi", "hi/stopwords.txt"),
      Map.entry("hu", "snowball/hungarian_stop.txt"),
      Map.entry("it", "snowball/italian_stop.txt"),
      Map.entry("nl", "snowball/dutch_stop.txt"),
      Map.entry("no", "snowball/norwegian_stop.txt"),
      Map.entry("pl", "pl/stopwords.txt"),
      Map.entry("pt", "snowball/portuguese_stop.txt"),
      Map.entry("ro", "ro/stopwords.txt"),
      Map.entry("ru", "snowball/russian_stop.txt"),
      Map.entry("sr", "sr/stopwords.txt"),
      Map.entry("sv", "snowball/swedish_stop.txt"),
      Map.entry("tr", "tr/stopwords.txt"));

  private static final Map<String, Set<String>> STEMS = new ConcurrentHashMap<>();

  private StopWords() {}

  /// Those of all languages, folded: which is the language of a text, nobody may know.
  private static final class All {
    static final Set<String> WORDS = LISTS.values().stream()
        .flatMap(list -> words(list).stream())
        .map(Lexicon::fold)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether this is a stop word of any language.
  ///
  /// @param folded as [Lexicon#fold] gives it
  static boolean has(String folded) {
    return All.WORDS.contains(folded);
  }

  /// Whether this is the stem of a stop word of this language.
  static boolean hasStem(String stem, String language) {
    return STEMS.computeIfAbsent(language, StopWords::stems).contains(stem);
  }

  private static Set<String> stems(String language) {
    String list = LISTS.get(language);
    return list == null
        ? Set.of()
        : words(list).stream()
            .flatMap(word -> Lexicon.stems(word, language).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> words(String list) {
    try (Reader in = new InputStreamReader(
        Objects.requireNonNull(WordlistLoader.class.getResourceAsStream(FOLDER + list), list),
        UTF_8)) {
      CharArraySet words = list.startsWith(SNOWBALL)
          ? WordlistLoader.getSnowballWordSet(in)
          : WordlistLoader.getWordSet(in, "#");
      Set<String> strings = new HashSet<>();
      words.forEach(word -> strings.add(new String((char[]) word)));
      return strings;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of a file that is part of the program
    }
  }
}
