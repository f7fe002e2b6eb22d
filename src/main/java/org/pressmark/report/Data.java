package org.pressmark.report;

import java.time.LocalDate;
import java.util.SortedMap;
import org.pressmark.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// A report as JSON, for programs.
public final class Data {
  private Data() {}

  public static String of(Report report) {
    return JsonLine.of(json -> {
          json.writeNumberProperty("articles", report.articles());
          json.writeNumberProperty("notCleaned", report.rejected());
          json.writeNumberProperty("copies", report.copies());
          report.kin().ifPresent(kin -> {
            json.writeNumberProperty("families", kin.families());
            json.writeNumberProperty("articlesInFamilies", kin.articles());
          });
          counts(json, "problems", report.problems());
          counts(json, "kinds", report.kinds());
          counts(json, "languages", report.languages());
          json.writeObjectPropertyStart("rules");
          report.rules().forEach((rule, count) -> {
            json.writeObjectPropertyStart(rule);
            json.writeStringProperty("kind", count.kind());
            json.writeNumberProperty("cuts", count.cuts());
            json.writeNumberProperty("articles", count.articles());
            json.writeNumberProperty("characters", count.characters());
            json.writeEndObject();
          });
          json.writeEndObject();
          json.writeObjectPropertyStart("facts");
          report.fields().forEach((field, count) -> {
            json.writeObjectPropertyStart(field.schemaName());
            json.writeNumberProperty("known", count.known());
            json.writeNumberProperty("missing", report.articles() - count.known());
            json.writeNumberProperty("inConflict", count.conflicts());
            json.writeEndObject();
          });
          json.writeEndObject();
          json.writeArrayPropertyStart("outlets");
          report.outlets().forEach(outlet -> write(json, outlet));
          json.writeEndArray();
        })
        + "\n";
  }

  private static void counts(JsonGenerator json, String name, SortedMap<String, Long> counts) {
    json.writeObjectPropertyStart(name);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Outlet outlet) {
    json.writeStartObject();
    json.writeStringProperty("outlet", outlet.name());
    json.writeNumberProperty("articles", outlet.articles());
    json.writeNumberProperty("notCleaned", outlet.rejected());
    json.writeNumberProperty("undated", outlet.undated());
    json.writeNumberProperty("stubs", outlet.stubs());
    json.writeNumberProperty("withoutHeadline", outlet.withoutHeadline());
    json.writeNumberProperty("withoutAuthor", outlet.withoutAuthor());
    json.writeNumberProperty("inConflict", outlet.conflicts());
    json.writeName("cutShare");
    json.writeNumber(Sheet.share(outlet.cutShare()));
    json.writeObjectPropertyStart("days");
    outlet
        .days()
        .forEach(
            (day, count) -> json.writeNumberProperty(LocalDate.ofEpochDay(day).toString(), count));
    json.writeEndObject();
    json.writeArrayPropertyStart("weeks");
    outlet.weeks().forEach((week, lengths) -> {
      json.writeStartObject();
      json.writeStringProperty("week", Outlet.monday(week).toString());
      json.writeNumberProperty("articles", lengths.characters().length);
      json.writeNumberProperty("medianCharacters", Math.round(Shift.median(lengths.characters())));
      json.writeEndObject();
    });
    json.writeEndArray();
    json.writeArrayPropertyStart("gaps");
    outlet.gaps().forEach(gap -> {
      json.writeStartObject();
      json.writeStringProperty("from", gap.from().toString());
      json.writeStringProperty("to", gap.to().toString());
      json.writeNumberProperty("days", gap.days());
      json.writeNumberProperty("usualInterval", gap.usual());
      json.writeEndObject();
    });
    json.writeEndArray();
    json.writeArrayPropertyStart("shifts");
    outlet.shifts().forEach(shift -> {
      json.writeStartObject();
      json.writeStringProperty("week", shift.week().toString());
      json.writeNumberProperty("weeks", shift.weeks());
      json.writeNumberProperty("articles", shift.articles());
      json.writeNumberProperty("medianCharacters", shift.median());
      json.writeNumberProperty("usualCharacters", shift.usual());
      json.writeStringProperty("question", shift.question());
      json.writeEndObject();
    });
    json.writeEndArray();
    json.writeEndObject();
  }
}
