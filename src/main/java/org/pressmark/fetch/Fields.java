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

  /// A line that is no field says nothing, and is passed over.
  static Fields of(List<String> lines) {
    List<Field> fields = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      if (goesOn && !fields.isEmpty()) { // RFC 9112, 5.2
        Field last = fields.removeLast();
        fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
      } else if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.add(new Field(name, line.substring(colon + 1).strip()));
      }
    }
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
