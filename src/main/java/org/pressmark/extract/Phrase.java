package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A list of phrases that give away what kind of page they stand on, from `kinds.txt`.
enum Phrase {
  ERROR,
  PAYWALL,
  SUBSCRIBER,
  ACCEPT,
  LIVE,
  GALLERY;

  private static final Map<Phrase, Map<Integer, List<String>>> BY_FIRST_LETTERS = read();

  /// The phrase that a line is, apart from the marks at its end.
  Optional<String> saidBy(CharSequence line) {
    String words = folded(line);
    int end = words.length();
    while (end > 0 && isMark(words.charAt(end - 1))) {
      end--;
    }
    for (String phrase : at(words, 0)) {
      boolean goesOn = phrase.endsWith("…");
      int length = phrase.length() - (goesOn ? 1 : 0);
      if (words.startsWith(phrase.substring(0, length)) && (goesOn || length == end)) {
        return Optional.of(phrase.substring(0, length));
      }
    }
    return Optional.empty();
  }

  /// The first of these phrases in a line that begins where a word does.
  Optional<String> in(CharSequence line) {
    String words = folded(line);
    for (int at = 0; at + 1 < words.length(); at++) {
      char c = words.charAt(at);
      if (at == 0 || c > '\u2e80' || !Character.isLetterOrDigit(words.charAt(at - 1))) {
        for (String phrase : at(words, at)) {
          if (words.startsWith(phrase, at) && endsAWord(words, at + phrase.length())) {
            return Optional.of(phrase);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean endsAWord(String words, int end) {
    return end == words.length()
        || words.charAt(end) > '\u2e80'
        || !Character.isLetterOrDigit(words.charAt(end));
  }

  private List<String> at(String words, int at) {
    return at + 1 < words.length()
        ? BY_FIRST_LETTERS
            .getOrDefault(this, Map.of())
            .getOrDefault(words.charAt(at) << 16 | words.charAt(at + 1), List.of())
        : List.of();
  }

  private static boolean isMark(char c) {
    return !Character.isLetterOrDigit(c);
  }

  private static String folded(CharSequence line) {
    return line.toString().strip().toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static Map<Phrase, Map<Integer, List<String>>> read() {
    Map<Phrase, Map<Integer, List<String>>> read = new HashMap<>();
    Map<Integer, List<String>> list = new HashMap<>();
    try (BufferedReader lines = Resource.open("kinds.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          list = new HashMap<>();
          read.put(valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT)), list);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          int letters = line.charAt(0) << 16 | line.charAt(1);
          list.computeIfAbsent(letters, key -> new ArrayList<>()).add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("kinds.txt: unreadable in this program's own jar", e);
    }
    return read;
  }
}
