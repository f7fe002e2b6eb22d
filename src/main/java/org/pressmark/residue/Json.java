package org.pressmark.residue;

import java.util.List;
import java.util.Optional;

/// A value read from JSON, whole or broken, and where it stood.
///
/// Offsets are those of the text that was read, in UTF-16 units; `end` is the first one behind it,
/// quotes and brackets included.
public sealed interface Json {
  int start();

  int end();

  /// @param members in the order of the text; a key may come twice
  record Obj(List<Member> members, int start, int end) implements Json {
    public Obj {
      members = List.copyOf(members);
    }

    /// The first member of that name, spaces inside the key not counted: `@ type` is `@type`.
    public Optional<Json> get(String key) {
      for (Member member : members) {
        if (member.key().equals(key)) {
          return Optional.of(member.value());
        }
      }
      return Optional.empty();
    }
  }

  record Arr(List<Json> items, int start, int end) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// @param value without its quotes, escapes resolved, otherwise as it stood there
  record Text(String value, int start, int end) implements Json {}

  /// @param value as it stood there: `800`, `-1.5e3`
  record Num(String value, int start, int end) implements Json {}

  record Bool(boolean value, int start, int end) implements Json {}

  record Null(int start, int end) implements Json {}

  /// @param key without its quotes and without any white space
  record Member(String key, Json value) {}
}
