package org.pressmark.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fields of a header (RFC 9110, 5), each character a byte.
public record Fields(List<Field> all) {
  /// @param name in small letters
  public record Field(String name, String value) {}

  public Fields {
    all = List.copyOf(all);
  }

  /// A line that is no field says nothing, and neither do those that go on with it.
  public static Fields of(List<String> lines) {
    List<Field> fields = new ArrayList<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith(" ") || line.startsWith("\t")) { // RFC 9112, 5.2
        value.append(' ').append(line.strip());
        continue;
      }
      add(fields, name, value);
      int colon = line.indexOf(':');
      name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
      value = new StringBuilder(line.substring(colon + 1).strip());
    }
    add(fields, name, value);
    return new Fields(fields);
  }

  private static void add(List<Field> fields, String name, StringBuilder value) {
    if (!name.isEmpty()) {
      fields.add(new Field(name, value.toString().strip()));
    }
  }

  /// @param name in small letters
  public Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  /// All of this name, in order.
  ///
  /// @param name in small letters
  public List<String> values(String name) {
    return all.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .toList();
  }

  /// The members of a list, of all fields of this name (RFC 9110, 5.6.1), in small letters.
  ///
  /// @param name in small letters
  public List<String> members(String name) {
    return values(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(member -> member.strip().toLowerCase(Locale.ROOT))
        .filter(member -> !member.isEmpty())
        .toList();
  }
}
