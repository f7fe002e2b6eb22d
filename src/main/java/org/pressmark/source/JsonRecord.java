package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.io.StringReader;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/// One article as a JSON object, under whatever names its fields have.
final class JsonRecord {
  // Where an object stands for a value, such as {"name": "Ada Roth"} for an author or
  // {"rendered": "<p>…"} for a text, this is where the value is.
  private static final List<String> VALUE_KEYS = List.of(
      "rendered",
      "name",
      "text",
      "value",
      "#text",
      "@value",
      "content",
      "title",
      "url",
      "href",
      "@id");
  private static final int MAX_KEYS_NAMED = 12;

  private final JsonNode object;

  private record Story(String text, boolean isHtml) {}

  private JsonRecord(JsonNode object) {
    this.object = object;
  }

  /// Whether the text is one object that has a story in it.
  static boolean isIn(String text) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      return node.isObject() && new JsonRecord(node).story().isPresent();
    } catch (JacksonException e) {
      return false;
    }
  }

  static Page open(Capture capture, Decoding decoding) throws Refusal {
    try {
      JsonNode node = Json.MAPPER.readTree(decoding.text());
      if (!node.isObject()) {
        throw new Refusal(
            TEXTLESS, "is JSON, but neither an article nor a list of articles with text");
      }
      return new JsonRecord(node).page(capture, decoding);
    } catch (StreamConstraintsException e) {
      throw new Refusal(EXHAUSTING, "is JSON that goes deeper than " + Json.MAX_DEPTH + " levels");
    } catch (JacksonException e) {
      throw new Refusal(MALFORMED, "is broken JSON: " + where(e));
    }
  }

  private Page page(Capture capture, Decoding decoding) throws Refusal {
    Reading reading = HtmlReader.reading(Slice.MEDIA_TYPE, decoding);
    Story story = story().orElseThrow(() -> new Refusal(TEXTLESS, textless()));
    return story.isHtml
        ? HtmlReader.open(capture, reading, new StringReader(story.text), given())
        : new Page.Flat(capture, reading, story.text, given());
  }

  /// The page, where the record has one, else the longest text.
  private Optional<Story> story() {
    Optional<String> page = longest(
            object.propertyStream().filter(field -> RecordKey.isHtml(field.getKey())))
        .filter(Markup::hasElement);
    return page.map(html -> new Story(html, true))
        .or(() -> longest(object.propertyStream().filter(field -> RecordKey.isText(field.getKey())))
            .map(text -> new Story(text, Markup.isPage(text) || Markup.isPiece(text))));
  }

  private static Optional<String> longest(Stream<Map.Entry<String, JsonNode>> fields) {
    return fields
        .map(field -> text(field.getValue()))
        .filter(text -> !text.isBlank())
        .max(Comparator.comparingInt(String::length));
  }

  private static String text(JsonNode value) {
    return value.isString()
        ? value.stringValue()
        : strings(value).collect(Collectors.joining("\n"));
  }

  private Map<Field, List<String>> given() {
    Map<String, List<String>> values = new HashMap<>();
    object.propertyStream().forEach(field -> {
      List<String> strings = strings(field.getValue()).toList();
      if (!strings.isEmpty()) {
        values.putIfAbsent(RecordKey.plain(field.getKey()), strings);
      }
    });
    Map<Field, List<String>> given = new EnumMap<>(Field.class);
    RecordKey.NAMES.forEach((field, names) -> names.stream()
        .filter(values::containsKey)
        .findFirst()
        .ifPresent(name -> given.put(field, values.get(name))));
    return given;
  }

  /// What a value says in words or numbers.
  private static Stream<String> strings(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().flatMap(JsonRecord::strings);
    }
    if (value.isObject()) {
      return VALUE_KEYS.stream()
          .map(key -> strings(value.path(key)).toList())
          .filter(strings -> !strings.isEmpty())
          .findFirst()
          .stream()
          .flatMap(List::stream);
    }
    return value.isNull() || value.isMissingNode()
        ? Stream.empty()
        : Stream.of(value.asString()).filter(string -> !string.isBlank());
  }

  private String textless() {
    Optional<String> empty =
        object.propertyNames().stream().filter(RecordKey::isText).findFirst();
    if (empty.isPresent()) {
      return "is a JSON object whose \"" + empty.get() + "\" is empty";
    }
    String keys = object.propertyNames().stream()
        .limit(MAX_KEYS_NAMED)
        .map(key -> "\"" + key + "\"")
        .collect(Collectors.joining(", "));
    return "is a JSON object without a text: it has "
        + (keys.isEmpty() ? "no fields" : keys)
        + "; the text is looked for in \"text\", \"body\", \"content\", \"articleBody\","
        + " \"maintext\", \"full_text\" and \"html\"";
  }

  private static String where(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    String place = location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    return e.getOriginalMessage() + place;
  }
}
