package org.pressmark.json;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A card of keys and words, one a line, such as the card an archive carries at its door.
public final class CardJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CardJson() {}

  /// In the map's own order, with a line break at the end.
  public static String write(Map<String, String> card) {
    StringBuilder lines = new StringBuilder("{");
    String separator = "\n  ";
    for (Map.Entry<String, String> line : card.entrySet()) {
      lines.append(separator).append(quoted(line.getKey())).append(": ");
      lines.append(quoted(line.getValue()));
      separator = ",\n  ";
    }
    return lines.append("\n}\n").toString();
  }

  private static String quoted(String word) {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), written)) {
      json.writeString(word);
    }
    return OneLine.of(written.toString());
  }

  /// What [#write] wrote. Values that are not words are passed over.
  ///
  /// @throws IllegalArgumentException if it is not a JSON object
  public static Map<String, String> read(String json) {
    Map<String, String> card = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          card.put(key, parser.getString());
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
    }
    return card;
  }
}
