package org.pressmark.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.export.Csv;

/// The questions of a sample as a table, and the answers that people write into it. What the
/// program decided is not in it.
public final class AnswerSheet {
  private static final Set<String> YES =
      Set.of("yes", "y", "1", "true", "ja", "j", "oui", "o", "sí", "si", "s");
  private static final Set<String> NO = Set.of("no", "n", "0", "false", "nein", "non");
  private static final String ITEM = "item";
  private static final String BELONGS = "belongs";
  private static final List<String> COLUMNS =
      List.of(ITEM, BELONGS, "before", "text", "after", "source");

  /// Says what is wrong with a table, and where.
  public static final class MistakeException extends Exception {
    private static final long serialVersionUID = 1;

    MistakeException(String message) {
      super(message);
    }
  }

  private AnswerSheet() {}

  public static String write(Verdicts verdicts) {
    StringBuilder sheet = new StringBuilder(Csv.row(COLUMNS));
    for (Draw.Unit unit : verdicts.sample().units()) {
      Boolean answer = verdicts.belongs().get(unit.item());
      sheet.append(Csv.row(List.of(
          unit.item(),
          answer == null ? "" : answer ? "yes" : "no",
          unit.before(),
          unit.text(),
          unit.after(),
          unit.source())));
    }
    return sheet.toString();
  }

  /// Columns and rows may stand in any order; spreadsheets put a mark in front, and `;` between
  /// cells.
  public static Verdicts read(String sheet, Draw.Sample sample) throws MistakeException {
    Set<String> items = sample.units().stream().map(Draw.Unit::item).collect(Collectors.toSet());
    Map<String, Boolean> answers = new HashMap<>();
    String text = sheet.startsWith("\ufeff") ? sheet.substring(1) : sheet;
    String head = text.lines().findFirst().orElse("");
    char separator = head.contains(";") && !head.contains(",")
        ? ';'
        : head.contains("\t") && !head.contains(",") ? '\t' : ',';
    int item = -1;
    int belongs = -1;
    try {
      for (CsvRecord row : CsvReader.builder()
          .fieldSeparator(separator)
          .allowMissingFields(true)
          .ofCsvRecord(text)) {
        List<String> cells = row.getFields();
        if (item < 0) {
          item = cells.indexOf(ITEM);
          belongs = cells.indexOf(BELONGS);
          if (item < 0 || belongs < 0) {
            throw new MistakeException("has no columns \"item\" and \"belongs\" in its first row");
          }
        } else if (cells.size() > Math.max(item, belongs)) {
          String place = "row " + row.getStartingLineNumber();
          if (!items.contains(cells.get(item))) {
            throw new MistakeException(place + ": \"" + cells.get(item)
                + "\" is not in this sample; give the --sample and --seed that it was made with, and"
                + " the archive as it was");
          }
          Optional<Boolean> answer = answer(cells.get(belongs), place);
          if (answer.isPresent()) {
            answers.put(cells.get(item), answer.get());
          }
        }
      }
    } catch (CsvParseException e) {
      throw new MistakeException("is no CSV file: " + e.getMessage());
    }
    return new Verdicts(sample, answers);
  }

  private static Optional<Boolean> answer(String cell, String place) throws MistakeException {
    String word = cell.strip().toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(is(word)
        .orElseThrow(() -> new MistakeException(
            place + ": \"" + cell + "\" is no answer; write yes or no, or nothing")));
  }

  /// What a word means; nothing where it is neither yes nor no.
  public static Optional<Boolean> is(String word) {
    return YES.contains(word)
        ? Optional.of(true)
        : NO.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
