package org.pressmark.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A row an article, for spreadsheets, R and pandas.
final class CsvTable implements Sheet {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String about() {
    return "a table, one row an article, with the text in its last column";
  }

  @Override
  public String opening() {
    return Csv.row(Arrays.stream(Column.values()).map(Column::toString).toList());
  }

  @Override
  public String write(Item item) {
    return row(item, List.of(), List.of(Column.values()));
  }

  /// @param before cells that stand before the columns
  static String row(Item item, List<String> before, List<Column> columns) {
    List<String> cells = new ArrayList<>(before);
    columns.forEach(column -> cells.add(Plain.text(column.cell(item))));
    return Csv.row(cells);
  }
}
