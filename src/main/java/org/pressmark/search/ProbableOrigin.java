package org.pressmark.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a family's story probably comes from. Probably: an agency's name may be missing, and a
/// date may be that of a later edition.
///
/// @param agency the news agency that most of the articles name, as they write it
/// @param naming how many name it
/// @param earliest the article with the earliest date
public record ProbableOrigin(Optional<String> agency, int naming, Optional<Imprint> earliest) {

  public static ProbableOrigin of(List<Imprint> family) {
    Map<String, Integer> naming = new TreeMap<>();
    Map<String, String> written = new TreeMap<>();
    for (Imprint imprint : family) {
      for (String agency : new LinkedHashSet<>(imprint.agencies())) {
        String folded = agency.toLowerCase(Locale.ROOT);
        naming.merge(folded, 1, Integer::sum);
        written.merge(folded, agency, (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    Optional<String> most = naming.keySet().stream()
        .max(Comparator.comparingInt((String name) -> naming.getOrDefault(name, 0))
            .thenComparing(Comparator.reverseOrder()));
    return new ProbableOrigin(
        most.map(written::get),
        most.map(name -> naming.getOrDefault(name, 0)).orElse(0),
        earliest(family));
  }

  private static Optional<Imprint> earliest(List<Imprint> family) {
    return family.stream()
        .filter(imprint -> latest(imprint).isPresent())
        .min(Comparator.comparing((Imprint imprint) -> latest(imprint).orElse(Instant.MAX))
            .thenComparing(Imprint::mark));
  }

  /// When an article was out for certain: of one with a day and no time, when the day was over. So
  /// it is not taken for earlier than one that says 8.15 of that day.
  private static Optional<Instant> latest(Imprint imprint) {
    return imprint.time().flatMap(ProbableOrigin::latest);
  }

  private static Optional<Instant> latest(String time) {
    try {
      return Optional.of(
          switch (time.length()) {
            case 4 -> end(LocalDate.of(Integer.parseInt(time), 12, 31));
            case 7 -> end(YearMonth.parse(time).atEndOfMonth());
            case 10 -> end(LocalDate.parse(time));
            default -> instant(time);
          });
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // a date that somebody wrote and nobody can read
    }
  }

  private static Instant end(LocalDate day) {
    return day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
  }

  private static Instant instant(String time) {
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }
  }
}
