package org.pressmark.metadata;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The zone where a language is at home, for those that are spoken in one alone.
final class Home {
  private static final Map<String, ZoneId> ZONES = zones(Map.of(
      "Europe/Berlin", "de it nl da sv nb nn no pl cs sk hu sl hr sq mk",
      "Europe/Athens", "el fi uk bg ro et lv lt",
      "Asia/Tokyo", "ja ko",
      "Asia/Kolkata", "hi mr ta te gu kn ml pa",
      "Asia/Shanghai", "zh",
      "Asia/Bangkok", "th vi"));

  private Home() {}

  private static Map<String, ZoneId> zones(Map<String, String> languages) {
    Map<String, ZoneId> zones = new HashMap<>();
    languages.forEach((zone, spoken) -> {
      for (String language : spoken.split(" ", -1)) {
        zones.put(language, ZoneId.of(zone));
      }
    });
    return Map.copyOf(zones);
  }

  /// The day that began at a moment counted by Greenwich, where that is midnight to those who speak
  /// a language: `2021-09-28T22:00:00Z` is what a machine in Vienna makes of `29. 9. 2021`.
  static Optional<LocalDate> dayBegun(Moment moment, String language) {
    LocalTime time = moment.time().orElse(LocalTime.MIDNIGHT);
    ZoneId home = ZONES.get(LanguageReader.primary(language));
    if (home == null || time.getSecond() > 0 || time.equals(LocalTime.MIDNIGHT)) {
      return Optional.empty();
    }
    ZonedDateTime there =
        moment.day().atTime(time).atZone(ZoneOffset.UTC).withZoneSameInstant(home);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Optional.of(there.toLocalDate())
        : Optional.empty();
  }
}
