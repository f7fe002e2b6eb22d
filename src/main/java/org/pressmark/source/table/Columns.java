package org.pressmark.source.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which columns of a dump are what, as far as the user says it: `text=body,date=published_at`.
/// What is not said is guessed, from the columns' names.
///
/// @param names of the columns, by what they are
public record Columns(Map<Column, String> names) implements Serializable {
  public static final Columns GUESSED = new Columns(Map.of());

  public Columns {
    EnumMap<Column, String> sorted = new EnumMap<>(Column.class);
    sorted.putAll(names);
    names = Collections.unmodifiableMap(sorted);
  }

  /// @throws IllegalArgumentException with a reason for the user, where the words make no sense
  public static Columns parse(String words) {
    Map<Column, String> names = new EnumMap<>(Column.class);
    for (String pair : words.split(",", -1)) {
      int sign = pair.indexOf('=');
      String name = pair.substring(sign + 1).strip();
      if (sign < 1 || name.isEmpty()) {
        throw new IllegalArgumentException("\"" + pair.strip()
            + "\" does not say what a column is; write text=body, for instance");
      }
      String word = pair.substring(0, sign).strip();
      Column column = Column.of(word)
          .orElseThrow(() -> new IllegalArgumentException(
              "\"" + word + "\" is nothing that a column can be; known are " + Column.all()));
      if (names.putIfAbsent(column, name) != null) {
        throw new IllegalArgumentException("two columns can not both be the " + column);
      }
    }
    return new Columns(names);
  }

  public Optional<String> name(Column column) {
    return Optional.ofNullable(names.get(column));
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /// The one of these columns that is meant: by its exact name, or else by a name that differs in
  /// letter case and in signs between words only.
  public static Optional<String> find(Collection<String> columns, String name) {
    if (columns.contains(name)) {
      return Optional.of(name);
    }
    String plain = RecordKey.plain(name);
    return plain.isEmpty()
        ? Optional.empty()
        : columns.stream()
            .filter(column -> RecordKey.plain(column).equals(plain))
            .findFirst();
  }

  /// As [#ofLabel] reads it, whatever signs are in the names.
  public String label() {
    return names.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining(","));
  }

  /// What a capture's [Label] says; nothing where that makes no sense.
  public static Columns ofLabel(String label) {
    try {
      Map<Column, String> names = new EnumMap<>(Column.class);
      parse(label)
          .names
          .forEach((column, name) -> names.put(column, URLDecoder.decode(name, UTF_8)));
      return new Columns(names);
    } catch (IllegalArgumentException e) {
      return GUESSED; // of a server that happens to use our names
    }
  }
}
