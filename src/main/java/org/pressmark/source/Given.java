package org.pressmark.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pressmark.article.Field;

/// What a container says of a document in it.
///
/// @param values as they stand there
/// @param columns what the container calls the places where they stand, if it has names of its own:
/// `published_at`
record Given(Map<Field, List<String>> values, Map<Field, String> columns) {
  static final Given NOTHING = new Given(Map.of(), Map.of());

  static Given of(Map<Field, List<String>> values) {
    return new Given(values, Map.of());
  }

  /// The same, and what the other says of fields of which this one says nothing.
  Given or(Given other) {
    Map<Field, List<String>> values = new EnumMap<>(Field.class);
    values.putAll(other.values);
    values.putAll(this.values);
    Map<Field, String> columns = new EnumMap<>(Field.class);
    columns.putAll(other.columns);
    this.values.keySet().forEach(columns::remove);
    columns.putAll(this.columns);
    return new Given(values, columns);
  }

  /// A page's address that stands where a publisher's name should: `source`, of some scrapers.
  Given tidy() {
    List<String> publisher = values.getOrDefault(Field.PUBLISHER, List.of());
    if (publisher.isEmpty() || !isAddressOfPage(publisher.getFirst())) {
      return this;
    }
    Map<Field, List<String>> values = new EnumMap<>(this.values);
    Map<Field, String> columns = new EnumMap<>(Field.class);
    columns.putAll(this.columns);
    String column = columns.getOrDefault(Field.PUBLISHER, "");
    values.remove(Field.PUBLISHER);
    columns.remove(Field.PUBLISHER);
    if (values.putIfAbsent(Field.URL, publisher) == null && !column.isEmpty()) {
      columns.put(Field.URL, column);
    }
    return new Given(values, columns);
  }

  private static boolean isAddressOfPage(String value) {
    int scheme = value.indexOf("://");
    int path = scheme < 0 ? -1 : value.indexOf('/', scheme + 3);
    return path >= 0 && path + 1 < value.length();
  }
}
