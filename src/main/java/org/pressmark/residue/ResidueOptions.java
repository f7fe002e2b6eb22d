package org.pressmark.residue;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.article.Rule;

/// @param off names of rules not to run: what they would cut stays
public record ResidueOptions(Set<String> off) implements Serializable {
  public static final ResidueOptions DEFAULTS = new ResidueOptions(Set.of());

  public ResidueOptions {
    off = Set.copyOf(off);
    Set<String> known = Rules.ALL.stream().map(Rule::name).collect(Collectors.toSet());
    Optional<String> unknown =
        off.stream().filter(name -> !known.contains(name)).sorted().findFirst();
    if (unknown.isPresent()) {
      throw new IllegalArgumentException("\"" + unknown.get() + "\" is not a rule of this room");
    }
  }

  boolean isOff(Rule rule) {
    return off.contains(rule.name());
  }
}
