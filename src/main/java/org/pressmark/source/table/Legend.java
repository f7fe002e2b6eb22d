package org.pressmark.source.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.article.Field;

/// What the columns of a record are read as: what the user says, and by their names what he leaves
/// open.
///
/// @param texts columns that may have the story
/// @param pages columns that may have it with its markup
/// @param facts the column that tells each fact
/// @param missing columns that the user names and that are not there
public record Legend(
    List<String> texts, List<String> pages, Map<Field, String> facts, List<String> missing) {
  private static final int MAX_COLUMNS_NAMED = 12;

  public static Legend of(Collection<String> columns, Columns told) {
    Map<Field, String> facts = new EnumMap<>(Field.class);
    List<String> missing = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    told.names().forEach((column, name) -> {
      Optional<String> found = Columns.find(columns, name);
      found.ifPresent(taken::add);
      if (found.isEmpty()) {
        missing.add(name);
      } else {
        column.field().ifPresent(field -> facts.put(field, found.get()));
      }
    });
    List<String> free =
        columns.stream().filter(column -> !taken.contains(column)).toList();
    RecordKey.NAMES.forEach((field, names) -> {
      if (Column.of(field).flatMap(told::name).isEmpty()) {
        first(free, names).ifPresent(column -> facts.put(field, column));
      }
    });
    boolean tellsStory =
        told.name(Column.TEXT).isPresent() || told.name(Column.HTML).isPresent();
    return new Legend(
        stories(columns, told.name(Column.TEXT), tellsStory ? List.of() : texts(free)),
        stories(columns, told.name(Column.HTML), tellsStory ? List.of() : pages(free)),
        facts,
        missing);
  }

  private static List<String> stories(
      Collection<String> columns, Optional<String> told, List<String> guessed) {
    return told.map(name -> Columns.find(columns, name).stream().toList()).orElse(guessed);
  }

  private static List<String> texts(List<String> columns) {
    return columns.stream()
        .filter(column -> RecordKey.isText(column) && !RecordKey.isHtml(column))
        .toList();
  }

  private static List<String> pages(List<String> columns) {
    return columns.stream().filter(RecordKey::isHtml).toList();
  }

  private static Optional<String> first(List<String> columns, List<String> names) {
    for (String name : names) {
      for (String column : columns) {
        if (RecordKey.plain(column).equals(name)) {
          return Optional.of(column);
        }
      }
    }
    return Optional.empty();
  }

  public boolean speaks() {
    return !texts.isEmpty() || !pages.isEmpty();
  }

  /// `text = "body", date = "published_at"; not read: "id", "shares"`.
  public String describe(Collection<String> columns) {
    List<String> read = new ArrayList<>();
    pages.forEach(column -> read.add("html = \"" + column + "\""));
    texts.forEach(column -> read.add("text = \"" + column + "\""));
    facts.forEach((field, column) ->
        read.add(Column.of(field).map(Column::toString).orElse(field.schemaName()) + " = \""
            + column + "\""));
    List<String> rest = columns.stream().filter(column -> !isRead(column)).toList();
    return String.join(", ", read) + (rest.isEmpty() ? "" : "; not read: " + quoted(rest.stream()));
  }

  private boolean isRead(String column) {
    return texts.contains(column) || pages.contains(column) || facts.containsValue(column);
  }

  public static String quoted(Stream<String> columns) {
    List<String> all = columns.toList();
    String named = all.stream()
        .limit(MAX_COLUMNS_NAMED)
        .map(column -> "\"" + column + "\"")
        .collect(Collectors.joining(", "));
    int more = all.size() - MAX_COLUMNS_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
