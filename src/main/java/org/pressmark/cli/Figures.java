package org.pressmark.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.export.Csv;
import tools.jackson.core.JsonGenerator;

/// A table of figures, for people, for programs and for spreadsheets.
final class Figures {
  /// What stands in a column.
  enum Kind {
    TEXT,
    /// A whole number.
    COUNT,
    /// A number with two digits behind the point for people, and four for others.
    REAL,
    /// From 0 to 1, as percent for people.
    SHARE
  }

  /// @param name for programs
  /// @param head for people
  record Column(String name, String head, Kind kind) {}

  private final List<Column> columns;
  private final List<List<Optional<?>>> rows = new ArrayList<>();

  Figures(Column... columns) {
    this.columns = List.of(columns);
  }

  /// @param cells a string, a whole number or a double; an empty optional where there is none
  Figures row(Object... cells) {
    List<Optional<?>> row = Arrays.stream(cells)
        .<Optional<?>>map(
            cell -> cell instanceof Optional<?> optional ? optional : Optional.of(cell))
        .toList();
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(row);
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /// Texts on the left, figures on the right of their column; fit for a terminal.
  String table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::head).toList());
    rows.forEach(row -> lines.add(cells(row)));
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int at = 0; at < widths.length; at++) {
        widths[at] = Math.max(widths[at], Cell.width(line.get(at)));
      }
    }
    return lines.stream()
        .map(line -> line(line, widths).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private String line(List<String> cells, int[] widths) {
    List<String> line = new ArrayList<>();
    for (int at = 0; at < widths.length; at++) {
      line.add(
          columns.get(at).kind() == Kind.TEXT
              ? Cell.left(cells.get(at), widths[at])
              : Cell.right(cells.get(at), widths[at]));
    }
    return String.join("  ", line);
  }

  private List<String> cells(List<Optional<?>> row) {
    List<String> cells = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      Kind kind = columns.get(at).kind();
      cells.add(row.get(at).map(value -> cell(kind, value)).orElse("\u2013"));
    }
    return cells;
  }

  private static String cell(Kind kind, Object value) {
    return switch (kind) {
      case TEXT -> Cell.line(value.toString());
      case COUNT -> String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
      case REAL -> String.format(Locale.ROOT, "%,.2f", ((Number) value).doubleValue());
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * ((Number) value).doubleValue());
    };
  }

  String csv() {
    StringBuilder csv = new StringBuilder();
    csv.append(Csv.row(columns.stream().map(Column::name).toList()));
    for (List<Optional<?>> row : rows) {
      csv.append(Csv.row(plain(row)));
    }
    return csv.toString();
  }

  private List<String> plain(List<Optional<?>> row) {
    List<String> cells = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      Kind kind = columns.get(at).kind();
      cells.add(row.get(at).map(value -> plain(kind, value)).orElse(""));
    }
    return cells;
  }

  private static String plain(Kind kind, Object value) {
    return switch (kind) {
      case TEXT, COUNT -> value.toString();
      case REAL -> number(((Number) value).doubleValue(), 4);
      case SHARE -> number(((Number) value).doubleValue(), 6);
    };
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /// An array of objects.
  void write(JsonGenerator json, String name) {
    json.writeArrayPropertyStart(name);
    for (List<Optional<?>> row : rows) {
      json.writeStartObject();
      for (int at = 0; at < columns.size(); at++) {
        Column column = columns.get(at);
        row.get(at).ifPresent(value -> write(json, column, value));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Column column, Object value) {
    switch (column.kind()) {
      case TEXT -> json.writeStringProperty(column.name(), value.toString());
      case COUNT -> json.writeNumberProperty(column.name(), ((Number) value).longValue());
      case REAL, SHARE ->
        json.writeNumberProperty(
            column.name(), new java.math.BigDecimal(plain(column.kind(), value)));
    }
  }
}
