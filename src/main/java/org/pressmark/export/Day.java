package org.pressmark.export;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as far as it is known: `2021`, `2021-09` or `2021-09-29`.
record Day(String year, Optional<String> month, Optional<String> day) {
  private static final Pattern ISO =
      Pattern.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?");
  private static final int LENGTH = "2021-09-29".length();

  /// What a date or a time in ISO 8601 begins with; nothing where it is something else.
  static Optional<Day> of(String date) {
    Matcher iso = ISO.matcher(date.substring(0, Math.min(LENGTH, date.length())));
    return iso.matches()
        ? Optional.of(new Day(
            iso.group(1), Optional.ofNullable(iso.group(2)), Optional.ofNullable(iso.group(3))))
        : Optional.empty();
  }

  /// From 1 to 12.
  OptionalInt monthNumber() {
    return month
        .map(digits -> OptionalInt.of(Integer.parseInt(digits)))
        .orElse(OptionalInt.empty());
  }

  /// `2021-09-29`
  @Override
  public String toString() {
    return year
        + month.map(digits -> "-" + digits).orElse("")
        + day.map(digits -> "-" + digits).orElse("");
  }

  /// `2021/09/29/`, with nothing between slashes for what is not known.
  String slashes() {
    return year + "/" + month.orElse("") + "/" + day.orElse("") + "/";
  }
}
