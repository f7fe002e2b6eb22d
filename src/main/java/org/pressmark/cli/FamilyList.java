package org.pressmark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.dedup.Likeness;
import org.pressmark.export.Csv;
import org.pressmark.export.Screen;
import org.pressmark.search.Families;
import org.pressmark.search.Family;
import org.pressmark.search.Imprint;
import org.pressmark.search.ProbableOrigin;
import tools.jackson.core.JsonGenerator;

/// Families, for people, for programs and for spreadsheets.
///
/// @param families all of them
/// @param first how many come before those that are shown
/// @param rows those that are shown
record FamilyList(Families families, double threshold, int page, int first, List<Row> rows) {
  private static final List<String> COLUMNS = List.of(
      "family",
      "family_size",
      "id",
      "representative",
      "containment",
      "resemblance",
      "headline",
      "author",
      "publisher",
      "date",
      "agency",
      "probable_origin",
      "source");

  /// A family and who published its articles, the representative first.
  record Row(Family family, List<Imprint> imprints) {
    ProbableOrigin origin() {
      return ProbableOrigin.of(imprints);
    }

    Imprint representative() {
      return imprints.getFirst();
    }

    /// How the article with this number is like the representative, which is number 0.
    Optional<Likeness> likeness(int number) {
      return number == 0
          ? Optional.empty()
          : Optional.of(family.others().get(number - 1).likeness());
    }

    /// The least that one of them shares with the representative.
    double leastContainment() {
      return family.others().stream()
          .mapToDouble(member -> member.likeness().containment())
          .min()
          .orElse(1);
    }
  }

  /// ```
  /// 1  Ferry runs aground off Skerry Head
  ///    3 articles, of which each shares at least 71 % of the shorter text with the representative
  ///    representative   pm-mfrggzdfmztwq2lknnwg  Port Calder Courier, 2024-05-06
  ///    probable origin  Continental Wire (named by 2), earliest Port Calder Courier, 2024-05-06
  ///
  /// 1 family of 3 articles; look into one with: pressmark families ID
  /// ```
  String table() {
    StringBuilder table = new StringBuilder();
    int number = first;
    for (Row row : rows) {
      table.append(++number).append("  ").append(headline(row.representative()));
      table.append(String.format(
          Locale.ROOT,
          "%n   %s, of which each shares at least %s of the shorter text with the representative",
          Summary.count(row.family().size(), "article"),
          percent(row.leastContainment())));
      table.append("\n   representative   ").append(row.family().representative());
      table.append("  ").append(place(row.representative()));
      table.append("\n   probable origin  ").append(origin(row.origin())).append("\n\n");
    }
    return table.append(extent()).append('\n').toString();
  }

  private String extent() {
    StringBuilder extent = new StringBuilder();
    long all = families.all().size();
    extent.append(Summary.count(all, "family", "families"));
    extent.append(" of ").append(Summary.count(families.articles(), "article"));
    if (rows.size() < all) {
      extent.append(
          rows.isEmpty()
              ? "; this page is behind the last of them"
              : String.format(
                  Locale.ROOT, "; these are %,d to %,d", first + 1, first + rows.size()));
    }
    if (first + rows.size() < all) {
      extent.append(", more with --page ").append(page + 1);
    }
    extent.append(all > 0 ? "; look into one with: pressmark families ID" : "");
    long left = families.tooShort() + families.tooLong();
    if (left > 0) {
      extent.append('\n').append(Summary.count(left, "article"));
      extent
          .append(" not compared: ")
          .append(String.format(Locale.ROOT, "%,d", families.tooShort()));
      extent.append(" too short, ").append(String.format(Locale.ROOT, "%,d", families.tooLong()));
      extent.append(" too long");
    }
    return extent.toString();
  }

  static String headline(Imprint imprint) {
    return Screen.line(imprint.headline().orElse("(no headline)"));
  }

