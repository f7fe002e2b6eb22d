package org.pressmark.source.spare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Looks through data for what may be a story: a long text of several paragraphs, or a list of
/// blocks that have a text each.
final class Search {
  /// Under such names no story stands that is the page's own.
  private static final Set<String> BESIDE = Set.of(
      "ads",
      "comments",
      "config",
      "consent",
      "cookie",
      "cookies",
      "css",
      "footer",
      "footnotes",
      "i18n",
      "latest",
      "legal",
      "locale",
      "menu",
      "messages",
      "nav",
      "navigation",
      "popular",
      "privacy",
      "recirculation",
      "recommendations",
      "recommended",
      "related",
      "replies",
      "settings",
      "style",
      "styles",
      "terms",
      "theme",
      "translations",
      "trending");

  private static final int FEWEST_PARAGRAPHS = 2;
  private static final int MAX_DEPTH = 500;

  private final String place;
  private final int fewest;
  private final Map<String, JsonNode> named;
  private final Allowance left;
  private final List<Spare> found = new ArrayList<>();

  private Search(String place, int fewest, Map<String, JsonNode> named, Allowance left) {
    this.place = place;
    this.fewest = fewest;
    this.named = named;
    this.left = left;
  }

  /// @param fewest letters of a story
  static List<Spare> through(JsonNode data, String place, int fewest, Allowance left) {
    Map<String, JsonNode> named = new HashMap<>();
    if (data.isObject()) {
      data.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
      data.values().stream() // Apollo's, one level down in other data
          .filter(JsonNode::isObject)
          .filter(inside -> inside.has("ROOT_QUERY"))
          .forEach(inside ->
              inside.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue())));
    }
    Search search = new Search(place, fewest, named, left);
    search.walk(data, "", 0);
    return search.found;
  }

  static List<Spare> through(Map<String, JsonNode> rows, String place, int fewest, Allowance left) {
    Search search = new Search(place, fewest, rows, left);
    rows.values().forEach(row -> search.walk(row, "", 0));
    return search.found;
  }

  private void walk(JsonNode node, String headline, int depth) {
    if (depth > MAX_DEPTH || !left.takes(1)) {
      return;
    }
    if (node.isObject()) {
      String own = Names.headline(node);
      String called = own.isEmpty() ? headline : own;
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (Tag.words(entry.getKey()).stream().noneMatch(BESIDE::contains)) {
          JsonNode value = entry.getValue();
          JsonNode other = Names.follow(value, named);
          walk(other.isString() ? other : value, called, depth + 1);
        }
      }
    } else if (node.isArray()) {
      if (!take(node, headline)) {
        node.forEach(item -> walk(item, headline, depth + 1));
      }
    } else if (node.isString() && node.stringValue().length() >= fewest) {
      take(node.stringValue(), headline, depth);
    }
  }

  private void take(String text, String headline, int depth) {
    List<JsonNode> data = Names.isData(text) ? Values.of(text) : List.of();
    if (!data.isEmpty()) { // written down as data inside of data
      data.forEach(node -> walk(node, headline, depth + 1));
      return;
    }
    Pen pen = new Pen(named, left);
    pen.write(text);
    keep(pen, headline);
  }

  private boolean take(JsonNode list, String headline) {
    if (list.size() < FEWEST_PARAGRAPHS) {
      return false;
    }
    Pen pen = new Pen(named, left);
    pen.write(list);
    return keep(pen, headline);
  }

  private boolean keep(Pen pen, String headline) {
    boolean isStory = pen.letters() >= fewest && pen.paragraphs() >= FEWEST_PARAGRAPHS;
    if (isStory) {
      found.add(new Spare(place, true, headline, pen.html()));
    }
    return isStory;
  }
}
