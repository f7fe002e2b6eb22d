package org.pressmark.cli;

import java.util.Locale;

/// How a list of hits is printed.
enum TableFormat {
  TABLE,
  JSON,
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
