package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Draft;

class FlatTest {
  private static final String LONG = "The new bridge over the harbour opened to traffic on Sunday,"
      + " a year later than planned, and four million more expensive than promised.";

  private static String kinds(String text) {
    Draft draft = Flat.draft(text);
    assertThat(draft.text()).isEqualTo(text);
    assertThat(draft.cuts()).isEmpty();
    return draft.passages().stream()
        .map(passage -> passage.kind() + (passage.level() == 0 ? "" : "" + passage.level()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Bridge opens late|LONG; heading1 paragraph",
        "“Late, but lovely”|LONG; heading1 paragraph",
        "Is it late?|LONG; heading1 paragraph",
        "The bridge is late.|LONG; paragraph paragraph",
        "and it is late|LONG; paragraph paragraph",
        "{\"@type\":\"NewsArticle\",\"a\":1}|LONG; paragraph paragraph",
        "LONG; paragraph",
        "Bridge opens late; paragraph",
        "港口大桥晚开一年|LONG; heading1 paragraph",
      })
  void takesTheFirstLineForTheHeadlineIfItLooksLikeOne(String text, String expected) {
    assertThat(kinds(text.replace("LONG", LONG).replace('|', '\n'))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "LONG|Lorries are banned!|LONG; paragraph heading2 paragraph",
        "LONG|Why it took so long|LONG; paragraph heading2 paragraph",
        "LONG|It took long.|LONG; paragraph paragraph paragraph",
        "LONG|he said|LONG; paragraph paragraph paragraph",
        "LONG|Why it took so long; paragraph paragraph",
        "LONG|Why it took so long|Divers, he said.; paragraph paragraph paragraph",
        "LONG|By Maud Ferrant|LONG; paragraph paragraph paragraph",
        "LONG|Read more: Ferry sold|LONG; paragraph paragraph paragraph",
      })
  void takesAShortLineBetweenParagraphsForAHeading(String text, String expected) {
    assertThat(kinds(text.replace("LONG", LONG).replace('|', '\n'))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "- one|- two; list-item1 list-item1",
        "• one; list-item1",
        "1. one|2. two; list-item1 list-item1",
        "1) one|2) two; list-item1 list-item1",
        "2. Bundesliga is back.|LONG; paragraph paragraph",
        "-one; paragraph",
        "2021 was late.; paragraph",
      })
  void knowsListItemsByTheirMarks(String text, String expected) {
    assertThat(kinds(text.replace("LONG", LONG).replace('|', '\n'))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\f", "\u2028", "\u2029", "\n \t\n"})
  void endsLinesAtEveryLineBreak(String lineBreak) {
    assertThat(kinds("One is here." + lineBreak + "Two is there."))
        .isEqualTo("paragraph paragraph");
  }

  @Test
  void readsALineOfEightMegabytes() {
    assertThat(kinds("It is late, he said. ".repeat(400_000))).isEqualTo("paragraph");
  }
}
