package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.table.Column;
import org.pressmark.source.table.Columns;
import org.pressmark.source.table.Legend;
import tools.jackson.core.JsonGenerator;

/// Makes captures out of the rows of a table: each row one JSON object, so that the same row gives
/// the same bytes whatever kind of table it stands in.
final class TableRows {
  private static final int LONGEST_ID = 120; // signs

  private final List<String> names;
  private final Columns told;
  private final Columns known;
  private final Legend legend;

  private TableRows(List<String> names, Columns told, Columns known) {
    this.names = names;
    this.told = told;
    this.known = known;
    this.legend = Legend.of(names, known);
  }

  /// @param names of the columns; those that are empty or twice there get others
  /// @param sample rows of a table that does not name its columns; empty for one that does
  static TableRows of(List<String> names, List<List<String>> sample, Columns told) {
    List<String> unique = unique(names);
    Columns known = sample.isEmpty() ? told : ColumnGuess.of(unique, sample, told);
    return new TableRows(unique, told, known);
  }

  static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(TableRows::number).toList();
  }

  private static String number(int column) {
    return "column_" + column;
  }

  private static List<String> unique(List<String> names) {
    List<String> unique = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).isBlank() ? number(i + 1) : names.get(i).strip();
      String free = name;
      for (int twin = 2; !taken.add(free); twin++) {
        free = name + "_" + twin;
      }
      unique.add(free);
    }
    return Collections.unmodifiableList(unique);
  }

  List<String> names() {
    return names;
  }

  String name(int column) {
    return column < names.size() ? names.get(column) : number(column + 1);
  }

  /// Why there is nothing to read in this table, if so.
  Optional<Problem> problem() {
    if (!legend.missing().isEmpty()) {
      return Optional.of(new Problem(
          MALFORMED,
          "is a table without a column " + Legend.quoted(legend.missing().stream())
              + ", which --map names; its columns are " + Legend.quoted(names.stream())));
    }
    return legend.speaks()
        ? Optional.empty()
        : Optional.of(new Problem(
            TEXTLESS,
            "is a table, and no column is called as if it had a text; say which one has, such as"
                + " --map text=" + names.getFirst() + "; its columns are "
                + Legend.quoted(names.stream())));
  }

  /// `columns read: text = "body", date = "published_at"; not read: "shares"`.
  String describe() {
    return "columns read: " + legend.describe(names);
  }

  Capture capture(Origin file, String row, Map<String, Object> values, Optional<Instant> time) {
    String member = told.name(Column.ID)
        .flatMap(name -> Columns.find(names, name))
        .map(name -> String.valueOf(values.getOrDefault(name, "")).strip())
        .filter(TableRows::isName)
        .orElse(row);
    String mediaType =
        known.isEmpty() ? Slice.MEDIA_TYPE : Label.with(Slice.MEDIA_TYPE, Label.MAP, known.label());
    return new Capture(
        file.member(member), json(values), Optional.of(mediaType), Optional.empty(), time);
  }

  private static boolean isName(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.codePoints().noneMatch(Character::isISOControl);
  }

  private static byte[] json(Map<String, Object> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      write(json, values);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        json.writeStartObject();
        object.forEach((name, member) -> {
          json.writeName(String.valueOf(name));
          write(json, member);
        });
        json.writeEndObject();
      }
      case List<?> array -> {
        json.writeStartArray();
        array.forEach(member -> write(json, member));
        json.writeEndArray();
      }
      case Boolean truth -> json.writeBoolean(truth);
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      default -> json.writeString(String.valueOf(value));
    }
  }
}
