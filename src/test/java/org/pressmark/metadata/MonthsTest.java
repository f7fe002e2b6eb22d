package org.pressmark.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {
  @ParameterizedTest
  @CsvSource({
    "en, September, 9", "de, März, 3", "fr, Août, 8", "pl, listopada, 11", "hr, listopada, 10",
    "tr, KASIM, 11", "ru, МАЯ, 5", "und, novembre, 11", "de, September, 9", "sv, may, 5",
  })
  void knowsMonthsByTheirNames(String language, String name, int month) {
    assertEquals(OptionalInt.of(month), Months.number(Months.fold(name), language));
  }

  @ParameterizedTest
  @CsvSource({"en, set", "en, lis", "en, herbst", "de, gen", "und, listopada"})
  void takesNoWordForAnotherLanguagesAbbreviation(String language, String word) {
    assertEquals(OptionalInt.empty(), Months.number(Months.fold(word), language));
  }

  @Test
  void writesTheNamesAsTheTableHasThem() {
    assertEquals(
        "en\tjanuary|jan\tfebruary|feb\tmarch|mar\tapril|apr\tmay\tjune|jun\tjuly|jul\taugust|aug"
            + "\tseptember|sep|sept\toctober|oct\tnovember|nov\tdecember|dec",
        MonthNames.line("en"));
  }
}
