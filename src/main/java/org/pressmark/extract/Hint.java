package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a page's author called the boxes of the page, boiled down to what the name hints at.
///
/// Names are hints, not proofs: `class="has-sidebar"` stands on stories too. The words are in
/// `hints.txt`.
enum Hint {
  STORY,
  FRAME,
  NAVIGATION,
  SHARE,
  RELATED,
  COMMENTS,
  FOOTER,
  HEADER,
  ASIDE,
  ADVERT,
  BYLINE,
  DATE,
  CAPTION,
  HEADLINE,
  DECK,
  NEWSLETTER,
  TAGS,
  CONSENT,
  HIDDEN,
  QUOTE,
  EMBED,
  TOOL,
  NOTE;

  private static final Map<String, Integer> WORDS = words();

  /// This hint as a bit of a set of hints.
  int bit() {
    return 1 << ordinal();
  }

  boolean in(int hints) {
    return (hints & bit()) != 0;
  }

  /// The hints in a class, id, role or itemprop attribute, as bits.
  ///
  /// Blog software puts what a post is about into its class: `hentry category-cookies tag-ads` is
  /// no cookie notice.
  static int in(String names) {
    boolean isPost = names.contains("hentry") || names.contains("type-post");
    int hints = 0;
    int end = names.length();
    for (int at = 0; at < end; at++) {
      if (names.charAt(at) > ' ') {
        int from = at;
        while (at < end && names.charAt(at) > ' ') {
          at++;
        }
        // Longer "names" are styles or data.
        boolean isTopic =
            isPost && (names.startsWith("category-", from) || names.startsWith("tag-", from));
        if (at - from <= 80 && !isTopic) {
          hints |= inName(names.substring(from, at));
        }
      }
    }
    return hints;
  }

  /// `postEntry-shareBar`: the words between hyphens, underscores and humps; hyphens' pieces; and
  /// the whole.
  private static int inName(String name) {
    int hints = 0;
    StringBuilder whole = new StringBuilder(name.length());
    int piece = 0; // where the word between hyphens began in `whole`
    int word = 0; // where the word between humps began in `whole`
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (!Character.isLetter(c)) {
        hints |= word(whole, word) | (piece == word ? 0 : word(whole, piece));
        piece = word = whole.length();
        continue;
      }
      if (Character.isUpperCase(c) && at > 0 && Character.isLowerCase(name.charAt(at - 1))) {
        hints |= word(whole, word);
        word = whole.length();
      }
      whole.append(Character.toLowerCase(c));
    }
    hints |= word(whole, word);
    hints |= piece == word ? 0 : word(whole, piece);
    hints |= piece == 0 ? 0 : word(whole, 0);
    return hints;
  }

  private static int word(StringBuilder whole, int from) {
    return from == whole.length() ? 0 : WORDS.getOrDefault(whole.substring(from), 0);
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    try (BufferedReader lines = Resource.open("hints.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        Hint hint = valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        for (String word : line.substring(colon + 1).strip().split(" ")) {
          words.merge(word, hint.bit(), (one, other) -> one | other);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("hints.txt: unreadable in this program's own jar", e);
    }
    return Collections.unmodifiableMap(words);
  }
}
