package org.pressmark.cli;

import java.util.Locale;

/// What to do with several articles that are one story.
enum Repeats {
  /// Each counts for itself.
  ALL,
  /// One stands for all of a family.
  COLLAPSE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
