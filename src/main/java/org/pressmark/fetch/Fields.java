package org.pressmark.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fields of an answer (RFC 9110, 5), each character a byte.
record Fields(List<Field> all) {
  /// @param name in small letters
  record Field(String name, String value) {}

  Fields {
    all = List.copyOf(all);
  }

  /// A line that is no field says nothing, and neither do those that go on with it.
  static Fields of(List<String> lines) {
    List<Field> fields = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) { // RFC 9112, 5.2
        Field last = fields.removeLast();
        fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
      } else {
        String name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
        fields.add(new Field(name, line.substring(colon + 1).strip()));
      }
    }
    fields.removeIf(field -> field.name().isEmpty());
    return new Fields(fields);
  }

  Optional<String> first(String name) {
    return all.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst();
  }

  /// The members of a list, of all fields of this name (RFC 9110, 5.6.1), in small letters.
  List<String> members(String name) {
    List<String> members = new ArrayList<>();
    for (Field field : all) {
      if (field.name().equals(name)) {
        for (String member : field.value().split(",", -1)) {
          String word = member.strip().toLowerCase(Locale.ROOT);
          if (!word.isEmpty()) {
            members.add(word);
          }
        }
      }
    }
    return members;
  }
}
