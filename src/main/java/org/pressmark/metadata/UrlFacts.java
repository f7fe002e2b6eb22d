package org.pressmark.metadata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;

/// What the document's address says: itself, and the day in its path, as in `/2021/09/29/storm`.
final class UrlFacts implements Witness {
  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.URL);
    evidence.page().capture().url().ifPresent(url -> said.add(Field.URL, url, "capture", .7));
    addresses(evidence)
        .forEach((place, url) ->
            day(url).ifPresent(day -> said.add(Field.DATE_PUBLISHED, day.toString(), place, .6)));
    return said.all();
  }

  private static Map<String, String> addresses(Evidence evidence) {
    Map<String, String> addresses = new LinkedHashMap<>();
    evidence.page().capture().url().ifPresent(url -> addresses.put("capture", url));
    Clippings clippings = evidence.clippings();
    clippings.link("canonical").ifPresent(url -> addresses.put("link[rel=canonical]", url));
    clippings.meta("og:url").ifPresent(url -> addresses.put("meta[property=og:url]", url));
    clippings.link("amphtml").ifPresent(url -> addresses.put("link[rel=amphtml]", url));
    return addresses;
  }

  /// The day in an address: `/2021/09/29/`, `/2021-09-29-storm`, `/20210929/`, `/2021/sep/29/`.
  static Optional<LocalDate> day(String url) {
    int path = url.indexOf('/', Math.max(0, url.indexOf("://") + 3));
    if (path < 0) {
      return Optional.empty();
    }
    List<String> parts = parts(url.substring(path));
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      Optional<LocalDate> day = Optional.empty();
      if (part.length() == 8 && isNumber(part)) {
        day = day(part.substring(0, 4), part.substring(4, 6), part.substring(6));
      } else if (part.length() == 4 && i + 2 < parts.size()) {
        day = day(part, parts.get(i + 1), parts.get(i + 2));
      }
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    boolean isYear = isNumber(year) && (year.startsWith("19") || year.startsWith("20"));
    if (!isYear || !isNumber(day) || day.length() > 2 || month.length() > 9) {
      return Optional.empty();
    }
    int number = isNumber(month) && month.length() <= 2
        ? Integer.parseInt(month)
        : Months.number(Months.fold(month), "en").orElse(0);
    return Moment.day(Integer.parseInt(year), number, Integer.parseInt(day));
  }

  /// Runs of letters and digits, as `/`, `-`, `_` and `.` part them.
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= path.length(); i++) {
      boolean isInside = i < path.length() && Character.isLetterOrDigit(path.charAt(i));
      if (isInside && start < 0) {
        start = i;
      } else if (!isInside && start >= 0) {
        parts.add(path.substring(start, i));
        start = -1;
      }
    }
    return parts;
  }

  private static boolean isNumber(String part) {
    for (int at = 0; at < part.length(); at++) {
      if (part.charAt(at) < '0' || part.charAt(at) > '9') {
        return false;
      }
    }
    return !part.isEmpty();
  }
}
