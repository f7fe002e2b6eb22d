package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the first words of a line announce: `Read more:`, `Share this`, `Photo by`.
///
/// The words are in `cues.txt`. A cue alone proves nothing: stories begin with "More on" too.
enum Cue {
  RELATED,
  SHARE,
  NEWSLETTER,
  COMMENTS,
  COPYRIGHT,
  ADVERT,
  BYLINE,
  DATE,
  PHOTO,
  TAGS,
  CORRECTION;

  private static final int MAX_WORDS = 4;
  private static final int MAX_WORD = 32; // characters
  private static final int HASHES = (1 << 14) - 1;
  private static final Map<String, Integer> PHRASES = phrases();
  private static final Set<String> FIRST_WORDS = firstWords();
  private static final BitSet BEGINNINGS = beginnings();

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int cues) {
    return (cues & bit()) != 0;
  }

  /// The cues at the beginning of a text, as bits: those of its first word, of its first two words,
  /// and so on.
  static int at(String text, int start, int end) {
    if (!mayBegin(text, start, end)) {
      return 0;
    }
    StringBuilder words = new StringBuilder();
    int cues = 0;
    int count = 0;
    int at = start;
    while (at < end && count < MAX_WORDS && words.length() < 48) {
      while (at < end && !isWord(text.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < end && isWord(text.charAt(at)) && at - from < MAX_WORD) {
        at++;
      }
      if (at == from) {
        break;
      }
      if (count++ > 0) {
        words.append(' ');
      }
      for (int i = from; i < at; i++) {
        char c = text.charAt(i);
        words.append(c == '’' ? '\'' : Character.toLowerCase(c));
      }
      String phrase = words.toString();
      if (count == 1 && !FIRST_WORDS.contains(phrase)) {
        return 0;
      }
      cues |= PHRASES.getOrDefault(phrase, 0);
    }
    return cues;
  }

  /// Whether a text's first word may be that of a cue; those of most lines can not.
  private static boolean mayBegin(String text, int start, int end) {
    int at = start;
    while (at < end && !isWord(text.charAt(at))) {
      at++;
    }
    int hash = 0;
    for (int last = Math.min(end, at + MAX_WORD); at < last && isWord(text.charAt(at)); at++) {
      hash = next(hash, text.charAt(at));
    }
    return BEGINNINGS.get(hash & HASHES);
  }

  private static int next(int hash, char c) {
    return 31 * hash + (c == '’' ? '\'' : Character.toLowerCase(c));
  }

  private static BitSet beginnings() {
    BitSet beginnings = new BitSet();
    for (String word : FIRST_WORDS) {
      int hash = 0;
      for (int at = 0; at < word.length(); at++) {
        hash = next(hash, word.charAt(at));
      }
      beginnings.set(hash & HASHES);
    }
    return beginnings;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || Character.isLetterOrDigit(c)
        || c == '\''
        || c == '’'
        || c == '©'
        || c == '-';
  }

  private static Set<String> firstWords() {
    return PHRASES.keySet().stream()
        .map(phrase -> phrase.split(" ", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Integer> phrases() {
    Map<String, Integer> phrases = new HashMap<>();
    try (BufferedReader lines = Resource.open("cues.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        Cue cue = valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        for (String phrase : line.substring(colon + 1).strip().split("\\|")) {
          phrases.merge(phrase, cue.bit(), (one, other) -> one | other);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cues.txt: unreadable in this program's own jar", e);
    }
    return Collections.unmodifiableMap(phrases);
  }
}
