package org.pressmark.source.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pressmark.source.text.ControlSigns;

/// How a table of text is written: guessed from its first rows.
///
/// @param delimiter between two fields
/// @param quotes whether a field in quotes may have delimiters and line ends in it
/// @param escapes whether a quote inside a field in quotes is written `\"` rather than `""`
public record Dialect(char delimiter, boolean quotes, boolean escapes) {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int ROWS = 60;
  private static final int LONGEST_NAME = 64; // of a column

  /// The beginning of a file as one dialect has it.
  ///
  /// @param rows whole ones, the first of which may name the columns
  /// @param width how many fields most of them have
  /// @param agreeing how many of them have so many
  public record Reading(Dialect dialect, List<List<String>> rows, int width, int agreeing) {
    /// By rows of the same width; by fewer of them where the first one names a text.
    boolean isTable() {
      boolean namesText = first().size() > 1 && first().stream().anyMatch(RecordKey::isText);
      return width > 1 && agreeing * 10 >= rows.size() * (namesText ? 3 : 8);
    }

    public List<String> first() {
      return rows.getFirst();
    }

    long known() {
      return rows.getFirst().stream().filter(Dialect::isKnown).count();
    }

    /// Whether a row among broken ones is one of this table beyond doubt: by as many fields, and by
    /// numbers, dates and addresses where the others have them.
    boolean fits(List<String> row) {
      List<List<String>> others = rows.subList(1, rows.size());
      List<Integer> sharp = IntStream.range(0, width)
          .filter(column -> others.size() > 1
              && others.stream()
                          .filter(other -> column < other.size() && isSharp(other.get(column)))
                          .count()
                      * 10
                  >= others.size() * 7L)
          .boxed()
          .toList();
      return row.size() == width
          && !sharp.isEmpty()
          && sharp.stream().allMatch(column -> isSharp(row.get(column)));
    }

    private static boolean isSharp(String field) {
      long digits = field.chars().filter(sign -> sign >= '0' && sign <= '9').count();
      return field.startsWith("http")
          || (digits > 0 && digits * 2 >= field.strip().length());
    }

    /// Whether the first row names the columns: in words that we know, or in short ones that differ
    /// from each other and have neither numbers nor addresses among them.
    public boolean hasHeader() {
      return known() > 0
          || (rows.size() > 1
              && first().stream().allMatch(Dialect::isName)
              && new HashSet<>(first()).size() == first().size()
              && !rows.get(1).equals(first()));
    }
  }

  /// How this beginning of a file is written; empty where it is no table.
  ///
  /// @param head as ISO 8859-1, without a byte order mark
  /// @param isWhole whether the file ends where the head does
  /// @param isNamed whether the file is called a table
  public static Optional<Reading> of(String head, boolean isWhole, boolean isNamed) {
    int start = 0;
    while (start < head.length() && head.charAt(start) <= ' ') {
      start++;
    }
    if (start == head.length() || "<{[%".indexOf(head.charAt(start)) >= 0) {
      return Optional.empty();
    }
    Optional<Reading> table = isNamed ? named(head, isWhole) : unnamed(head, isWhole);
    return table.filter(sure -> !ControlSigns.abound(head));
  }

  private static Optional<Reading> named(String head, boolean isWhole) {
    Optional<Reading> table = best(head, isWhole);
    return table.isPresent()
        ? table
        : Optional.of(new Dialect(',', true, false).read(head, isWhole))
            .filter(single -> !single.rows.isEmpty() && single.width == 1)
            .filter(single -> RecordKey.isText(single.first().getFirst()));
  }

  /// A file without a name for it is a table only if its first line has two names that we know,
  /// one of them the text's, and all rows agree.
  private static Optional<Reading> unnamed(String head, boolean isWhole) {
    int end = head.indexOf('\n');
    if (end < 0 || end > 4096) {
      return Optional.empty();
    }
    boolean mayBe = Stream.of(head.substring(0, end).split("[,;\t|]", -1))
            .map(name -> name.replace("\"", ""))
            .filter(Dialect::isKnown)
            .count()
        > 1;
    return !mayBe
        ? Optional.empty()
        : best(head, isWhole)
            .filter(table -> table.rows.size() > 1
                && table.agreeing == table.rows.size()
                && table.known() > 1
                && table.first().stream().anyMatch(RecordKey::isText));
  }

  private static Optional<Reading> best(String head, boolean isWhole) {
    List<Reading> readings = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      if (head.indexOf(delimiter) >= 0) {
        Dialect quoting = new Dialect(delimiter, true, escapes(head));
        readings.add(quoting.read(head, isWhole));
        if (delimiter == '\t') {
          readings.add(new Dialect(delimiter, false, false).read(head, isWhole));
        }
      }
    }
    return readings.stream()
        .filter(reading -> !reading.rows.isEmpty())
        .filter(Reading::isTable)
        .max(Comparator.<Reading>comparingLong(Reading::known)
            .thenComparingInt(reading -> reading.agreeing * 100 / reading.rows.size())
            .thenComparingInt(Reading::agreeing)
            .thenComparingInt(Reading::width));
  }

  private static boolean escapes(String head) {
    int backslashes = 0;
    int pairs = 0;
    for (int at = head.indexOf('"', 1); at > 0; at = head.indexOf('"', at + 1)) {
      backslashes += head.charAt(at - 1) == '\\' ? 1 : 0;
      pairs += head.charAt(at - 1) == '"' ? 1 : 0;
    }
    return backslashes > 0 && backslashes > pairs / 4;
  }

  private Reading read(String head, boolean isWhole) {
    List<List<String>> rows = new ArrayList<>();
    int at = 0;
    boolean isSingle = false; // a quote was not closed: from there on a row is a line
    while (at < head.length() && rows.size() < ROWS) {
      FieldReader row = new FieldReader(this);
      int second = endOfLine(head, at);
      boolean belongs = row.feed(head.substring(at, second));
      at = second;
      while (belongs && row.isOpen() && !isSingle && at < head.length()) {
        int next = endOfLine(head, at);
        belongs = row.feed(head.substring(at, next));
        at = belongs ? next : at;
      }
      if (row.isOpen() && isWhole && !isSingle) {
        isSingle = belongs;
        at = belongs ? second : at;
      } else if (!row.isOpen() && !row.isBlank() && (at < head.length() || isWhole)) {
        rows.add(row.fields());
      }
    }
    return rated(rows);
  }

  private static int endOfLine(String head, int from) {
    int end = head.indexOf('\n', from);
    return end < 0 ? head.length() : end + 1;
  }

  private Reading rated(List<List<String>> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
    int header = rows.isEmpty() ? 0 : rows.getFirst().size();
    int width = counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue()
            .thenComparing(entry -> entry.getKey() == header ? 1 : 0)
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
    return new Reading(this, rows, width, counts.getOrDefault(width, 0));
  }

  private static boolean isKnown(String name) {
    String plain = RecordKey.plain(name);
    return RecordKey.isText(name) || KNOWN.contains(plain);
  }

  private static final Set<String> KNOWN =
      new HashSet<>(RecordKey.NAMES.values().stream().flatMap(List::stream).toList());

  private static boolean isName(String field) {
    String name = field.strip();
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.indexOf('\n') < 0
        && !name.contains("://")
        && !Character.isDigit(name.charAt(0))
        && ".!?".indexOf(name.charAt(name.length() - 1)) < 0;
  }
}
