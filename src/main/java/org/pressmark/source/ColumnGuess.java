package org.pressmark.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.source.table.Column;
import org.pressmark.source.table.Columns;
import org.pressmark.source.text.Markup;

/// Guesses what the columns of a table are that have no names, from what stands in them: the
/// longest is the text, dates are the date, addresses the address, and short texts that differ the
/// title.
final class ColumnGuess {
  private static final int LEAST_TEXT = 100; // signs, on average
  private static final int LEAST_TITLE = 12;
  private static final int MOST_TITLE = 300;

  private final List<String> names;
  private final List<List<String>> rows;
  private final Map<Column, String> guessed = new EnumMap<>(Column.class);
  private final List<Integer> free = new ArrayList<>();

  private ColumnGuess(List<String> names, List<List<String>> rows, Columns told) {
    this.names = names;
    this.rows = rows;
    guessed.putAll(told.names());
    for (int i = 0; i < names.size(); i++) {
      if (!guessed.containsValue(names.get(i))) {
        free.add(i);
      }
    }
  }

  /// @param told comes first
  static Columns of(List<String> names, List<List<String>> rows, Columns told) {
    ColumnGuess guess = new ColumnGuess(names, rows, told);
    guess.guess();
    return new Columns(guess.guessed);
  }

  private void guess() {
    for (Integer column : List.copyOf(free)) {
      if (share(column, ColumnGuess::isAddress) > .8) {
        settle(Column.URL, column);
      } else if (share(column, ColumnGuess::isDate) > .8) {
        settle(Column.DATE, column);
      }
    }
    if (!guessed.containsKey(Column.TEXT) && !guessed.containsKey(Column.HTML)) {
      longest(LEAST_TEXT, Integer.MAX_VALUE)
          .ifPresent(column ->
              settle(share(column, Markup::isPage) > .5 ? Column.HTML : Column.TEXT, column));
    }
    longest(LEAST_TITLE, MOST_TITLE).ifPresent(column -> settle(Column.TITLE, column));
  }

  private void settle(Column meaning, int column) {
    if (guessed.putIfAbsent(meaning, names.get(column)) == null) {
      free.remove(Integer.valueOf(column));
    }
  }

  private Optional<Integer> longest(int least, int most) {
    Optional<Integer> longest = Optional.empty();
    double length = least;
    for (Integer column : free) {
      double average =
          fields(column).stream().mapToInt(String::length).average().orElse(0);
      if (average >= length && average <= most) {
        longest = Optional.of(column);
        length = average;
      }
    }
    return longest;
  }

  private List<String> fields(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .map(row -> row.get(column))
        .filter(field -> !field.isBlank())
        .toList();
  }

  private double share(int column, java.util.function.Predicate<String> is) {
    List<String> fields = fields(column);
    return fields.isEmpty() ? 0 : (double) fields.stream().filter(is).count() / fields.size();
  }

  private static boolean isAddress(String field) {
    return field.startsWith("https://") || field.startsWith("http://");
  }

  /// `2021-09-29`, with or without a time; `29.9.2021`, `9/29/2021`; Unix times.
  private static boolean isDate(String field) {
    String text = Value.time(field.strip());
    int digits = 0;
    int signs = 0;
    for (int i = 0; i < Math.min(10, text.length()); i++) {
      char sign = text.charAt(i);
      digits += sign >= '0' && sign <= '9' ? 1 : 0;
      signs += sign == '-' || sign == '/' || sign == '.' ? 1 : 0;
    }
    return text.length() >= 8 && text.length() <= 35 && digits >= 5 && signs == 2;
  }
}
