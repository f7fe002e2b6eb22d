package org.pressmark.extract;

import java.util.Locale;

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

  private static final Lexicon WORDS =
      Lexicon.read("hints.txt", name -> valueOf(name.toUpperCase(Locale.ROOT)).bit());

  /// This hint as a bit of a set of hints.
  int bit() {
    return 1 << ordinal();
  }

  boolean in(int hints) {
    return (hints & bit()) != 0;
  }

  /// Whether a name says that its element is a post of blog software, which puts what the post is
  /// about into its class.
  static boolean isPost(String names) {
    return names.contains("hentry") || names.contains("type-post");
  }

  /// The hints in a class, id, role or itemprop attribute, as bits.
  static int in(String names) {
    return in(names, isPost(names));
  }

  /// @param isPost whether subjects are among the names: `hentry category-cookies tag-ads` is no
  /// cookie notice
  static int in(String names, boolean isPost) {
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
          hints |= inName(names, from, at);
        }
      }
    }
    return hints;
  }

  /// `postEntry-shareBar`: the words between hyphens, underscores and humps; hyphens' pieces; and
  /// the whole.
  private static int inName(String names, int start, int end) {
    int hints = 0;
    int piece = start; // where the word between hyphens began
    int word = start; // where the word between humps began
    int ofWhole = 0; // hashes
    int ofPiece = 0;
    int ofWord = 0;
    boolean isLower = false; // the letter before
    for (int at = start; at < end; at++) {
      char c = names.charAt(at);
      char letter = Letters.lower(c);
      if (letter == 0) {
        hints |= WORDS.get(names, word, at, ofWord);
        hints |= piece == word ? 0 : WORDS.get(names, piece, at, ofPiece);
        piece = word = at + 1;
        ofPiece = ofWord = 0;
        isLower = false;
        continue;
      }
      boolean isUpper = c != letter;
      if (isLower && isUpper) {
        hints |= WORDS.get(names, word, at, ofWord);
        word = at;
        ofWord = 0;
      }
      isLower = !isUpper;
      ofWhole = Lexicon.next(ofWhole, letter);
      ofPiece = Lexicon.next(ofPiece, letter);
      ofWord = Lexicon.next(ofWord, letter);
    }
    hints |= WORDS.get(names, word, end, ofWord);
    hints |= piece == word ? 0 : WORDS.get(names, piece, end, ofPiece);
    return hints | (piece == start ? 0 : WORDS.get(names, start, end, ofWhole));
  }
}
