package org.pressmark;

import java.io.Serializable;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.source.SourceOptions;

/// One small record a room.
public record Options(SourceOptions source, ResidueOptions residue) implements Serializable {
  public static final Options DEFAULTS =
      new Options(SourceOptions.DEFAULTS, ResidueOptions.DEFAULTS);

  /// The same with other rules for what is left in prose.
  public Options with(ResidueOptions other) {
    return new Options(source, other);
  }
}
