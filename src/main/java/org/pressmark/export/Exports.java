package org.pressmark.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The forms in which articles leave the house.
public final class Exports {
  /// Text, article after article.
  public static final List<Export> ALL = List.of(
      new Text(),
      new Markdown(),
      new Json(),
      new Jsonl(),
      new Html(),
      new Tei(),
      new CsvTable(),
      new Vertical(),
      new Conllu(),
      new Ninjs(),
      new Ris(),
      new Bibtex(),
      new Csl());

  /// Files that are no text.
  public static final List<Table> TABLES = List.of(new Parquet());

  public static final List<Folder> FOLDERS =
      List.of(new MarkdownFolder(), new TextFolder(), new DataPackage(), new Crate());

  private Exports() {}

  public static Optional<Export> named(String name) {
    return ALL.stream().filter(export -> export.name().equals(name)).findFirst();
  }

  /// `text, md, json …`
  public static String names() {
    return ALL.stream().map(Export::name).collect(Collectors.joining(", "));
  }
}
