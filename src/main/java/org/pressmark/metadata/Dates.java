package org.pressmark.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Capture;

/// Judges when an article was published, and when it was changed.
final class Dates {
  private static final LocalDate FIRST_NEWS_SITE = LocalDate.of(1990, 1, 1);
  private static final double IMPLAUSIBLE = .2;

  /// Places that give the day as the newsroom's own calendar had it.
  private static final Set<Source> LOCAL =
      Set.of(Source.URL, Source.MARKUP, Source.DATELINE, Source.META);
  // Zones reach from UTC-12 to UTC+14; newsrooms hardly beyond these.
  private static final LocalTime LATEST_FOR_DAY_BEFORE = LocalTime.of(11, 0);
  private static final LocalTime EARLIEST_FOR_DAY_AFTER = LocalTime.of(11, 0);

  private final Evidence evidence;
  private final DateReader reader;

  Dates(Evidence evidence) {
    this.evidence = evidence;
    this.reader = new DateReader(evidence.language());
  }

  /// A candidate that could be read.
  private record Dated(Candidate candidate, Moment moment) {
    LocalDate day() {
      return moment.day();
    }

    /// Whether it counts days by Greenwich, which may not be where the newsroom is.
    boolean isUtc() {
      return moment.time().isPresent()
          && moment.zone().filter(ZoneOffset.UTC::equals).isPresent();
    }
  }

  List<Opinion> opinions(List<Candidate> candidates) {
    List<Dated> dated = new ArrayList<>();
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String given = candidate.values().getFirst();
      reader
          .read(given)
          .map(DateReader.Hit::moment)
          .ifPresentOrElse(
              moment -> dated.add(new Dated(candidate, moment)),
              () -> opinions.add(new Opinion(candidate, List.of(), given, 0)));
    }
    for (Dated date : dated) {
      Optional<LocalDate> local = localDay(date, dated);
      String value = local.map(LocalDate::toString).orElseGet(() -> value(date));
      String key = local.orElse(date.day()).toString();
      opinions.add(Opinion.of(date.candidate(), List.of(value), key, plausibility(date)));
    }
    return opinions;
  }

  /// The day before or behind one that is counted by Greenwich, where the page's address or its
  /// dateline say so: 3 in the morning there is the evening before in New York.
  private static Optional<LocalDate> localDay(Dated date, List<Dated> all) {
    if (!date.isUtc() || date.candidate().source() == Source.IMAGE_PATH) {
      return Optional.empty();
    }
    boolean isConfirmed =
        all.stream().anyMatch(o -> speaksLocally(o) && o.day().equals(date.day()));
    return isConfirmed
        ? Optional.empty()
        : all.stream()
            .filter(other -> speaksLocally(other) || isSameClock(date, other))
            .map(Dated::day)
            .filter(day -> isSameMoment(date, day))
            .findFirst();
  }

  /// Whether a time of day without a zone is the same moment in another one, the day before or
  /// after: `22:41` and `02:41Z`.
  private static boolean isSameClock(Dated utc, Dated local) {
    LocalTime there = utc.moment().time().orElse(LocalTime.MIDNIGHT);
    LocalTime here = local.moment().time().orElse(LocalTime.MIDNIGHT);
    // Every other time is on the full hour.
    return !local.isUtc()
        && here.getMinute() > 0
        && here.getMinute() == there.getMinute()
        && here.getHour() != there.getHour();
  }

  private static boolean speaksLocally(Dated date) {
    return LOCAL.contains(date.candidate().source())
        && date.candidate().confidence() >= Judge.GOOD
        && !date.isUtc();
  }

  private static boolean isSameMoment(Dated date, LocalDate day) {
    LocalTime time = date.moment().time().orElse(LocalTime.MIDNIGHT);
    return (day.equals(date.day().minusDays(1)) && time.isBefore(LATEST_FOR_DAY_BEFORE))
        || (day.equals(date.day().plusDays(1)) && time.isAfter(EARLIEST_FOR_DAY_AFTER));
  }

  /// With its time only where the zone is known, and where it is more than an image's.
  private static String value(Dated date) {
    return date.moment().zone().isPresent() && date.candidate().source() != Source.IMAGE_PATH
        ? date.moment().iso()
        : date.day().toString();
  }

  private double plausibility(Dated date) {
    Capture capture = evidence.page().capture();
    // The time of a file says only when somebody copied it.
    Optional<Instant> retrieved = capture.url().isPresent() ? capture.time() : Optional.empty();
    boolean isFuture = retrieved
        .map(time -> time.atZone(ZoneOffset.UTC).toLocalDate().plusDays(2))
        .filter(date.day()::isAfter)
        .isPresent();
    boolean isTooOld = date.day().isBefore(FIRST_NEWS_SITE)
        && date.candidate().source() != Source.RECORD
        && date.candidate().source() != Source.URL;
    return isFuture || isTooOld ? IMPLAUSIBLE : 1;
  }
}
