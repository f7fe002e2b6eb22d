package org.pressmark;

import java.io.Serializable;
import org.pressmark.residue.ResidueOptions;
import org.pressmark.source.SourceOptions;

/// One small record a room.
public record Options(SourceOptions source, ResidueOptions residue) implements Serializable {
  public static final Options DEFAULTS =
      new Options(SourceOptions.DEFAULTS, ResidueOptions.DEFAULTS);
}
