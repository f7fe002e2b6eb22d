package org.pressmark.metadata;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;

/// Judges when an article was published, and when it was changed.
final class Dates {
  private static final LocalDate FIRST_NEWS_SITE = LocalDate.of(1990, 1, 1);

  private final Evidence evidence;
  private final DateReader reader;

  Dates(Evidence evidence) {
    this.evidence = evidence;
    this.reader = new DateReader(evidence.language());
  }

  List<Opinion> opinions(List<Candidate> candidates) {
    List<Opinion> opinions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<Moment> moment =
          reader.read(candidate.values().getFirst()).map(DateReader.Hit::moment);
      if (moment.isEmpty()) {
        opinions.add(new Opinion(candidate, List.of(), candidate.values().getFirst(), 0));
      } else {
        opinions.add(Opinion.of(
            candidate,
            List.of(value(candidate, moment.get())),
            moment.get().day().toString(),
            plausibility(candidate, moment.get().day())));
      }
    }
    return opinions;
  }

  /// With its time only where the zone is known, and where it is more than an image's.
  private static String value(Candidate candidate, Moment moment) {
    return moment.zone().isPresent() && candidate.source() != Source.IMAGE_PATH
        ? moment.iso()
        : moment.day().toString();
  }

  private double plausibility(Candidate candidate, LocalDate day) {
    boolean isFuture = evidence
        .page()
        .capture()
        .time()
        .map(time -> time.atZone(ZoneOffset.UTC).toLocalDate().plusDays(2))
        .filter(day::isAfter)
        .isPresent();
    boolean isTooOld = day.isBefore(FIRST_NEWS_SITE) && candidate.source() != Source.RECORD;
    return isFuture || isTooOld ? .2 : 1;
  }
}
