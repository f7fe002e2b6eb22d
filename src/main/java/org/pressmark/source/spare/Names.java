package org.pressmark.source.spare;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What data are called, and what they call others.
final class Names {
  private static final List<String> HEADLINES = List.of(
      "headline",
      "headlines",
      "hed",
      "title",
      "heading",
      "headlineText",
      "articleTitle",
      "mainTitle");

  private Names() {}

  /// What an object says its own headline is; empty where it says none.
  static String headline(JsonNode object) {
    for (String name : HEADLINES) {
      JsonNode said = object.path(name);
      for (int down = 0; said.isObject() && !said.isEmpty() && down < 3; down++) {
        said = said.iterator().next(); // `{"basic": …}`, `{"rendered": …}`
      }
      if (said.isString() && !said.stringValue().isBlank()) {
        return said.stringValue();
      }
    }
    return "";
  }

  /// Whether a text is data written down once more: `"{\"headline\": …}"`.
  static boolean isData(String text) {
    return text.startsWith("{") || text.startsWith("[{") || text.startsWith("[\"");
  }

  /// What stands where another place is named: `{"__ref": "Paragraph:1"}`, `{"type": "id", "id":
  /// "Paragraph:1"}`, `"$12"`.
  static JsonNode follow(JsonNode node, Map<String, JsonNode> named) {
    if (named.isEmpty()) {
      return node;
    }
    JsonNode name = node;
    if (node.isObject()) {
      boolean isNamed =
          node.path("type").isString() && node.path("type").stringValue().equals("id");
      name = isNamed ? node.path("id") : node.path("__ref");
    }
    JsonNode other = name.isString() ? named.get(name.stringValue()) : null;
    return other == null ? node : other;
  }
}
