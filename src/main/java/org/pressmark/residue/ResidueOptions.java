package org.pressmark.residue;

import java.io.Serializable;
import java.util.Set;

/// @param off names of rules not to run
public record ResidueOptions(Set<String> off) implements Serializable {
  public static final ResidueOptions DEFAULTS = new ResidueOptions(Set.of());

  public ResidueOptions {
    off = Set.copyOf(off);
  }
}
