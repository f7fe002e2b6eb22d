package org.pressmark.extract;

import org.jsoup.nodes.Element;

/// What the page's own data says the story is: its title, its description, and now and then, in
/// JSON-LD, its whole text.
///
/// It is not believed, only compared with what the page shows; but where the page shows no story,
/// the data are all there is.
final class Told {
  /// Letters of articleBody that are looked at; a long read has 100,000.
  private static final int MAX_BODY = 1 << 20;

  private static final String FREE = "\"isAccessibleForFree\"";
  private static final String WORDS = "\"wordCount\"";

  final Grams title = new Grams(4);
  final Grams description = new Grams(4);
  final Grams body = new Grams(8);

  private String data = "";
  private int longest;
  private String name = "";
  private boolean isPaid;
  private boolean isFree;
  private boolean isMetered;
  private int words;
  private int videos;
  private String canonical = "";
  private boolean isLive;
  private int titleLetters;

  /// How many letters and digits the longest of the page's titles has.
  int titleLetters() {
    return titleLetters;
  }

  /// The JSON-LD that holds the longest story of the page's data; empty where none does.
  String data() {
    return data;
  }

  /// How long that story is, in UTF-16 units.
  int longest() {
    return longest;
  }

  /// The page's title as it stands in its head; empty where it has none.
  String name() {
    return name;
  }

  /// Whether the page says that it is not free to read.
  boolean isPaid() {
    return isPaid;
  }

  /// Whether the page says that not everybody may read all of it.
  boolean isRationed() {
    return isPaid || isMetered;
  }

  /// Whether the page says that it is free to read, and says nothing else.
  boolean isFree() {
    return isFree && !isPaid;
  }

  /// How many words the story has by the page's own count, 0 where it has none.
  int words() {
    return words;
  }

  /// The page's own address by its own word, empty where it says none.
  String canonical() {
    return canonical;
  }

  /// Whether the page's data call it a live blog.
  boolean isLive() {
    return isLive;
  }

  /// How many videos stand on the page.
  int videos() {
    return videos;
  }

  /// Listens to an element that shows no text.
  void hear(Element element) {
    switch (element.normalName()) {
      case "title" -> {
        name = name.isEmpty() ? element.wholeText() : name; // pictures have titles, too
        hearTitle(element.wholeText());
      }
      case "video" -> videos += element.attributesSize() > 0 ? 1 : 0;
      case "link" -> {
        if (canonical.isEmpty() && element.attr("rel").equals("canonical")) {
          canonical = element.attr("href");
        }
      }
      case "meta" -> hearMeta(element);
      case "script" -> {
        if (element.attr("type").contains("ld+json")) {
          hearData(element.data());
        }
      }
      default -> {}
    }
  }

  private void hearTitle(String words) {
    Fold fold = Fold.of(words);
    title.add(fold);
    titleLetters = Math.max(titleLetters, fold.count());
  }

  private void hearMeta(Element meta) {
    String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
    switch (name) {
      case "og:title", "twitter:title" -> hearTitle(meta.attr("content"));
      case "og:description", "twitter:description", "description", "Description" ->
        description.add(Fold.of(meta.attr("content")));
      case "article:content_tier" -> {
        isPaid |= isLocked(meta.attr("content"));
        isMetered |= meta.attr("content").equalsIgnoreCase("metered");
      }
      default -> {}
    }
  }

  private static boolean isLocked(String tier) {
    return tier.equalsIgnoreCase("locked") || tier.equalsIgnoreCase("premium");
  }

  /// `"isAccessibleForFree": false`, `"False"`, also of a part of the page.
  private void hearAccess(String json) {
    int at = json.indexOf(FREE);
    if (at >= 0 && !isPaid) {
      int value = valueBehind(json, at + FREE.length());
      isPaid = json.regionMatches(true, value, "false", 0, 5);
      isFree |= json.regionMatches(true, value, "true", 0, 4);
    }
    int count = json.indexOf(WORDS);
    if (count >= 0) {
      int from = valueBehind(json, count + WORDS.length());
      int number = 0;
      for (int i = from; i < json.length() && number < 100_000 && isDigit(json.charAt(i)); i++) {
        number = 10 * number + json.charAt(i) - '0';
      }
      words = Math.max(words, number);
    }
  }

  /// Where a number, a word or a string's content begins behind a key.
  private static int valueBehind(String json, int key) {
    int at = skip(json, key, ':');
    while (at < json.length() && (json.charAt(at) <= ' ' || json.charAt(at) == '"')) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Finds every `"articleBody": "…"`, in sound JSON and in broken.
  private void hearData(String json) {
    hearAccess(json);
    isLive |= json.contains("\"LiveBlogPosting\"");
    int at = json.indexOf("\"articleBody\"");
    while (at >= 0 && body.letters() < MAX_BODY) {
      int open = skip(json, skip(json, at + "\"articleBody\"".length(), ':'), '"');
      if (open > 0 && json.charAt(open - 1) == '"') {
        StringBuilder value = new StringBuilder();
        int end = JsonString.read(json, open, MAX_BODY, value);
        body.add(Fold.of(value));
        boolean isString = json.substring(open, end).indexOf('\n') < 0; // or nobody knows its end
        if (isString && value.length() > longest) {
          longest = value.length();
          data = json;
        }
        at = json.indexOf("\"articleBody\"", end);
      } else {
        at = json.indexOf("\"articleBody\"", at + 1);
      }
    }
  }

  /// The place behind the mark and the white space around it, or the same place without a mark.
  private static int skip(String json, int from, char mark) {
    int at = from;
    while (at < json.length() && json.charAt(at) <= ' ') {
      at++;
    }
    return at < json.length() && json.charAt(at) == mark ? at + 1 : from;
  }
}
