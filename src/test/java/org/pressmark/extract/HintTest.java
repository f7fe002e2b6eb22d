package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {
  @ParameterizedTest
  @CsvSource({
    "share-bar, SHARE",
    "shareBar, SHARE",
    "SHARE_BAR_2, SHARE",
    "sharebar, SHARE",
    "shareholder, ''",
    "cookieBanner, HEADER ADVERT CONSENT",
    "postEntry, STORY",
    "story-body__text, STORY",
    "storybodytext, ''",
    "x1a2b3, ''",
    "'a  b', ''",
    "'', ''",
  })
  void readsWordsOutOfNames(String names, String expected) {
    int hints = Hint.in(names);
    String found = String.join(
        " ",
        Arrays.stream(Hint.values())
            .filter(hint -> hint.in(hints))
            .map(Hint::name)
            .toList());
    assertThat(found).isEqualTo(expected);
  }
}
