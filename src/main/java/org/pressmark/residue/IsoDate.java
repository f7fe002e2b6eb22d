package org.pressmark.residue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Dates as JSON-LD has them, with or without what a translator made of their signs:
/// `2021 -09-29T08: 15: 00+02: 00`, `2021 – 09 – 29`.
final class IsoDate {
  private final String digits;
  private int at;

  private IsoDate(String value) {
    StringBuilder dense = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (!isGap(value.charAt(i))) {
        dense.append(value.charAt(i));
      }
    }
    this.digits = dense.toString();
  }

  private static boolean isGap(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u202f';
  }

  /// `2021-09-29`, `2021-09-29T08:15:00+02:00`; empty for anything that is not year, month, day in
  /// this order.
  static Optional<String> of(String value) {
    return value.length() > 60 ? Optional.empty() : new IsoDate(value).read();
  }

  private Optional<String> read() {
    int year = number(4);
    boolean parted = separator();
    int month = number(2);
    parted &= separator();
    int day = number(2);
    if (year < 1800 || !parted && digits.length() > 8 && digits.charAt(8) != 'T') {
      return Optional.empty();
    }
    String date;
    try {
      date = LocalDate.of(year, month, day).toString();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    if (at < digits.length() && "Tt,".indexOf(digits.charAt(at)) >= 0) {
      at++;
    }
    return Optional.of(date + time());
  }

  private String time() {
    int hour = number(2);
    skip(':');
    int minute = number(2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return "";
    }
    int second = 0;
    if (skip(':')) {
      second = number(2);
    }
    if (second < 0 || second > 59) {
      second = 0;
    }
    while (at < digits.length() && (digits.charAt(at) == '.' || isDigit(digits.charAt(at)))) {
      at++; // parts of a second
    }
    return "T" + two(hour) + ":" + two(minute) + ":" + two(second) + zone();
  }

  private String zone() {
    String rest = digits.substring(at);
    if (rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT")) {
      return "Z";
    }
    if (rest.isEmpty() || "+-−–".indexOf(rest.charAt(0)) < 0) {
      return "";
    }
    char sign = rest.charAt(0) == '+' ? '+' : '-';
    at++;
    int hours = number(2);
    skip(':');
    int minutes = Math.max(0, number(2));
    if (hours < 0 || hours > 18 || minutes > 59) {
      return "";
    }
    return hours == 0 && minutes == 0 ? "Z" : sign + two(hours) + ":" + two(minutes);
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean skip(char c) {
    if (at < digits.length() && digits.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean separator() {
    if (at < digits.length() && "-/.‐‑–—−".indexOf(digits.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  /// Up to so many digits; -1 where there is none.
  private int number(int most) {
    int from = at;
    int value = 0;
    while (at < digits.length() && at < from + most && isDigit(digits.charAt(at))) {
      value = value * 10 + (digits.charAt(at++) - '0');
    }
    return at == from ? -1 : value;
  }
}
