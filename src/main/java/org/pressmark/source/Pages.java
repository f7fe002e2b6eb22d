package org.pressmark.source;

import org.pressmark.article.Capture;

/// Opens captures: finds out what the bytes are and how they are encoded, and parses them.
public final class Pages {
  private final SourceOptions options;

  public Pages(SourceOptions options) {
    this.options = options;
  }

  /// Safe for use by many threads at once. Never throws for what is in the bytes.
  public Page open(Capture capture) {
    throw new UnsupportedOperationException(options + " " + capture);
  }
}
