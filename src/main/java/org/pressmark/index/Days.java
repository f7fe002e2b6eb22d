package org.pressmark.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days a date may mean, or other days in a row: `2021-09` is every day of September 2021,
/// `2021-09-29` is one.
///
/// Counted from 1970-01-01, which is 0.
public record Days(int first, int last) {
  /// Any day at all.
  public static final Days ALWAYS = new Days(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /// A year, a month or a day in ISO 8601, and nothing behind it.
  public static Optional<Days> of(String iso) {
    Matcher date = ISO.matcher(iso);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(date));
    } catch (DateTimeException e) {
      return Optional.empty(); // no such day: 2021-02-30
    }
  }

  private static Days of(Matcher date) {
    int year = Integer.parseInt(date.group(1));
    if (date.group(2) == null) {
      return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
    if (date.group(3) == null) {
      return new Days(month.atDay(1), month.atEndOfMonth());
    }
    LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
    return new Days(day, day);
  }

  /// The days that both have; nothing where they have none in common.
  public Optional<Days> and(Days other) {
    int from = Math.max(first, other.first);
    int to = Math.min(last, other.last);
    return from > to ? Optional.empty() : Optional.of(new Days(from, to));
  }

  private Days(LocalDate first, LocalDate last) {
    this(Math.toIntExact(first.toEpochDay()), Math.toIntExact(last.toEpochDay()));
  }
}
