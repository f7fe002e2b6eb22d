package org.pressmark.residue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What addresses tell: who wrote, from the author's own page; when, from the path and the name of
/// an image.
final class Address {
  /// Parts of a path that stand before an author's name.
  private static final Set<String> AUTHOR_FOLDERS = Set.of(
      "author",
      "authors",
      "autor",
      "autores",
      "autoren",
      "auteur",
      "auteurs",
      "autore",
      "autori",
      "writer",
      "writers",
      "contributor",
      "contributors",
      "profile",
      "profiles",
      "people",
      "person",
      "by",
      "staff",
      "team",
      "redaktion",
      "user",
      "users",
      "journalist",
      "journalistes",
      "firma",
      "firmas",
      "reporter",
      "reporters",
      "columnist",
      "columnists",
      "yazar",
      "yazarlar",
      "bio");

  private Address() {}

  /// Without the white space that a translator pushed in.
  static String tidy(String url) {
    StringBuilder dense = new StringBuilder(url.length());
    for (int at = 0; at < url.length(); at++) {
      char c = url.charAt(at);
      if (c > ' ' && c != '\u00a0') {
        dense.append(c);
      }
    }
    return dense.length() == url.length() ? url : dense.toString();
  }

  /// `https://example.org/author/ursula-curtis/` gives `ursula-curtis`.
  static Optional<String> authorSlug(String url) {
    List<String> path = path(tidy(url));
    for (int i = path.size() - 1; i > 0; i--) {
      String slug = path.get(i);
      if (AUTHOR_FOLDERS.contains(path.get(i - 1).toLowerCase(Locale.ROOT)) && hasLetter(slug)) {
        int dot = slug.indexOf('.');
        return Optional.of(dot > 0 ? slug.substring(0, dot) : slug);
      }
    }
    return Optional.empty();
  }

  /// The day an image was uploaded: `/2021/09/1632879190_ship.jpg` gives `2021-09-29`, where the
  /// Unix time in the name falls into the month of the path; `/2021/09/29/` gives it too.
  static Optional<String> day(String url) {
    List<String> path = path(tidy(url));
    for (int i = 0; i + 1 < path.size(); i++) {
      if (isYear(path.get(i)) && isNumber(path.get(i + 1), 12)) {
        int year = Integer.parseInt(path.get(i));
        int month = Integer.parseInt(path.get(i + 1));
        if (i + 2 < path.size() - 1 && isNumber(path.get(i + 2), 31)) {
          return dayOf(year, month, Integer.parseInt(path.get(i + 2)));
        }
        return unixTime(path.getLast())
            .filter(day -> isIn(day, year, month))
            .map(LocalDate::toString);
      }
    }
    return unixTime(path.isEmpty() ? "" : path.getLast()).map(LocalDate::toString);
  }

  private static boolean isIn(LocalDate day, int year, int month) {
    return day.getYear() == year && day.getMonthValue() == month;
  }

  private static Optional<String> dayOf(int year, int month, int day) {
    return day <= LocalDate.of(year, month, 1).lengthOfMonth()
        ? Optional.of(LocalDate.of(year, month, day).toString())
        : Optional.empty();
  }

  /// Seconds since 1970 at the beginning of a file's name: ten digits, from 2001 to 2033.
  private static Optional<LocalDate> unixTime(String name) {
    int digits = 0;
    while (digits < name.length() && isDigit(name.charAt(digits))) {
      digits++;
    }
    if (digits != 10 || name.charAt(0) != '1' || digits == name.length()) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(name.substring(0, digits)))
        .atZone(ZoneOffset.UTC)
        .toLocalDate());
  }

  private static boolean isYear(String part) {
    return part.length() == 4
        && (part.startsWith("19") || part.startsWith("20"))
        && isNumber(part, 2099);
  }

  private static boolean isNumber(String part, int most) {
    return !part.isEmpty()
        && part.length() <= 4
        && isDigits(part)
        && Integer.parseInt(part) >= 1
        && Integer.parseInt(part) <= most;
  }

  private static boolean isDigits(String part) {
    for (int at = 0; at < part.length(); at++) {
      if (!isDigit(part.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean hasLetter(String part) {
    for (int at = 0; at < part.length(); at++) {
      if (Character.isLetter(part.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  /// The parts between slashes; the host is one of them, if there is one.
  private static List<String> path(String url) {
    int stop = url.length();
    for (char c : new char[] {'?', '#'}) {
      int found = url.indexOf(c);
      stop = found >= 0 ? Math.min(stop, found) : stop;
    }
    List<String> parts = new ArrayList<>();
    for (String part : url.substring(0, stop).split("/", -1)) {
      if (!part.isEmpty() && !part.endsWith(":")) {
        parts.add(part);
      }
    }
    return parts;
  }
}
