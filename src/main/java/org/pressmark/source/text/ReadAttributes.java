package org.pressmark.source.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The attributes that somebody reads. Every other one is left out before a page is parsed: who
/// wants to read one more adds it here.
public final class ReadAttributes {
  /// What an element is, in attributes for scripts (`data-…`, HTML 3.2.6.6) that say something to
  /// readers too.
  public static final Set<String> NAMES = Set.of(
      "data-testid",
      "data-test-id",
      "data-component",
      "data-module",
      "data-type",
      "data-qa",
      "data-element",
      "data-block");

  /// The same, and others that say whose name it shows: `data-hook=user-name`.
  public static final List<String> ROLES = Stream.concat(
          NAMES.stream(), Stream.of("data-hook", "data-role", "data-test"))
      .sorted()
      .toList();

  /// When it was, in such attributes, the most exact first.
  public static final List<String> TIMES = List.of("data-datetime", "data-time", "data-date");

  /// Those that say what a `link` or a `meta` is to the page. [#ALL] has them as a sort of their
  /// own.
  static final int CALLING = 2;

  private static final String OF_HTML = "alt aria-label class content datetime hidden href hreflang"
      + " id itemscope itemtype lang role src start style"
      + " title type typeof value xml:lang";

  public static final NameTable ALL = new NameTable(
      "",
      Stream.of(Stream.of(OF_HTML), ROLES.stream(), TIMES.stream())
          .flatMap(names -> names)
          .collect(Collectors.joining(" ")),
      "http-equiv itemprop name property rel");

  private ReadAttributes() {}
}
