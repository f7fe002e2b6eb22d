package org.pressmark.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The attributes for scripts (`data-…`, HTML 3.2.6.6) that say something to readers too. Every
/// other one is left out before a page is parsed: who wants to read one more adds it here.
public final class DataAttributes {
  /// What an element is.
  public static final Set<String> NAMES = Set.of(
      "data-testid",
      "data-test-id",
      "data-component",
      "data-module",
      "data-type",
      "data-qa",
      "data-element",
      "data-block");

  /// When it was, the most exact first.
  public static final List<String> TIMES = List.of("data-datetime", "data-time", "data-date");

  static final List<String> ALL = Stream.concat(NAMES.stream(), TIMES.stream())
      .sorted()
      .collect(Collectors.toUnmodifiableList());

  private DataAttributes() {}
}
