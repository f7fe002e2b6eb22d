package org.pressmark.source.spare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a server of React sends row by row, each `12:{"story": …}` or, for a long text, `13:T1a2,…`
/// with its length in bytes. Rows name each other: `"$13"`.
final class Flight {
  private final String text;
  private final Map<String, JsonNode> rows = new HashMap<>();

  private Flight(String text) {
    this.text = text;
  }

  /// The rows by the names that others call them by.
  static Map<String, JsonNode> rows(List<JsonNode> pushed) {
    StringBuilder text = new StringBuilder();
    for (JsonNode node : pushed) {
      if (node.isArray() && node.size() == 2 && node.get(1).isString()) {
        text.append(node.get(1).stringValue());
      }
    }
    Flight flight = new Flight(text.toString());
    flight.read();
    return flight.rows;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int line = text.indexOf('\n', at);
      int end = line < 0 ? text.length() : line;
      if (colon < 0) {
        return;
      }
      if (colon < end) {
        String name = "$" + text.substring(at, colon);
        end = text.startsWith("T", colon + 1) ? words(name, colon + 2, end) : end;
        if (text.startsWith("{", colon + 1) || text.startsWith("[", colon + 1)) {
          Values.of(text.substring(colon + 1, end)).forEach(value -> rows.put(name, value));
        }
      }
      at = end < text.length() && text.charAt(end) == '\n' ? end + 1 : Math.max(end, at + 1);
    }
  }

  /// @param otherwise the end of the row where it is no such text
  /// @return the place behind the text
  private int words(String name, int length, int otherwise) {
    int comma = text.indexOf(',', length);
    if (comma < 0 || comma - length > 6) {
      return otherwise;
    }
    int left = 0;
    for (int at = length; at < comma; at++) {
      left = 16 * left + Math.max(0, Character.digit(text.charAt(at), 16));
    }
    int end = comma + 1;
    while (left > 0 && end < text.length()) {
      char c = text.charAt(end++);
      left -= c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    rows.put(name, JsonNodeFactory.instance.stringNode(text.substring(comma + 1, end)));
    return end;
  }
}
