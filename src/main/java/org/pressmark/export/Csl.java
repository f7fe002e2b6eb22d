package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// CSL-JSON, which Zotero takes in and pandoc cites from: newspaper articles with the day they were
/// retrieved and the archive's id, without their text.
final class Csl implements Sheet {
  @Override
  public String name() {
    return "csl";
  }

  @Override
  public String about() {
    return "CSL-JSON, references for Zotero and pandoc";
  }

  @Override
  public String opening() {
    return "[";
  }

  @Override
  public String between() {
    return ",";
  }

  @Override
  public String closing() {
    return "\n]\n";
  }

  /// With its line break in front: JSON has a comma between two.
  @Override
  public String write(Item item) {
    Facts facts = item.article().facts();
    String mark = item.article().mark().value();
    return "\n"
        + JsonLine.of(json -> {
          json.writeStringProperty("id", mark);
          json.writeStringProperty("type", "article-newspaper");
          String title =
              facts.value(Field.HEADLINE).orElse(item.article().origin().name());
          json.writeStringProperty("title", Plain.line(title));
          authors(json, facts.values(Field.AUTHOR));
          string(json, "container-title", facts.value(Field.PUBLISHER));
          date(json, "issued", facts.value(Field.DATE_PUBLISHED).flatMap(Day::of));
          date(json, "accessed", item.accessed().flatMap(Day::of));
          List<String> sections = facts.values(Field.ARTICLE_SECTION);
          string(json, "section", sections.stream().findFirst());
          string(json, "URL", item.url());
          string(json, "language", facts.value(Field.IN_LANGUAGE));
          string(json, "abstract", facts.value(Field.DESCRIPTION));
          List<String> keywords = facts.values(Field.KEYWORDS);
          if (!keywords.isEmpty()) {
            string(json, "keyword", Optional.of(String.join(", ", keywords)));
          }
          json.writeStringProperty("archive", "Pressmark");
          json.writeStringProperty("archive_location", mark);
        });
  }

  private static void authors(JsonGenerator json, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("author");
    for (String name : names) {
      Person person = Person.of(name);
      json.writeStartObject();
      if (person.isWhole()) {
        json.writeStringProperty("literal", person.family());
      } else {
        json.writeStringProperty("family", person.family());
        json.writeStringProperty("given", person.given());
        if (!person.suffix().isEmpty()) {
          json.writeStringProperty("suffix", person.suffix());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void string(JsonGenerator json, String name, Optional<String> value) {
    value
        .map(Plain::line)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> json.writeStringProperty(name, text));
  }

  /// `{"date-parts": [[2021, 9, 29]]}`, as far as it is known.
  private static void date(JsonGenerator json, String name, Optional<Day> day) {
    if (day.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeArrayPropertyStart("date-parts");
    json.writeStartArray();
    json.writeNumber(Integer.parseInt(day.get().year()));
    day.get().month().ifPresent(digits -> json.writeNumber(Integer.parseInt(digits)));
    day.get().day().ifPresent(digits -> json.writeNumber(Integer.parseInt(digits)));
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
  }
}
