package org.pressmark.metadata;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Capture;

/// Judges when an article was published, and when it was changed.
final class Dates {
  private static final LocalDate FIRST_NEWS_SITE = LocalDate.of(1990, 1, 1);
  private static final double IMPLAUSIBLE = .2;
  private static final double OF_SITE = .5;
  /// So little that a month is never given for a day.
  private static final double OF_MONTH = .1;

  /// Places that give the day as the newsroom's own calendar had it.
  private static final Set<Source> LOCAL =
      Set.of(Source.URL, Source.MARKUP, Source.DATELINE, Source.META);
  // Zones reach from UTC-12 to UTC+14; newsrooms hardly beyond these.
  private static final LocalTime LATEST_FOR_DAY_BEFORE = LocalTime.of(11, 0);
  private static final LocalTime EARLIEST_FOR_DAY_AFTER = LocalTime.of(11, 0);

  /// The press begins with Gutenberg's.
  private static final int FIRST_PRESS = 1450;
  private static final String BEFORE_PRESS = "was before there was a press";
  /// No page that anybody has saved says anything of the next century.
  private static final LocalDate NEXT_CENTURY = LocalDate.of(2100, 1, 1);
  /// The second 0 of most computers' clocks, in the east of Greenwich and in the west of it.
  private static final Set<LocalDate> EPOCH =
      Set.of(LocalDate.of(1970, 1, 1), LocalDate.of(1969, 12, 31));
  // A page may be dated by a clock that is ahead of the one that saved it, and by a zone.
  private static final int DAYS_AHEAD = 2;

  private final Evidence evidence;
  private final Optional<Year> founded; // the outlet, where the page says so
  private final List<Dated> dated = new ArrayList<>();
  private final List<Candidate> months = new ArrayList<>(); // those that name no day
  private final Map<Candidate, String> refusals = new LinkedHashMap<>();
  private final Map<String, Moment> changes = new HashMap<>(); // the last, by JSON-LD script
  private final Set<LocalDate> shownChanges = new HashSet<>();

  /// @param candidates of one field
  /// @param changes what is said of changes, where the field is the publication
  Dates(Evidence evidence, List<Candidate> candidates, List<Candidate> changes) {
    this.evidence = evidence;
    this.founded =
        candidates.isEmpty() ? Optional.empty() : evidence.clippings().founded();
    DateReader reader = new DateReader(evidence.language());
    for (Candidate candidate : candidates) {
      String given = candidate.values().getFirst();
      if (isMonth(given)) {
        months.add(candidate);
        continue;
      }
      Optional<Moment> moment = reader.read(given).map(DateReader.Hit::moment);
      Optional<String> refusal = moment.isEmpty()
          ? Optional.of(isBeforePress(given) ? BEFORE_PRESS : "is no date")
          : refusal(candidate, moment.get().day());
      refusal.ifPresentOrElse(
          why -> refusals.put(candidate, why),
          () -> moment.ifPresent(m -> dated.add(new Dated(candidate, m))));
    }
    for (Candidate change : changes) {
      if (change.source() == Source.JSON_LD) {
        reader
            .read(change.values().getFirst())
            .ifPresent(hit -> this.changes.merge(
                script(change), hit.moment(), (one, other) -> one.isBefore(other) ? other : one));
      } else if (change.source() == Source.DATELINE) {
        reader
            .read(change.values().getFirst())
            .ifPresent(hit -> shownChanges.add(hit.moment().day()));
      }
    }
  }

  /// `json-ld[1]` of `json-ld[1]/datePublished`.
  private static String script(Candidate candidate) {
    int slash = candidate.place().indexOf('/');
    return slash < 0 ? candidate.place() : candidate.place().substring(0, slash);
  }

  /// `2021-09`
  private static boolean isMonth(String given) {
    boolean isMonth = given.length() == "2021-09".length() && given.charAt(4) == '-';
    for (int at = 0; isMonth && at < given.length(); at++) {
      isMonth = at == 4 || given.charAt(at) >= '0' && given.charAt(at) <= '9';
    }
    return isMonth;
  }

  /// `0001-01-01` is the first day that some programs can count from.
  private static boolean isBeforePress(String given) {
    return given.length() >= 4
        && given.chars().limit(4).allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(given.substring(0, 4)) < FIRST_PRESS;
  }

