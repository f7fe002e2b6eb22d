package org.pressmark.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.pressmark.metadata.DateWords.Kind;
import org.pressmark.metadata.DateWords.Word;

/// Finds dates in text: `2021-09-29T08:15:00+02:00`, `Wed, 29 Sep 2021`, `29. září 2021`,
/// `September 29, 2021`, `29.9.21`, `9/29/2021`, `2021年9月29日`, `٢٩ سبتمبر ٢٠٢١`.
///
/// @param language BCP 47: names months, and tells `9/3` in the United States from `9/3` elsewhere
record DateReader(String language) {
  private static final int WINDOW = 7;
  private static final String GLUE = ".-/";
  /// What may stand between a day, a month's name and a year.
  private static final Set<String> CONNECTORS = Set.copyOf(
      List.of(("de del of the st nd rd th er re den d m r g y a di do da al gada года року год "
              + "г р о ב l o nam ngay ngày năm ren η της в ten ja an ho e le pe en el ko aren "
              + "ean eko urte sana yil yili gadu ta ê թ ж оны сарын د ค ศ พ")
          .split(" ", -1)));
  /// What some languages hang on a month's name: `urtarrilaren`, `rêbendana`.
  private static final Map<String, List<String>> ENDINGS =
      Map.of("eu", List.of("ren"), "ku", List.of("a", "e"));

  /// A date in a text.
  ///
  /// @param end first offset behind it, time and zone included
  /// @param isSure false where day and month could be the other way round
  record Hit(int start, int end, Moment moment, boolean isSure) {}

