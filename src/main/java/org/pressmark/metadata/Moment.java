package org.pressmark.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A day, with the time and the zone as far as somebody gave them.
record Moment(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> zone) {

  static Moment of(LocalDate day) {
    return new Moment(day, Optional.empty(), Optional.empty());
  }

  static Moment of(Instant instant) {
    var utc = instant.atOffset(ZoneOffset.UTC);
    return new Moment(
        utc.toLocalDate(), Optional.of(utc.toLocalTime()), Optional.of(ZoneOffset.UTC));
  }

  /// A day that exists, in a year in which there was news.
  static Optional<LocalDate> day(int year, int month, int day) {
    if (year < 1700 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException thirtiethOfFebruary) {
      return Optional.empty();
    }
  }

  /// Whether it was earlier: to the second where both say so, else by the day.
  boolean isBefore(Moment other) {
    Optional<Instant> here = instant();
    Optional<Instant> there = other.instant();
    return here.isPresent() && there.isPresent()
        ? here.get().isBefore(there.get())
        : day.isBefore(other.day);
  }

  private Optional<Instant> instant() {
    return time.flatMap(t -> zone.map(z -> day.atTime(t).toInstant(z)));
  }

  /// `2021-09-29`, `2021-09-29T08:15:00`, or `2021-09-29T08:15:00+02:00`.
  String iso() {
    StringBuilder iso = new StringBuilder(day.toString());
    time.ifPresent(t -> {
      iso.append('T').append(two(t.getHour())).append(':').append(two(t.getMinute()));
      iso.append(':').append(two(t.getSecond()));
      zone.ifPresent(iso::append);
    });
    return iso.toString();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
