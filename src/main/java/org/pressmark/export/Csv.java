package org.pressmark.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/// Rows for spreadsheets (RFC 4180).
public final class Csv {
  /// A spreadsheet runs a cell that begins with one of these.
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /// One row, with its line break. A cell that a spreadsheet would run as a formula gets an
  /// apostrophe in front, which makes it text.
  public static String row(List<String> cells) {
    StringWriter row = new StringWriter();
    CsvWriter.builder()
        .lineDelimiter(LineDelimiter.CRLF)
        .bufferSize(0)
        .build(row)
        .writeRecord(cells.stream().map(Csv::harmless).toList());
    return row.toString();
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
