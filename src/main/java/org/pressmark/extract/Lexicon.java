package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Words and what each stands for, looked up where they stand in a text, without cutting them out.
/// Only the letters of a stretch count, in lower case: `Share-Bar` is `sharebar`.
final class Lexicon {
  private final String[] words; // open addressing
  private final int[] hashes; // each with its value behind it, which is 0 where there is no word
  private final int mask;

  /// @param values none of them 0
  Lexicon(Map<String, Integer> values) {
    int room = Math.max(4, 4 * Integer.highestOneBit(values.size() + 1));
    this.words = new String[room];
    this.hashes = new int[2 * room];
    this.mask = room - 1;
    Arrays.fill(words, "");
    values.forEach((word, value) -> {
      int slot = firstSlot(hash(word));
      while (hashes[2 * slot + 1] != 0) {
        slot = slot + 1 & mask;
      }
      words[slot] = word;
      hashes[2 * slot] = hash(word);
      hashes[2 * slot + 1] = value;
    });
  }

  /// Words from this program's own jar, in lines such as `share: sharebar tell+friends`.
  ///
  /// @param bit what the words of a line stand for, by the name before its colon; a word of several
  /// lines stands for all their bits
  static Lexicon read(String resource, ToIntFunction<String> bit) {
    Map<String, Integer> words = new HashMap<>();
    try (BufferedReader lines = Resource.open(resource)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        int value = bit.applyAsInt(line.substring(0, colon));
        for (String word : line.substring(colon + 1).strip().split(" ")) {
          words.merge(lettersOf(word), value, (one, other) -> one | other);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": unreadable in this program's own jar", e);
    }
    return new Lexicon(words);
  }

  private static String lettersOf(String word) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        letters.append(word.charAt(i));
      }
    }
    return letters.toString();
  }

  private static int hash(String word) {
    int hash = 0;
    for (int at = 0; at < word.length(); at++) {
      hash = next(hash, word.charAt(at));
    }
    return hash;
  }

  /// The hash of a word that goes on with this letter, which is in lower case; 0 is that of no
  /// word.
  static int next(int hash, char letter) {
    return 31 * hash + letter;
  }

  private int firstSlot(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }

  /// What the letters of a stretch stand for, 0 for nothing.
  ///
  /// @param hash of those letters
  int get(String text, int start, int end, int hash) {
    int slot = firstSlot(hash);
    for (int value = hashes[2 * slot + 1]; value != 0; value = hashes[2 * slot + 1]) {
      if (hashes[2 * slot] == hash && isSpelt(words[slot], text, start, end)) {
        return value;
      }
      slot = slot + 1 & mask;
    }
    return 0;
  }

  private static boolean isSpelt(String word, String text, int start, int end) {
    int letters = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        if (letters == word.length() || word.charAt(letters) != Character.toLowerCase(c)) {
          return false;
        }
        letters++;
      }
    }
    return letters == word.length();
  }
}
