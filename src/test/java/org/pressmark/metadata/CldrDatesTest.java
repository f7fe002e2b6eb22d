package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads back what this JDK writes by the patterns of Unicode CLDR: `Sonntag, 9. Mai 2021`,
/// `9. Mai 2021`, `09.05.2021`.
class CldrDatesTest {
  private static final List<FormatStyle> STYLES =
      List.of(FormatStyle.FULL, FormatStyle.LONG, FormatStyle.MEDIUM);

  /// Digits that a language has beside the Latin ones, as CLDR names them.
  private static final Map<String, String> DIGITS = Map.ofEntries(
      Map.entry("ar", "arab"),
      Map.entry("as", "beng"),
      Map.entry("bn", "beng"),
      Map.entry("fa", "arabext"),
      Map.entry("gu", "gujr"),
      Map.entry("hi", "deva"),
      Map.entry("km", "khmr"),
      Map.entry("kn", "knda"),
      Map.entry("lo", "laoo"),
      Map.entry("ml", "mlym"),
      Map.entry("mr", "deva"),
      Map.entry("my", "mymr"),
      Map.entry("ne", "deva"),
      Map.entry("or", "orya"),
      Map.entry("pa", "guru"),
      Map.entry("ps", "arabext"),
      Map.entry("sd", "arab"),
      Map.entry("ta", "tamldec"),
      Map.entry("te", "telu"),
      Map.entry("th", "thai"),
      Map.entry("ur", "arabext"));

  /// The languages that we know the months of, and those that count them.
  static Stream<String> languages() throws IOException {
    try (InputStream table = Months.class.getResourceAsStream("months.tsv")) {
      byte[] bytes = Objects.requireNonNull(table, "months.tsv").readAllBytes();
      String lines = new String(bytes, StandardCharsets.UTF_8);
      List<String> named = lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('\t')))
          .toList();
      return Stream.concat(named.stream(), Stream.of("ja", "ko", "vi", "zh"));
    }
  }

  @Test
  void knowsMoreThanSixtyLanguages() throws IOException {
    assertTrue(languages().count() > 90);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void readsWhatALanguagesOwnPatternsWrite(String language) {
    List<String> misread = new ArrayList<>();
    for (FormatStyle style : STYLES) {
      // Yoruba has `9 05 2021`, which is as likely a telephone's number.
      if (!(language.equals("yo") && style == FormatStyle.MEDIUM)) {
        read(language, formatter(style, language), misread);
        read(language, formatter(style, language + "-u-nu-" + digits(language)), misread);
      }
    }
    assertEquals(List.of(), misread);
  }

  @Test
  void readsTheYearsOfTheBuddhistCalendar() {
    List<String> misread = new ArrayList<>();
    for (FormatStyle style : STYLES) {
      for (String digits : List.of("latn", "thai")) {
        DateTimeFormatter formatter = formatter(style, "th-u-nu-" + digits);
        read("th", formatter.withChronology(ThaiBuddhistChronology.INSTANCE), misread);
      }
    }
    assertEquals(List.of(), misread);
  }

  private static String digits(String language) {
    return DIGITS.getOrDefault(language, "latn");
  }

  private static DateTimeFormatter formatter(FormatStyle style, String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        style, null, IsoChronology.INSTANCE, locale);
    return DateTimeFormatter.ofPattern(pattern, locale).withDecimalStyle(DecimalStyle.of(locale));
  }

  /// A day of every month and one early in it, when day and month could be swapped.
  private static void read(String language, DateTimeFormatter formatter, List<String> misread) {
    for (int month = 1; month <= 12; month++) {
      for (int day : List.of(1, 9, 13, 28)) {
        LocalDate date = LocalDate.of(2021, month, day);
        String written = formatter.format(date);
        List<LocalDate> days = new DateReader(language)
            .find(written).stream().map(hit -> hit.moment().day()).toList();
        if (!days.equals(List.of(date))) {
          misread.add(written + " as " + days);
        }
      }
    }
  }
}
