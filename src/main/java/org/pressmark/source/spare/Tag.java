package org.pressmark.source.spare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the data call a part of a story, as the element of HTML that it would be. Systems that keep
/// stories have each their own words: `paragraph`, `unstyled`, `core/paragraph`, `P`.
enum Tag {
  /// What is no part of a story's text.
  NONE(
      "",
      "ad ads advert advertisement advertorial atomic audio author byline button caption chart"
          + " comment comments credit divider embed embedded facebook figure gallery iframe image images"
          + " img instagram interstitial map media newsletter outstream paywall photo photos picture"
          + " player podcast poll pq promo promotion pull pullquote quiz raw recirculation related"
          + " reference script separator share sidebar signup slideshow social sponsored style subscribe"
          + " teaser thematic toolbar tweet twitter video widget youtube"),
  BREAK("br", "br hardbreak linebreak"),
  HEADING(
      "h2",
      "h1 h2 h3 h4 h5 h6 crosshead crossheading header heading intertitle subhead subheader"
          + " subheading subtitle"),
  ITEM("li", "item li listitem oli uli"),
  LIST("ul", "bulleted bullets list ol ordered ul unordered"),
  QUOTE("blockquote", "blockquote quotation quote"),
  PARAGRAPH("p", "p paragraph unstyled"),
  LINK("a", "a anchor hyperlink link"),
  /// Part of a line, or a box that says nothing of what is in it.
  OTHER("", "");

  private static final Map<String, Tag> BY_WORD = byWord();

  private final String element;
  private final String words;

  Tag(String element, String words) {
    this.element = element;
    this.words = words;
  }

  String element() {
    return element;
  }

  /// Whether it stands by itself in the story, on lines of its own.
  boolean isBlock() {
    return switch (this) {
      case HEADING, ITEM, LIST, QUOTE, PARAGRAPH -> true;
      case NONE, BREAK, LINK, OTHER -> false;
    };
  }

  /// The first of them that one of the words says: an item of a list is an item.
  static Tag of(String kind) {
    Tag first = OTHER;
    for (String word : words(kind)) {
      Tag tag = BY_WORD.getOrDefault(word, OTHER);
      first = tag.compareTo(first) < 0 ? tag : first;
    }
    return first;
  }

  /// `unordered-list-item`, `inlineNewsletter` and `core/paragraph` as words, in lower case.
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    int from = 0;
    for (int at = 0; at <= name.length(); at++) {
      boolean ends = at == name.length() || !Character.isLetterOrDigit(name.charAt(at));
      boolean turns = !ends
          && at > from
          && Character.isUpperCase(name.charAt(at))
          && Character.isLowerCase(name.charAt(at - 1));
      if ((ends || turns) && at > from) {
        words.add(name.substring(from, at).toLowerCase(Locale.ROOT));
      }
      from = ends ? at + 1 : turns ? at : from;
    }
    return words;
  }

  private static Map<String, Tag> byWord() {
    Map<String, Tag> byWord = new HashMap<>();
    for (Tag tag : values()) {
      for (String word : tag.words.split(" ")) {
        byWord.putIfAbsent(word, tag);
      }
    }
    return byWord;
  }
}
