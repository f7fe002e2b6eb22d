package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The forms in which articles leave the house.
public final class Exports {
  public static final List<Export> ALL =
      List.of(new Text(), new Markdown(), new Json(), new Jsonl(), new Html(), new Tei());

  private Exports() {}

  public static Optional<Export> named(String name) {
    return ALL.stream().filter(export -> export.name().equals(name)).findFirst();
  }

  /// `text, md, json, jsonl, html, tei`
  public static String names() {
    return ALL.stream().map(Export::name).collect(Collectors.joining(", "));
  }
}
