package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {
  private static List<String> dates(String text, String language) {
    return new DateReader(language)
        .find(text).stream().map(hit -> hit.moment().iso()).toList();
  }

  private static String first(String text, String language) {
    return dates(text, language).stream().findFirst().orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Published 29 September 2021 at 8:15 am | 2021-09-29T08:15:00",
        "en | September 29th, 2021 | 2021-09-29",
        "en | Sept. 29, 2021, 8:15 p.m. EDT | 2021-09-29T20:15:00-04:00",
        "en | 10:15 AM, Sep 29, 2021 | 2021-09-29",
        "en | 12:05 a.m. on 29 Sep 2021 | 2021-09-29",
        "de | Mittwoch, 29. September 2021, 8.15 Uhr | 2021-09-29T08:15:00",
        "de | am 3. März 2020 | 2020-03-03",
        "de | 3. Jänner 2020 | 2020-01-03",
        "fr | Publié le 1er février 2020 à 8h15 | 2020-02-01T08:15:00",
        "fr | 15 août 2019 | 2019-08-15",
        "es | 29 de septiembre de 2021 | 2021-09-29",
        "pt | 29 de março de 2021 | 2021-03-29",
        "it | 29 settembre 2021 | 2021-09-29",
        "nl | 3 mrt 2021 | 2021-03-03",
        "cs | 29. září 2021 | 2021-09-29",
        "pl | 5 listopada 2021 | 2021-11-05",
        "hr | 5. listopada 2021. | 2021-10-05",
        "ru | 29 сентября 2021 г. | 2021-09-29",
        "uk | 29 вересня 2021 року | 2021-09-29",
        "el | 29 Σεπτεμβρίου 2021 | 2021-09-29",
        "lt | 2021 m. rugsėjo 29 d. | 2021-09-29",
        "hu | 2021. szeptember 29. | 2021-09-29",
        "lv | 2021. gada 29. septembris | 2021-09-29",
        "fi | 29. syyskuuta 2021 | 2021-09-29",
        "tr | 29 Eylül 2021 | 2021-09-29",
        "vi | ngày 29 tháng 9 năm 2021 | 2021-09-29",
        "id | 29 Agustus 2021 | 2021-08-29",
        "ar | ٢٩ سبتمبر ٢٠٢١ | 2021-09-29",
        "ar | 29 كانون الثاني 2021 | 2021-01-29",
        "he | 29 בספטמבר 2021 | 2021-09-29",
        "th | 29 กันยายน 2564 | 2021-09-29",
        "hi | 29 सितंबर 2021 | 2021-09-29",
        "ja | 2021年9月29日 08:15 | 2021-09-29T08:15:00",
        "zh | 2021年09月29日08:15 来源 | 2021-09-29T08:15:00",
        "ko | 2021년 9월 29일 | 2021-09-29",
        "de | 29.09.2021 | 2021-09-29",
        "de | 29.9.21 | 2021-09-29",
        "en | 9/3/2021 | 2021-09-03",
        "en-GB | 9/3/2021 | 2021-03-09",
        "fr | 9/3/2021 | 2021-03-09",
        "en | 29/9/2021 | 2021-09-29",
        "sv | 2021-09-29 08:15 | 2021-09-29T08:15:00",
        "ko | 2021. 9. 29. | 2021-09-29",
        "und | Wed, 29 Sep 2021 08:15:00 GMT | 2021-09-29T08:15:00Z",
        "und | 2021-09-29T08:15:00.123+0200 | 2021-09-29T08:15:00+02:00",
        "und | 2021-09-29T08:15:00-05:30 | 2021-09-29T08:15:00-05:30",
      })
  void readsDatesInManyLanguages(String language, String text, String date) {
    assertEquals(date, first(text, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Copyright 2021 Harbour Herald",
        "en | 31 February 2021",
        "en | version 10.2.2021.5 of the driver",
        "en | at 192.168.20.21 on the network",
        "en | they may march 20 miles",
        "en | call 555-29-2021 now",
        "en | May 2021",
        "en | 2021/22 season, 3-2-1",
        "de | 29. September",
        "en | the score was 3-2-10-4",
      })
  void findsNoDateWhereThereIsNone(String language, String text) {
    assertEquals(List.of(), dates(text, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fa | ۲ تیر ۱۳۹۹ - ۱۲:۰۹ | 2020-06-22T12:09:00",
        "fa | سه‌شنبه 1 فروردين 1400 | 2021-03-21",
        "fa | ۱۴۰۲/۱۲/۲۹ | 2024-03-19",
        "fa | 30 اسفند 1403 | 2025-03-20",
        "ar | الجمعة 24 نيسان / أبريل 2020 09:22 | 2020-04-24T09:22:00",
        "ar | 1 رمضان 1441 هـ | 2020-04-24",
        "ar | 10 ذو الحجة 1442 | 2021-07-20",
        "th | 20 ม.ค. 65 | 2022-01-20",
        "th | 20/01/2565 | 2022-01-20",
        "ja | 令和4年1月20日 08:15 | 2022-01-20T08:15:00",
        "ja | 平成31年4月30日 | 2019-04-30",
        "zh-TW | 中華民國111年1月20日 | 2022-01-20",
        "zh-TW | 111年1月20日 | 2022-01-20",
        "zh | 22年1月20日 | 2022-01-20",
      })
  void readsTheYearsOfOtherCalendars(String language, String text, String date) {
    assertEquals(date, first(text, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fa | 31 مهر 1399",
        "fa | 2 تیر 99",
        "fa | قیمت 1399/45/12",
        "ar | 12 رمضان 2020",
        "ar | 40 رمضان 1441",
      })
  void findsNoDayThatOtherCalendarsDoNotHave(String language, String text) {
    assertEquals(List.of(), dates(text, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | 29.09.2112:44 | 2021-09-29T12:44:00",
        "de | 29.09.202112:44 | 2021-09-29T12:44:00",
        "und | 2021-09-2912:44 | 2021-09-29T12:44:00",
        "en | Mara LindqvistSep 29, 202157 shares | 2021-09-29",
        "en | Learning CentreSeptember 29, 2021 | 2021-09-29",
      })
  void partsWhatOnlyAStyleSheetKeepsApart(String language, String line, String more) {
    assertEquals(more, first(line, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | On May 12, 20000 people met",
        "en | On May 12, 15000 people met",
      })
  void partsNoNumbersThatAreWhole(String language, String line) {
    assertEquals(
        List.of(),
        dates(line, language).stream().filter(date -> date.startsWith("20")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "20210929, 2021-09-29",
    "20210929T081500, 2021-09-29",
    "1632879190, 2021-09-29T01:33:10Z",
    "1632879190000, 2021-09-29T01:33:10Z",
    "2021/09/29 08:15, 2021-09-29T08:15:00",
  })
  void readsValuesThatAreMeantToBeDates(String value, String date) {
    assertEquals(date, new DateReader("und").read(value).orElseThrow().moment().iso());
  }

  @ParameterizedTest
  @CsvSource({"12345678", "9999999999", "123456789012345", "00000000"})
  void takesOtherNumbersForNumbers(String value) {
    assertEquals(List.of(), new DateReader("und").read(value).stream().toList());
  }

  @Test
  void readsBarsBetweenDayAndMonthBeforeAWholeYearAlone() {
    assertEquals(List.of("2022-01-26"), dates("26 | 01 | 2022", "de"));
    assertEquals(List.of(), dates("26 | 01 | 22", "de"));
  }

  @Test
  void tellsTwoDatesInOneLineApart() {
    assertEquals(
        List.of("2021-09-29", "2021-10-02T18:00:00"),
        dates("29 Sep 2021, updated 2 Oct 2021 18:00", "en"));
  }

  @Test
  void saysWhenDayAndMonthCouldBeSwapped() {
    assertEquals(false, new DateReader("en").find("9/3/2021").getFirst().isSure());
    assertEquals(true, new DateReader("en").find("9/23/2021").getFirst().isSure());
    assertEquals(true, new DateReader("de").find("9.3.2021").getFirst().isSure());
  }

  @Test
  void staysLinearOnALineOfNumbers() {
    String line = "1/1/1 May ".repeat(100_000);
    assertTimeout(Duration.ofSeconds(5), () -> new DateReader("en").find(line));
  }
}
