package org.pressmark.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.pressmark.article.Problem.Kind.EXHAUSTING;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.io.StringReader;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Reading;
import org.pressmark.article.Refusal;
import org.pressmark.source.table.Column;
import org.pressmark.source.table.Columns;
import org.pressmark.source.table.Legend;
import org.pressmark.source.table.RecordKey;
import org.pressmark.source.text.Decoder;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.Markup;
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
      "@id",
      "$date",
      "$numberLong",
      "$oid");

  // Where the article is wrapped: by a search engine's dump, by an interface's answer.
  private static final List<String> WRAPPERS =
      List.of("_source", "article", "fields", "data", "doc", "document", "item", "story");

  private final JsonNode object;
  private final Columns told;

  private record Story(String text, boolean isHtml) {}

  private JsonRecord(JsonNode object, Columns told) {
    this.object = object;
    this.told = told;
  }

  /// Whether the text is one object that has a story in it.
  static boolean isIn(String text) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      JsonRecord record = new JsonRecord(node, Columns.GUESSED);
      return node.isObject() && (record.story().isPresent() || record.wrapped().isPresent());
    } catch (JacksonException e) {
      return false;
    }
  }

  /// `fields read: text = "body", date = "published_at"; not read: "shares"`, of the record in this
  /// text, which has a sign for each byte.
  static Optional<String> describe(String text, Columns told) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      List<String> names = node.propertyNames().stream().map(JsonRecord::name).toList();
      Legend legend = Legend.of(names, told);
      return legend.speaks()
          ? Optional.of("fields read: " + legend.describe(names))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty(); // is told of the record
    }
  }

  private static String name(String signs) {
    return Decoder.decode(signs.getBytes(ISO_8859_1), Optional.empty()).text();
  }

  static Page open(Capture capture, Decoding decoding) throws Refusal {
    try {
      JsonNode node = Json.MAPPER.readTree(decoding.text());
      if (!node.isObject()) {
        throw new Refusal(
            TEXTLESS, "is JSON, but neither an article nor a list of articles with text");
      }
      return new JsonRecord(node, told(capture)).page(capture, decoding);
    } catch (StreamConstraintsException e) {
      throw new Refusal(EXHAUSTING, "is JSON that goes deeper than " + Json.MAX_DEPTH + " levels");
    } catch (JacksonException e) {
      throw new Refusal(MALFORMED, "is broken JSON: " + where(e));
    }
  }

  private static Columns told(Capture capture) {
    return Label.find(capture.mediaType(), Label.MAP).map(Columns::ofLabel).orElse(Columns.GUESSED);
  }

  private Page page(Capture capture, Decoding decoding) throws Refusal {
    Reading reading = HtmlReader.reading(Slice.MEDIA_TYPE, decoding);
    Optional<Story> own = story();
    Optional<JsonRecord> wrapped = own.isPresent() ? Optional.empty() : wrapped();
    Story story = own.or(() -> wrapped.flatMap(JsonRecord::story))
        .orElseThrow(() -> new Refusal(TEXTLESS, textless()));
    Given given = wrapped.map(record -> record.given().or(given())).orElseGet(this::given);
    return story.isHtml
        ? HtmlReader.open(capture, reading, new StringReader(story.text), given)
        : new Page.Flat(capture, reading, story.text, given.values(), given.columns());
  }

  private Optional<JsonRecord> wrapped() {
    return WRAPPERS.stream()
        .map(object::path)
        .filter(JsonNode::isObject)
        .map(node -> new JsonRecord(node, told))
        .filter(record -> record.story().isPresent())
        .findFirst();
  }

  /// The page, where the record has one, else the longest text.
  private Optional<Story> story() {
    Legend legend = Legend.of(object.propertyNames(), told);
    boolean isTold = told.name(Column.HTML).isPresent();
    Optional<String> page =
        longest(legend.pages()).filter(html -> isTold || Markup.hasElement(html));
    return page.map(html -> new Story(html, true))
        .or(() -> longest(
                Stream.concat(legend.texts().stream(), legend.pages().stream()).toList())
            .map(text -> new Story(text, Markup.isPage(text) || Markup.isPiece(text))));
  }

  private Optional<String> longest(List<String> fields) {
    return fields.stream()
        .map(field -> text(object.path(field)))
        .filter(text -> !text.isBlank())
        .max(Comparator.comparingInt(String::length));
  }

  /// Where an object has none of the keys that values stand under, all that it says in its order: a
  /// summary, and sections that each have a headline and paragraphs.
  private static String text(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    List<String> lines = strings(value).toList();
    return (lines.isEmpty() ? leaves(value) : lines.stream()).collect(Collectors.joining("\n"));
  }

  private static Stream<String> leaves(JsonNode value) {
    return value.isContainer()
        ? value.valueStream().flatMap(JsonRecord::leaves)
        : Stream.of(value).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  private Given given() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    object.propertyStream().forEach(field -> {
      List<String> strings = strings(field.getValue()).toList();
      if (!strings.isEmpty()) {
        values.put(field.getKey(), strings);
      }
    });
    Map<Field, List<String>> given = new EnumMap<>(Field.class);
    Map<Field, String> columns = new EnumMap<>(Field.class);
    Legend.of(values.keySet(), told).facts().forEach((field, column) -> {
      given.put(field, Value.read(field, Objects.requireNonNull(values.get(column))));
      columns.put(field, column);
    });
    return new Given(given, columns).tidy();
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
    Legend legend = Legend.of(object.propertyNames(), told);
    Optional<String> empty =
        Stream.concat(legend.texts().stream(), legend.pages().stream()).findFirst();
    if (empty.isPresent()) {
      return "is a JSON object whose \"" + first(empty.get()) + "\" is empty";
    }
    if (!legend.missing().isEmpty()) {
      return "is a record without " + Legend.quoted(legend.missing().stream())
          + ", which --map names; it has " + fields();
    }
    return "is a JSON object without a text: it has " + fields()
        + "; the text is looked for in \"text\", \"body\", \"content\", \"articleBody\","
        + " \"maintext\", \"full_text\" and \"html\"";
  }

  /// The first field in the record's order that could have had the text.
  private String first(String otherwise) {
    return told.isEmpty()
        ? object.propertyNames().stream().filter(RecordKey::isText).findFirst().orElse(otherwise)
        : otherwise;
  }

  private String fields() {
    String fields = Legend.quoted(object.propertyNames().stream());
    return fields.isEmpty() ? "no fields" : fields;
  }

  private static String where(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    String place = location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    return e.getOriginalMessage() + place;
  }
}
