package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text file an article in `texts/`, and `metadata.csv` that says what each is: for Voyant,
/// AntConc, stylo, and quanteda, whose readtext knows a file by its `doc_id`.
final class TextFolder implements Folder {
  @Override
  public String name() {
    return "text-folder";
  }

  @Override
  public String about() {
    return "a text file an article, and a table of what each is, for corpus tools";
  }

  @Override
  public Writing open(Shelf shelf, Letterhead head) throws IOException {
    OutputStream table = shelf.open("metadata.csv");
    List<String> columns = new ArrayList<>(List.of("doc_id"));
    Column.OF_METADATA.forEach(column -> columns.add(column.toString()));
    table.write(Csv.row(columns).getBytes(StandardCharsets.UTF_8));
    return new Writing() {
      @Override
      public void add(Item item) throws IOException {
        String name = FileNames.of(item) + ".txt";
        try (OutputStream out = shelf.open("texts/" + name)) {
          String text = Plain.text(item.article().body().text()) + "\n";
          out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String row = CsvTable.row(item, List.of(name), Column.OF_METADATA);
        table.write(row.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void finish() throws IOException {
        table.close();
      }
    };
  }
}
