package org.pressmark.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;

/// When a page's own image was uploaded: year and month in its path, a Unix time in its name, as
/// in `/uploads/2021/09/1632879190_ship.jpg`.
///
/// A month is given as `2021-09`: it decides nothing, but it speaks for a day.
final class ImagePathFacts implements Witness {
  private static final double TIME_AND_MONTH = .4;
  private static final double TIME_ALONE = .3;
  private static final double DAY = .38;
  private static final double MONTH = .1;
  /// A page's own image may have been made for another; it backs other dates up and gives none.
  private static final double OF_PAGE = .35;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.IMAGE_PATH);
    for (String image : salvaged(evidence)) {
      read(image, 1, said);
    }
    evidence.clippings().meta("og:image").ifPresent(image -> read(image, OF_PAGE, said));
    return said.all();
  }

  private static Set<String> salvaged(Evidence evidence) {
    Set<String> images = new LinkedHashSet<>();
    for (Candidate candidate : evidence.salvage()) {
      if (candidate.field() == Field.IMAGE) {
        images.addAll(candidate.values());
      }
    }
    return images;
  }

  private static void read(String image, double factor, Said said) {
    String path = withoutBlanks(image);
    Optional<LocalDate> day = UrlFacts.day(path.contains("://") ? path : "//" + path);
    Optional<YearMonth> month = month(path);
    Optional<Instant> time = time(path.substring(path.lastIndexOf('/') + 1));
    time.ifPresent(instant -> {
      boolean agrees =
          month.filter(YearMonth.from(instant.atZone(ZoneOffset.UTC))::equals).isPresent();
      said.add(
          Field.DATE_PUBLISHED,
          Moment.of(instant).iso(),
          "image name " + instant.getEpochSecond(),
          (agrees ? TIME_AND_MONTH : TIME_ALONE) * factor);
    });
    day.ifPresent(d -> said.add(Field.DATE_PUBLISHED, d.toString(), "image path", DAY * factor));
    month.ifPresent(
        m -> said.add(Field.DATE_PUBLISHED, m.toString(), "image path", MONTH * factor));
  }

  private static String withoutBlanks(String image) {
    StringBuilder path = new StringBuilder(image.length());
    for (int at = 0; at < image.length(); at++) {
      char c = image.charAt(at);
      if (c > ' ' && c != '\u00a0') {
        path.append(c);
      }
    }
    return path.toString();
  }

  /// `/2021/09/` in a path.
  private static Optional<YearMonth> month(String path) {
    String[] parts = path.split("/", -1);
    for (int i = 0; i + 1 < parts.length; i++) {
      boolean isMonth = parts[i].length() == 4
          && (parts[i].startsWith("19") || parts[i].startsWith("20"))
          && isNumber(parts[i])
          && isNumber(parts[i + 1])
          && parts[i + 1].length() <= 2;
      if (isMonth) {
        int month = Integer.parseInt(parts[i + 1]);
        return month >= 1 && month <= 12
            ? Optional.of(YearMonth.of(Integer.parseInt(parts[i]), month))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A run of ten digits that is a second between 2001 and 2033, or of thirteen a millisecond.
  private static Optional<Instant> time(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i < name.length() && isDigit(name.charAt(i))) {
        continue;
      }
      String digits = name.substring(start, i);
      if ((digits.length() == 10 || digits.length() == 13) && digits.startsWith("1")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(digits.substring(0, 10))));
      }
      start = i + 1;
    }
    return Optional.empty();
  }

  private static boolean isNumber(String part) {
    for (int at = 0; at < part.length(); at++) {
      if (!isDigit(part.charAt(at))) {
        return false;
      }
    }
    return !part.isEmpty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
