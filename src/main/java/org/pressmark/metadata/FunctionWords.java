package org.pressmark.metadata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The small words that no text of a language does without: `the`, `of`, `and`. Enough of them
/// confirm a language that a page declares; they find none.
final class FunctionWords {
  private static final int FEWEST = 5;
  private static final int OF_ALL_WORDS = 6; // one in so many is one of them
  private static final int LEAD = 2; // times as many as of any other language

  private final List<String> languages = new ArrayList<>();
  private final Map<String, Integer> bits = new HashMap<>(); // the languages that have a word

  FunctionWords() {
    try (InputStream list = FunctionWords.class.getResourceAsStream("function-words.txt")) {
      if (list == null) {
        throw new IllegalStateException("function-words.txt is missing beside " + getClass());
      }
      new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    int bit = 1 << languages.size();
    languages.add(line.substring(0, colon));
    for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
      bits.merge(word, bit, (one, other) -> one | other);
    }
  }

  /// Whether a text is clearly in this language and in none of the others that are listed.
  boolean confirm(String text, String language) {
    int declared = languages.indexOf(language);
    if (declared < 0) {
      return false;
    }
    int[] counts = new int[languages.size()];
    int words = count(text, counts);
    int own = counts[declared];
    for (int i = 0; i < counts.length; i++) {
      if (i != declared && counts[i] * LEAD > own) {
        return false;
      }
    }
    return own >= FEWEST && own * OF_ALL_WORDS >= words;
  }

  private int count(String text, int[] counts) {
    int words = 0;
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean isInside = at < text.length() && Character.isLetter(text.charAt(at));
      if (isInside && start < 0) {
        start = at;
      } else if (!isInside && start >= 0) {
        words++;
        int found = bits.getOrDefault(Evidence.lower(text.substring(start, at)), 0);
        for (; found != 0; found &= found - 1) {
          counts[Integer.numberOfTrailingZeros(found)]++;
        }
        start = -1;
      }
    }
    return words;
  }
}
