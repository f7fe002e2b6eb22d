package org.pressmark.source.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.article.Field;

/// What a column of a dump may be told to be.
public enum Column {
  TEXT,
  /// A page, or the story with its markup.
  HTML,
  TITLE(Field.HEADLINE),
  AUTHOR(Field.AUTHOR),
  DATE(Field.DATE_PUBLISHED),
  MODIFIED(Field.DATE_MODIFIED),
  URL(Field.URL),
  SECTION(Field.ARTICLE_SECTION),
  LANGUAGE(Field.IN_LANGUAGE),
  PUBLISHER(Field.PUBLISHER),
  /// What a record is called, in the place of its row.
  ID,
  DESCRIPTION(Field.DESCRIPTION),
  KEYWORDS(Field.KEYWORDS),
  IMAGE(Field.IMAGE);

  private final Optional<Field> field;

  Column() {
    field = Optional.empty();
  }

  Column(Field field) {
    this.field = Optional.of(field);
  }

  /// The fact that such a column tells; none for the story itself and for a name.
  public Optional<Field> field() {
    return field;
  }

  public static Optional<Column> of(String word) {
    return Arrays.stream(values())
        .filter(column -> column.toString().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  public static Optional<Column> of(Field field) {
    return Arrays.stream(values())
        .filter(column -> column.field.equals(Optional.of(field)))
        .findFirst();
  }

  public static String all() {
    return Arrays.stream(values()).map(Column::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
