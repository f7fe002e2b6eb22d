package org.pressmark.article;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is said of an article, at most one fact a field.
///
/// @param all those included that nothing is believed about
public record Facts(Map<Field, Fact> all) {
  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    Map<Field, Fact> ordered = new EnumMap<>(Field.class);
    ordered.putAll(all);
    all = java.util.Collections.unmodifiableMap(ordered);
  }

  public static Facts of(Collection<Fact> facts) {
    Map<Field, Fact> all = new EnumMap<>(Field.class);
    for (Fact fact : facts) {
      all.put(fact.field(), fact);
    }
    return new Facts(all);
  }

  public Optional<Fact> get(Field field) {
    return Optional.ofNullable(all.get(field));
  }

  /// What is known, by field.
  public List<Fact> known() {
    return all.values().stream().filter(Fact::isKnown).toList();
  }

  public Optional<String> value(Field field) {
    return get(field).filter(Fact::isKnown).map(Fact::value);
  }

  public List<String> values(Field field) {
    return get(field).map(Fact::values).orElse(List.of());
  }

  /// The ISO day of publication, `2021-09-29`.
  public Optional<String> day() {
    return value(Field.DATE_PUBLISHED)
        .filter(date -> date.length() >= 10)
        .map(date -> date.substring(0, 10));
  }
}
