package org.pressmark.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// By what articles are counted.
public enum By {
  DAY,
  /// From Monday to Sunday, as ISO 8601 numbers them: `2021-W39`.
  WEEK,
  MONTH,
  YEAR,
  PUBLISHER,
  SECTION,
  AUTHOR,
  LANGUAGE,
  TYPE,
  /// What the article came in: a file of many documents, a folder of files, a host.
  SOURCE;

  public static Optional<By> named(String name) {
    return Arrays.stream(values())
        .filter(by -> by.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  public static String names() {
    return Arrays.stream(values()).map(By::toString).collect(Collectors.joining(", "));
  }

  public boolean isTime() {
    return switch (this) {
      case DAY, WEEK, MONTH, YEAR -> true;
      case PUBLISHER, SECTION, AUTHOR, LANGUAGE, TYPE, SOURCE -> false;
    };
  }

  /// The number of the stretch of time that a day lies in; that of 1970-01-01 is 0.
  int stretch(LocalDate day) {
    return Math.toIntExact(unit().between(floor(LocalDate.EPOCH), floor(day)));
  }

  /// The first day of a stretch of time.
  LocalDate start(int stretch) {
    return floor(LocalDate.EPOCH).plus(stretch, unit());
  }

  private LocalDate floor(LocalDate day) {
    return switch (this) {
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
      case DAY, PUBLISHER, SECTION, AUTHOR, LANGUAGE, TYPE, SOURCE -> day;
    };
  }

  private ChronoUnit unit() {
    return switch (this) {
      case WEEK -> ChronoUnit.WEEKS;
      case MONTH -> ChronoUnit.MONTHS;
      case YEAR -> ChronoUnit.YEARS;
      case DAY, PUBLISHER, SECTION, AUTHOR, LANGUAGE, TYPE, SOURCE -> ChronoUnit.DAYS;
    };
  }

  /// `2021-09-29`, `2021-W39`, `2021-09`, `2021`.
  String label(LocalDate first) {
    return switch (this) {
      case WEEK ->
        String.format(
            Locale.ROOT,
            "%04d-W%02d",
            first.get(IsoFields.WEEK_BASED_YEAR),
            first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> first.toString().substring(0, "2021-09".length());
      case YEAR -> first.toString().substring(0, "2021".length());
      case DAY, PUBLISHER, SECTION, AUTHOR, LANGUAGE, TYPE, SOURCE -> first.toString();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
