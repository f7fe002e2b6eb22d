package org.pressmark.cli;

import java.util.List;
import org.pressmark.Options;
import org.pressmark.source.SourceOptions;
import org.pressmark.source.table.Columns;
import picocli.CommandLine.Option;

/// Which columns of a dump are what.
final class MapOption {
  @Option(
      names = "--map",
      paramLabel = "WHAT=COLUMN",
      description = {
        "Which columns of tables (CSV, Parquet) and fields of JSON records are what:",
        "--map text=body,date=published_at. What is not said is guessed from the names,",
        "and shown. WHAT is one of text, html, title, author, date, modified, url, section,",
        "language, publisher, id, description, keywords, image."
      })
  private List<String> pairs = List.of();

  SourceOptions source() {
    try {
      return pairs.isEmpty()
          ? Options.DEFAULTS.source()
          : Options.DEFAULTS.source().with(Columns.parse(String.join(",", pairs)));
    } catch (IllegalArgumentException e) {
      throw new Misuse("--map: " + e.getMessage());
    }
  }
}