  /// Why a day cannot be the one, in words that follow those who give it.
  private Optional<String> refusal(Candidate candidate, LocalDate day) {
    boolean isOfOutlet = candidate.source() == Source.URL || candidate.source() == Source.DATELINE;
    if (EPOCH.contains(day) && !isOfOutlet) {
      return Optional.of("is where a computer's clock begins, given where no date is known");
    }
    if (day.getYear() < FIRST_PRESS) {
      return Optional.of(BEFORE_PRESS);
    }
    Optional<LocalDate> saved = saved();
    if (saved.filter(last -> day.isAfter(last.plusDays(DAYS_AHEAD))).isPresent()) {
      return Optional.of("is later than the day the page was saved, " + saved.get());
    }
    if (!day.isBefore(NEXT_CENTURY)) {
      return Optional.of("is in a century to come");
    }
    if (founded.filter(year -> day.getYear() < year.getValue()).isPresent()) {
      return Optional.of("was before its outlet was founded, " + founded.get());
    }
    return Optional.empty();
  }

  /// The day the page was fetched. The time of a file says only when somebody copied it, and where
  /// an archive was unpacked without its times, 1970 or 1980: nobody saved a page of the web then.
  private Optional<LocalDate> saved() {
    Capture capture = evidence.page().capture();
    return capture.url().isPresent()
        ? capture
            .time()
            .map(time -> time.atZone(ZoneOffset.UTC).toLocalDate())
            .filter(day -> !day.isBefore(FIRST_NEWS_SITE))
        : Optional.empty();
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

  /// What is to be thought of those that may be true.
  List<Opinion> opinions() {
    List<Opinion> opinions = new ArrayList<>();
    for (Dated date : dated) {
      Optional<LocalDate> local = localDay(date, dated);
      String value = local.map(LocalDate::toString).orElseGet(() -> value(date));
      String key = local.orElse(date.day()).toString();
      opinions.add(Opinion.of(date.candidate(), List.of(value), key, plausibility(date)));
    }
    for (Candidate month : months) {
      opinions.add(Opinion.of(month, month.values(), dayIn(month, opinions), OF_MONTH));
    }
    return opinions;
  }

  /// The likeliest day of a month, which the month speaks for; the month itself where none is said.
  private static String dayIn(Candidate month, List<Opinion> opinions) {
    String day = month.values().getFirst();
    double most = 0;
    for (Opinion opinion : opinions) {
      if (opinion.weight() > most && opinion.key().startsWith(month.values().getFirst() + "-")) {
        day = opinion.key();
        most = opinion.weight();
      }
    }
    return day;
  }

  /// Those that cannot be true, and why.
  Map<Candidate, String> refusals() {
    return refusals;
  }

  /// The day before or behind one that is counted by Greenwich, where the page's address or its
  /// dateline say so: 3 in the morning there is the evening before in New York.
  private Optional<LocalDate> localDay(Dated date, List<Dated> all) {
    if (!date.isUtc() || date.candidate().source() == Source.IMAGE_PATH) {
      return Optional.empty();
    }
    Optional<LocalDate> begun = Home.dayBegun(date.moment(), evidence.language());
    if (begun.isPresent()) {
      return begun;
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

  /// Whether the same data say that it was changed before it was published. Then a story was
  /// published later than it was written, or the whole site was: the page shows which.
  private boolean isBehindItsChange(Dated date) {
    Moment change =
        date.candidate().source() == Source.JSON_LD ? changes.get(script(date.candidate())) : null;
    return change != null && change.isBefore(date.moment());
  }

  /// Whether a tag that does not say what its day is has the one on which the page says that it was
  /// changed, while it says of an earlier one that it appeared then.
  private boolean isOfChange(Dated date) {
    boolean isVague = date.candidate().source() == Source.META
        && date.candidate().confidence() == MetaFacts.OF_SOME_DATE
        && shownChanges.contains(date.day());
    return isVague
        && dated.stream()
            .anyMatch(other -> other.candidate().source() == Source.DATELINE
                && other.candidate().confidence() >= DatelineFacts.OF_NEAR
                && other.day().isBefore(date.day()));
  }

  /// Pages of the web are younger than the web, unless somebody put an older text there.
  private double plausibility(Dated date) {
    if (isBehindItsChange(date) || isOfChange(date)) {
      return OF_SITE;
    }
    boolean isTooOld = date.day().isBefore(FIRST_NEWS_SITE)
        && date.candidate().source() != Source.RECORD
        && date.candidate().source() != Source.URL;
    return isTooOld ? IMPLAUSIBLE : 1;
  }
}
