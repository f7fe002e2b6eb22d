package org.pressmark.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Reads the value of `--since`.
final class Since {
  private Since() {}

  /// @param date `2024-10-01`, which begins at midnight UTC, or `2024-10-01T08:00:00Z`
  static Instant parse(String date, CommandSpec spec) {
    try {
      return date.length() > "2024-10-01".length()
          ? Instant.parse(date)
          : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--since: \"" + date + "\" is no date such as 2024-10-01 or 2024-10-01T08:00:00Z");
    }
  }
}
