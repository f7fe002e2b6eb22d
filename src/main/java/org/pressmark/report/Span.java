package org.pressmark.report;

import java.time.LocalDate;
import java.util.List;

/// A stretch of time in fields of a month or, where it is long, of a year.
///
/// @param first the number of the first field's month since the year 0
/// @param months in a field, 1 or 12
record Span(int first, int fields, int months) {
  private static final int MAX_MONTHS = 240;

  static Span of(List<Outlet> outlets) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (Outlet outlet : outlets) {
      first = Math.min(first, outlet.first().map(Span::month).orElse(first));
      last = Math.max(last, outlet.last().map(Span::month).orElse(last));
    }
    if (last < first) {
      return new Span(0, 1, 1);
    }
    if (last - first < MAX_MONTHS) {
      return new Span(first, last - first + 1, 1);
    }
    return new Span(first / 12 * 12, last / 12 - first / 12 + 1, 12);
  }

  private static int month(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  private int field(LocalDate day) {
    return (month(day) - first) / months;
  }

  int[] counts(Outlet outlet) {
    int[] counts = new int[fields];
    outlet.days().forEach((day, count) -> counts[field(LocalDate.ofEpochDay(day))] += count);
    return counts;
  }

  boolean isInside(Outlet outlet, int field) {
    return outlet.first().isPresent()
        && field > field(outlet.first().get())
        && field < field(outlet.last().orElseThrow());
  }

  int year(int field) {
    return (first + field * months) / 12;
  }

  /// `2024-10` or `2024`
  String name(int field) {
    int month = (first + field * months) % 12 + 1;
    return months == 12
        ? Integer.toString(year(field))
        : year(field) + (month < 10 ? "-0" : "-") + month;
  }

  /// Whether the year stands above it: not more often than there is room.
  boolean isLabelled(int field) {
    int every = Math.max(1, fields * months / 12 / 12 + 1);
    boolean hasRoom = field <= fields - fields / 20;
    boolean isYear = hasRoom && months == 12 || hasRoom && (first + field) % 12 == 0;
    return field == 0 && fields * months < 12 || isYear && year(field) % every == 0;
  }
}
