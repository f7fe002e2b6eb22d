package org.pressmark.metadata;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Days of calendars that count years in their own way: the Persian one, the Islamic one, and those
/// that count from an emperor or a republic.
final class Calendars {
  /// Years in which both the Persian and the Islamic calendar had a press of the Web.
  private static final int FIRST = 1350;
  private static final int LAST = 1470;
  private static final int FIRST_OF_REPUBLIC = 80;
  private static final int LAST_OF_REPUBLIC = 150;
  private static final int BEFORE_REPUBLIC = 1911;

  /// The day before the first day of the Persian calendar, counted from 1970.
  private static final int BEFORE_PERSIAN = -492_268;

  private static final Map<String, Integer> PERSIAN = Map.ofEntries(
      entry("فروردین", 1),
      entry("اردیبهشت", 2),
      entry("خرداد", 3),
      entry("تیر", 4),
      entry("مرداد", 5),
      entry("شهریور", 6),
      entry("مهر", 7),
      entry("آبان", 8),
      entry("آذر", 9),
      entry("دی", 10),
      entry("بهمن", 11),
      entry("اسفند", 12));
  private static final Map<String, Integer> ISLAMIC = Map.ofEntries(
      entry("محرم", 1),
      entry("صفر", 2),
      entry("ربيع الأول", 3),
      entry("ربيع الآخر", 4),
      entry("ربيع الثاني", 4),
      entry("جمادى الأولى", 5),
      entry("جمادى الآخرة", 6),
      entry("جمادى الثانية", 6),
      entry("رجب", 7),
      entry("شعبان", 8),
      entry("رمضان", 9),
      entry("شوال", 10),
      entry("ذو القعدة", 11),
      entry("ذي القعدة", 11),
      entry("ذو الحجة", 12),
      entry("ذي الحجة", 12));
  /// The year before the first one of each.
  private static final Map<String, Integer> ERAS = Map.of(
      "令和", 2018, "平成", 1988, "昭和", 1925, "大正", 1911, "民國", BEFORE_REPUBLIC, "民国", BEFORE_REPUBLIC);

  private Calendars() {}

  /// A month of the Persian or the Islamic calendar.
  record Month(boolean isPersian, int number) {
    /// Its day in our calendar; the month's beginning by the tables of Umm al-Qura, where the moon
    /// may have been seen a day later.
    Optional<LocalDate> day(int year, int day) {
      return isPersian ? persian(year, number, day) : islamic(year, number, day);
    }
  }

  /// @param name a word, or two with a space between
  static Optional<Month> month(String name) {
    Integer persian = PERSIAN.get(name.replace('ي', 'ی').replace('ك', 'ک'));
    if (persian != null) {
      return Optional.of(new Month(true, persian));
    }
    Integer islamic = ISLAMIC.get(name);
    return islamic == null ? Optional.empty() : Optional.of(new Month(false, islamic));
  }

  static boolean isYear(int year) {
    return year >= FIRST && year <= LAST;
  }

  /// A day all in numbers: `1400/11/02`, which Arabs and their neighbours count in different ways.
  static Optional<LocalDate> day(int year, int month, int day, String language) {
    return language.equals("ar") || language.equals("ur")
        ? islamic(year, month, day)
        : persian(year, month, day);
  }

  /// Leap years by the cycle of 33 years, which holds from 1244 to 1472.
  private static Optional<LocalDate> persian(int year, int month, int day) {
    int longest = month <= 6 ? 31 : 30;
    if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > longest) {
      return Optional.empty();
    }
    int before = month <= 6 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    long days = 365L * (year - 1) + (8L * year + 21) / 33 + before + day;
    return Optional.of(LocalDate.ofEpochDay(BEFORE_PERSIAN + days - 1));
  }

  private static Optional<LocalDate> islamic(int year, int month, int day) {
    try {
      return isYear(year)
          ? Optional.of(LocalDate.from(HijrahDate.of(year, month, day)))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /// The year before 年, where an era's name stands before it, or where three digits count from the
  /// founding of the Republic of China: `令和4年`, `民國111年`, `111年`.
  static OptionalInt year(String before, int year, int digits) {
    for (Map.Entry<String, Integer> era : ERAS.entrySet()) {
      if (before.endsWith(era.getKey())) {
        return OptionalInt.of(era.getValue() + year);
      }
    }
    boolean isOfRepublic = digits == 3 && year >= FIRST_OF_REPUBLIC && year <= LAST_OF_REPUBLIC;
    return isOfRepublic ? OptionalInt.of(BEFORE_REPUBLIC + year) : OptionalInt.empty();
  }
}
