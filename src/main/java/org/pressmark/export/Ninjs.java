package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.PageKind;
import org.pressmark.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// News in JSON 3.0 of the IPTC (https://www.iptc.org/std/ninjs/), one item a line, for editorial
/// systems.
final class Ninjs implements Sheet {
  /// RFC 3339, 5.6, which ninjs wants dates in.
  private static final Pattern MOMENT = Pattern.compile(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

  @Override
  public String name() {
    return "ninjs";
  }

  @Override
  public String about() {
    return "News in JSON 3.0 (IPTC), one item a line";
  }

  @Override
  public String write(Item item) {
    Facts facts = item.article().facts();
    return JsonLine.of(json -> {
          json.writeStringProperty("uri", "urn:pressmark:" + item.article().mark());
          standard(json);
          json.writeStringProperty("type", "text");
          boolean isStub =
              facts.value(Field.TYPE).filter(PageKind.STUB.toString()::equals).isPresent();
          json.writeStringProperty("representationType", isStub ? "partial" : "full");
          dates(json, facts);
          string(json, "language", facts.value(Field.IN_LANGUAGE));
          headlines(json, facts);
          string(json, "by", Optional.of(String.join(", ", facts.values(Field.AUTHOR))));
          string(json, "located", facts.value(Field.LOCATION_CREATED));
          bodies(json, item);
          facts.value(Field.DESCRIPTION).ifPresent(text -> {
            json.writeArrayPropertyStart("descriptions");
            value(json, "summary", text);
            json.writeEndArray();
          });
          sources(json, facts);
          subjects(json, facts);
          json.writeArrayPropertyStart("altIds");
          value(json, "pressmark", item.article().mark().value());
          item.url().ifPresent(url -> value(json, "url", url));
          json.writeEndArray();
        })
        + "\n";
  }

  private static void standard(JsonGenerator json) {
    json.writeObjectPropertyStart("standard");
    json.writeStringProperty("name", "ninjs");
    json.writeStringProperty("version", "3.0");
    json.writeStringProperty("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");
    json.writeEndObject();
  }

  /// A date that has no time has no place of its own, so it is a note.
  private static void dates(JsonGenerator json, Facts facts) {
    Optional<String> published = facts.value(Field.DATE_PUBLISHED);
    published.filter(Ninjs::isMoment).ifPresent(time -> {
      json.writeStringProperty("firstCreated", time);
      json.writeStringProperty("contentCreated", time);
    });
    facts
        .value(Field.DATE_MODIFIED)
        .or(() -> published)
        .filter(Ninjs::isMoment)
        .ifPresent(time -> json.writeStringProperty("versionCreated", time));
    published
        .filter(date -> !isMoment(date))
        .ifPresent(date -> json.writeStringProperty("edNote", "Published " + Plain.line(date)));
  }

  private static boolean isMoment(String date) {
    return MOMENT.matcher(date).matches();
  }

  private static void headlines(JsonGenerator json, Facts facts) {
    Optional<String> headline = facts.value(Field.HEADLINE);
    Optional<String> deck = facts.value(Field.ALTERNATIVE_HEADLINE);
    if (headline.isPresent() || deck.isPresent()) {
      json.writeArrayPropertyStart("headlines");
      headline.ifPresent(text -> value(json, "main", text));
      deck.ifPresent(text -> value(json, "sub", text));
      json.writeEndArray();
    }
  }

  private static void bodies(JsonGenerator json, Item item) {
    String text = item.article().body().text();
    json.writeArrayPropertyStart("bodies");
    json.writeStartObject();
    json.writeStringProperty("role", "main");
    json.writeStringProperty("contentType", "text/plain");
    json.writeNumberProperty("charCount", text.codePointCount(0, text.length()));
    json.writeNumberProperty("wordCount", Integer.parseInt(Column.WORDS.cell(item)));
    json.writeStringProperty("value", text);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void sources(JsonGenerator json, Facts facts) {
    Optional<String> outlet = facts.value(Field.PUBLISHER);
    List<String> agencies = facts.values(Field.SOURCE_ORGANIZATION);
    if (outlet.isPresent() || !agencies.isEmpty()) {
      json.writeArrayPropertyStart("infoSources");
      outlet.ifPresent(name -> named(json, name, "role", "publisher"));
      agencies.forEach(name -> named(json, name, "role", "agency"));
      json.writeEndArray();
    }
  }

  private static void subjects(JsonGenerator json, Facts facts) {
    List<String> sections = facts.values(Field.ARTICLE_SECTION);
    List<String> keywords = facts.values(Field.KEYWORDS);
    if (!sections.isEmpty() || !keywords.isEmpty()) {
      json.writeArrayPropertyStart("subjects");
      sections.forEach(name -> named(json, name, "rel", "section"));
      keywords.forEach(name -> named(json, name, "rel", "keyword"));
      json.writeEndArray();
    }
  }

  private static void named(JsonGenerator json, String name, String key, String value) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty(key, value);
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, String role, String value) {
    json.writeStartObject();
    json.writeStringProperty("role", role);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }

  private static void string(JsonGenerator json, String name, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> json.writeStringProperty(name, text));
  }
}