  /// `Port Calder Courier, 2024-05-06`, or where it came from if nobody says who published it.
  static String place(Imprint imprint) {
    return Screen.line(
        Stream.of(Optional.of(imprint.publisher().orElse(imprint.source())), imprint.date())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")));
  }

  static String origin(ProbableOrigin origin) {
    Optional<String> agency =
        origin.agency().map(name -> Screen.line(name) + " (named by " + origin.naming() + ")");
    Optional<String> earliest = origin.earliest().map(imprint -> "earliest " + place(imprint));
    String known =
        Stream.of(agency, earliest).flatMap(Optional::stream).collect(Collectors.joining(", "));
    return known.isEmpty() ? "not known: no agency and no date" : known;
  }

  /// Rounded down, so that 100 % is the whole.
  static String percent(double share) {
    return (int) Math.floor(100 * share) + " %";
  }

  String json() {
    return JsonText.object(json -> {
      json.writeNumberProperty("threshold", threshold);
      json.writeNumberProperty("total", families.all().size());
      json.writeNumberProperty("articles", families.articles());
      json.writeNumberProperty("tooShort", families.tooShort());
      json.writeNumberProperty("tooLong", families.tooLong());
      json.writeNumberProperty("page", page);
      json.writeArrayPropertyStart("families");
      for (Row row : rows) {
        json.writeStartObject();
        write(json, row);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static void write(JsonGenerator json, Row row) {
    json.writeStringProperty("representative", row.family().representative().value());
    json.writeNumberProperty("size", row.family().size());
    write(json, row.origin());
    json.writeArrayPropertyStart("members");
    for (int number = 0; number < row.imprints().size(); number++) {
      json.writeStartObject();
      write(json, row.imprints().get(number));
      row.likeness(number).ifPresent(likeness -> write(json, likeness));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ProbableOrigin origin) {
    json.writeObjectPropertyStart("probableOrigin");
    origin.agency().ifPresent(agency -> {
      json.writeStringProperty("agency", agency);
      json.writeNumberProperty("namedBy", origin.naming());
    });
    origin
        .earliest()
        .ifPresent(
            earliest -> json.writeStringProperty("earliest", earliest.mark().value()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Imprint imprint) {
    json.writeStringProperty("id", imprint.mark().value());
    json.writeStringProperty("source", imprint.source());
    imprint.headline().ifPresent(headline -> json.writeStringProperty("headline", headline));
    write(json, "author", imprint.authors());
    imprint.publisher().ifPresent(publisher -> json.writeStringProperty("publisher", publisher));
    imprint.time().ifPresent(time -> json.writeStringProperty("date", time));
    write(json, "agency", imprint.agencies());
  }

  private static void write(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Likeness likeness) {
    json.writeNumberProperty("containment", rounded(likeness.containment()));
    json.writeNumberProperty("resemblance", rounded(likeness.resemblance()));
  }

  static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  /// A line an article, the representative of a family first.
  String csv() {
    StringBuilder csv = new StringBuilder(Csv.row(COLUMNS));
    for (Row row : rows) {
      for (int number = 0; number < row.imprints().size(); number++) {
        csv.append(Csv.row(cells(row, number)));
      }
    }
    return csv.toString();
  }

  private static List<String> cells(Row row, int number) {
    Imprint imprint = row.imprints().get(number);
    Optional<Likeness> likeness = row.likeness(number);
    List<String> cells = new ArrayList<>();
    cells.add(row.family().representative().value());
    cells.add(Integer.toString(row.family().size()));
    cells.add(imprint.mark().value());
    cells.add(number == 0 ? "yes" : "no");
    cells.add(share(likeness.map(Likeness::containment).orElse(1.0)));
    cells.add(share(likeness.map(Likeness::resemblance).orElse(1.0)));
    cells.add(imprint.headline().orElse(""));
    cells.add(String.join("; ", imprint.authors()));
    cells.add(imprint.publisher().orElse(""));
    cells.add(imprint.time().orElse(""));
    cells.add(String.join("; ", imprint.agencies()));
    cells.add(origin(row.origin()));
    cells.add(imprint.source());
    return cells;
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", rounded(share));
  }
}
