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

  final Grams title = new Grams(4);
  final Grams description = new Grams(4);
  final Grams body = new Grams(8);

  private String data = "";
  private int longest;

  /// The JSON-LD that holds the longest story of the page's data; empty where none does.
  String data() {
    return data;
  }

  /// How long that story is, in UTF-16 units.
  int longest() {
    return longest;
  }

  /// Listens to an element that shows no text.
  void hear(Element element) {
    switch (element.normalName()) {
      case "title" -> title.add(Fold.of(element.wholeText()));
      case "meta" -> hearMeta(element);
      case "script" -> {
        if (element.attr("type").contains("ld+json")) {
          hearData(element.data());
        }
      }
      default -> {}
    }
  }

  private void hearMeta(Element meta) {
    String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
    switch (name) {
      case "og:title", "twitter:title" -> title.add(Fold.of(meta.attr("content")));
      case "og:description", "twitter:description", "description", "Description" ->
        description.add(Fold.of(meta.attr("content")));
      default -> {}
    }
  }

  /// Finds every `"articleBody": "…"`, in sound JSON and in broken.
  private void hearData(String json) {
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
