package org.pressmark.source;

import java.io.Serializable;
import java.time.Duration;
import org.pressmark.source.table.Columns;
import org.pressmark.source.unpack.Limits;

/// How much of a document is read, and for how long.
///
/// @param maxBytes the largest document that is read, packed or unpacked
/// @param maxTime how long one document may take to be opened by a format's parser
/// @param limits how much may come out of an archive
/// @param columns which columns of tables and fields of records are what
public record SourceOptions(long maxBytes, Duration maxTime, Limits limits, Columns columns)
    implements Serializable {
  public static final SourceOptions DEFAULTS = new SourceOptions(64L << 20, Duration.ofSeconds(60));

  public SourceOptions(long maxBytes, Duration maxTime) {
    this(maxBytes, maxTime, Limits.DEFAULTS);
  }

  public SourceOptions(long maxBytes, Duration maxTime, Limits limits) {
    this(maxBytes, maxTime, limits, Columns.GUESSED);
  }

  /// The same, with what the user says of columns.
  public SourceOptions with(Columns told) {
    return new SourceOptions(maxBytes, maxTime, limits, told);
  }
}