  /// All dates in a short text, in order.
  List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    if (!hasDigit(text)) {
      return hits;
    }
    List<Word> words = DateWords.of(text);
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      Optional<Found> found = i < from ? Optional.empty() : at(words, i);
      // Two dates do not share a number.
      if (found.isPresent() && found.get().first() >= from) {
        Hit hit = hit(words, found.get());
        hits.add(hit);
        from = found.get().last() + 1;
      }
    }
    return hits;
  }

  static boolean hasDigit(String text) {
    return hasDigit(text, 0, text.length());
  }

  static boolean hasDigit(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (Character.isDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  /// The first date of a value that is meant to be one, such as an attribute's: also `20210929`
  /// and Unix times.
  Optional<Hit> read(String value) {
    String text = value.strip();
    Optional<Moment> bare = bare(text);
    if (bare.isPresent()) {
      return Optional.of(new Hit(0, text.length(), bare.get(), true));
    }
    return find(text).stream().findFirst();
  }

  /// Digits alone: a day of eight, seconds of ten, milliseconds of thirteen; a time of six behind
  /// the day.
  private static Optional<Moment> bare(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits < 8) {
      return Optional.empty();
    }
    boolean isOnlyDigits = digits == text.length();
    if (isOnlyDigits && text.length() == 10) {
      return plausible(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    if (isOnlyDigits && text.length() == 13) {
      return plausible(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    if (text.length() > 8 && Character.isDigit(text.charAt(8)) && text.length() != 14) {
      return Optional.empty();
    }
    return Moment.day(
            Integer.parseInt(text.substring(0, 4)),
            Integer.parseInt(text.substring(4, 6)),
            Integer.parseInt(text.substring(6, 8)))
        .map(Moment::of);
  }

  private static Optional<Moment> plausible(Instant instant) {
    // The Web's first decade was over before anybody's software wrote seconds into pages.
    return instant.isBefore(Instant.parse("1995-01-01T00:00:00Z"))
            || instant.isAfter(Instant.parse("2100-01-01T00:00:00Z"))
        ? Optional.empty()
        : Optional.of(Moment.of(instant));
  }

  private record Found(LocalDate day, int first, int last, boolean isSure) {}

  private Optional<Found> at(List<Word> words, int i) {
    Word word = words.get(i);
    return word.kind() == Kind.NUMBER
        ? numeric(words, i)
        : named(words, i).or(() -> otherCalendar(words, i));
  }

  /// `۲ تیر ۱۳۹۹`, `12 رمضان 1441`. The moon may have been seen a day later, so the latter is
  /// unsure.
  private static Optional<Found> otherCalendar(List<Word> words, int i) {
    Word word = words.get(i);
    char first = word.text().charAt(0);
    if (first < 'ء' || first > 'ۿ') {
      return Optional.empty();
    }
    boolean isName = i + 1 < words.size() && words.get(i + 1).kind() == Kind.LETTERS;
    Optional<Calendars.Month> two =
        isName ? Calendars.month(word.text() + " " + words.get(i + 1).text()) : Optional.empty();
    Optional<Calendars.Month> month = two.or(() -> Calendars.month(word.text()));
    if (month.isEmpty()) {
      return Optional.empty();
    }
    int day = numbersBefore(words, i)[0];
    int year = numbersAfter(words, two.isPresent() ? i + 1 : i)[0];
    if (day < 0 || year < 0 || !Calendars.isYear(words.get(year).number())) {
      return Optional.empty();
    }
    boolean isSure = month.get().isPersian();
    return month
        .get()
        .day(words.get(year).number(), words.get(day).number())
        .map(date -> new Found(date, day, year, isSure));
  }

  /// `2021-09-29`, `29.9.2021`, `9/29/21`, `2021年9月29日`.
  private Optional<Found> numeric(List<Word> words, int i) {
    if (i + 4 >= words.size()) {
      return Optional.empty();
    }
    Word first = words.get(i);
    Word second = words.get(i + 2);
    Word third = words.get(i + 4);
    String glue = words.get(i + 1).text();
    if (second.kind() != Kind.NUMBER || third.kind() != Kind.NUMBER) {
      return Optional.empty();
    }
    if (isEastAsian(glue, words.get(i + 3).text())) {
      int last = i + 5 < words.size() && words.get(i + 5).kind() == Kind.LETTERS ? i + 5 : i + 4;
      String before = i > 0 ? words.get(i - 1).text() : "";
      int year = Calendars.year(before, first.number(), first.digits()).orElse(year(first));
      return Moment.day(year, second.number(), third.number())
          .map(day -> new Found(day, i, last, true));
    }
    boolean isDate = glue.equals(words.get(i + 3).text())
        && (GLUE.contains(glue) || glue.equals("|") && third.digits() == 4)
        && second.digits() <= 2;
    if (!isDate) {
      return Optional.empty();
    }
    if (first.digits() == 4 && third.digits() <= 2 && Calendars.isYear(first.number())) {
      return Calendars.day(
              first.number(), second.number(), third.number(), LanguageReader.primary(language))
          .map(day -> new Found(day, i, i + 4, true));
    }
    if (first.digits() == 4 && third.digits() <= 2) {
      return Moment.day(year(first), second.number(), third.number())
          .map(day -> new Found(day, i, i + 4, true));
    }
    boolean isYearLast = first.digits() <= 2 && (third.digits() == 4 || third.digits() == 2);
    return isYearLast && isAlone(words, i)
        ? dayAndMonth(first.number(), second.number(), year(third), glue)
            .map(found -> new Found(found.day(), i, i + 4, found.isSure()))
        : Optional.empty();
  }

  /// Whether three numbers are not the middle of something longer, such as `192.168.1.10.20`.
  private static boolean isAlone(List<Word> words, int i) {
    String glue = words.get(i + 1).text();
    boolean goesOn = i + 6 < words.size()
        && words.get(i + 5).text().equals(glue)
        && words.get(i + 6).kind() == Kind.NUMBER
        && words.get(i + 6).start() == words.get(i + 5).end();
    boolean began =
        i >= 2 && words.get(i - 1).text().equals(glue) && words.get(i - 2).kind() == Kind.NUMBER;
    return !goesOn && !began;
  }

  private Optional<Found> dayAndMonth(int one, int two, int year, String glue) {
    Optional<LocalDate> dayFirst = Moment.day(year, two, one);
    Optional<LocalDate> monthFirst = Moment.day(year, one, two);
    boolean isMonthFirst = !glue.equals(".") && putsMonthFirst();
    Optional<LocalDate> day =
        isMonthFirst ? monthFirst.or(() -> dayFirst) : dayFirst.or(() -> monthFirst);
    boolean isSure = one == two || dayFirst.isEmpty() || monthFirst.isEmpty() || glue.equals(".");
    return day.map(d -> new Found(d, 0, 0, isSure));
  }

  private boolean putsMonthFirst() {
    return language.equals("en") || language.equals("en-US") || language.equals("fil");
  }

  private static boolean isEastAsian(String afterYear, String afterMonth) {
    return (afterYear.startsWith("年") && afterMonth.startsWith("月"))
        || (afterYear.startsWith("년") && afterMonth.startsWith("월"));
  }

  /// `29 September 2021`, `September 29th, 2021`, `2021 m. rugsėjo 29 d.`.
  private Optional<Found> named(List<Word> words, int i) {
    Optional<Span> found = name(words, i);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Span name = found.get();
    int[] before = numbersBefore(words, name.first());
    int[] after = numbersAfter(words, name.last());
    // 29 September 2021 · September 29, 2021 · 2021 m. rugsėjo 29 d. · 2021 September 29 · 29 Sep
    // 21
    return dated(words, name, before[0], after[0], 4)
        .or(() -> dated(words, name, after[0], after[1], 4))
        .or(() -> dated(words, name, before[0], before[1], 4))
        .or(() -> dated(words, name, before[1], before[0], 4))
        .or(() -> dated(words, name, after[0], before[0], 4))
        .or(() -> dated(words, name, before[0], after[0], 2));
  }

  /// A month's name, from word to word.
  private record Span(int first, int last, int month) {}

  private Optional<Found> dated(List<Word> words, Span name, int day, int year, int digits) {
    boolean isDated =
        day >= 0 && year >= 0 && words.get(day).digits() <= 2 && words.get(year).digits() == digits;
    if (!isDated) {
      return Optional.empty();
    }
    int first = Math.min(name.first(), Math.min(day, year));
    int last = Math.max(name.last(), Math.max(day, year));
    return Moment.day(year(words.get(year)), name.month(), words.get(day).number())
        .map(date -> new Found(date, first, last, true));
  }

  /// The month's name that begins at a word, or ends there where it is a number.
  private Optional<Span> name(List<Word> words, int i) {
    Word word = words.get(i);
    if (word.kind() != Kind.LETTERS) {
      return Optional.empty();
    }
    return switch (word.folded()) {
      case "thang", "thg" -> counted(words, i + 1, i, i + 1); // Vietnamese: tháng 9
      case "сарын" -> counted(words, i - 3, i - 3, i); // Mongolian: 9-р сарын
      default -> lettered(words, i);
    };
  }

  private static Optional<Span> counted(List<Word> words, int number, int first, int last) {
    boolean isMonth = number >= 0
        && number < words.size()
        && words.get(number).digits() >= 1
        && words.get(number).digits() <= 2
        && words.get(number).number() >= 1
        && words.get(number).number() <= 12;
    return isMonth
        ? Optional.of(new Span(first, last, words.get(number).number()))
        : Optional.empty();
  }

  private Optional<Span> lettered(List<Word> words, int i) {
    String name = words.get(i).folded();
    if (Months.opens(name)) {
      int second = isDot(words, i + 1) ? i + 2 : i + 1; // ม.ค.
      boolean isName = second < words.size() && words.get(second).kind() == Kind.LETTERS;
      OptionalInt month =
          isName ? month(name + " " + words.get(second).folded()) : OptionalInt.empty();
      if (month.isPresent()) {
        return Optional.of(new Span(i, second, month.getAsInt()));
      }
    }
    OptionalInt month = month(name);
    // The Levant and Egypt have names of their own: نيسان / أبريل.
    int other = i + 2;
    if (month.isPresent()
        && other < words.size()
        && words.get(i + 1).text().equals("/")
        && words.get(other).kind() == Kind.LETTERS
        && month.equals(month(words.get(other).folded()))) {
      return Optional.of(new Span(i, other, month.getAsInt()));
    }
    // Hebrew writes "in" at the word: בספטמבר.
    if (month.isEmpty() && name.startsWith("ב")) {
      month = Months.number(name.substring(1), language);
    }
    return month.isPresent() ? Optional.of(new Span(i, i, month.getAsInt())) : Optional.empty();
  }

  private static boolean isDot(List<Word> words, int i) {
    return i < words.size() && words.get(i).text().equals(".");
  }

  private OptionalInt month(String name) {
    OptionalInt month = Months.number(name, language);
    for (String ending : month.isEmpty() ? endings() : List.<String>of()) {
      if (month.isEmpty() && name.endsWith(ending)) {
        month = Months.number(name.substring(0, name.length() - ending.length()), language);
      }
    }
    return month;
  }

  private List<String> endings() {
    return ENDINGS.getOrDefault(language, List.of());
  }

  /// The two numbers before a month's name, the nearest first; -1 where there is none.
  private static int[] numbersBefore(List<Word> words, int month) {
    int[] numbers = {-1, -1};
    int count = 0;
    for (int i = month - 1; i >= 0 && i >= month - WINDOW && count < 2; i--) {
      if (words.get(i).kind() == Kind.NUMBER) {
        numbers[count++] = i;
      } else if (!isConnector(words.get(i))) {
        break;
      }
    }
    return numbers;
  }

  private static int[] numbersAfter(List<Word> words, int month) {
    int[] numbers = {-1, -1};
    int count = 0;
    for (int i = month + 1; i < words.size() && i <= month + WINDOW && count < 2; i++) {
      if (words.get(i).kind() == Kind.NUMBER) {
        numbers[count++] = i;
      } else if (!isConnector(words.get(i))) {
        break;
      }
    }
    return numbers;
  }

  private static boolean isConnector(Word word) {
    return switch (word.kind()) {
      case NUMBER -> false;
      case SIGN -> "., -–'’/ºª()،׳॰".contains(word.text());
      case LETTERS -> CONNECTORS.contains(Evidence.lower(word.text()));
    };
  }

  private int year(Word word) {
    int year = word.number();
    if (word.digits() == 2 && year > 43 && language.equals("th")) {
      return 2500 + year - 543;
    }
    if (word.digits() == 2) {
      return year < 70 ? 2000 + year : 1900 + year;
    }
    // The Buddhist calendar of Thailand.
    return year > 2400 && year < 2650 ? year - 543 : year;
  }

  private static Hit hit(List<Word> words, Found found) {
    Word first = words.get(found.first());
    Word last = words.get(found.last());
    ClockReader clock = new ClockReader(words, found.first(), found.last());
    return new Hit(
        first.start(),
        Math.max(last.end(), clock.end()),
        new Moment(found.day(), clock.time(), clock.zone()),
        found.isSure());
  }
}
