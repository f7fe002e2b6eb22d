package org.pressmark.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object on one line, for programs that read what a command tells.
final class JsonText {
  private JsonText() {}

  static String object(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEndObject();
    }
    return text + "\n";
  }

  static void write(JsonGenerator json, String name, List<String> sentences) {
    json.writeArrayPropertyStart(name);
    sentences.forEach(json::writeString);
    json.writeEndArray();
  }
}
