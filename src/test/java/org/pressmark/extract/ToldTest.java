package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {
  private static final String STORY = "The ferry made its last trip on Saturday night";

  private static double share(String json) {
    String page = "<head><script type='application/ld+json'>" + json + "</script></head>";
    return Walk.over(Jsoup.parse(page)).told().body.share(Fold.of(STORY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"articleBody\": \"The ferry made its last trip on Saturday night\"}",
        "{\"@graph\":[{\"articleBody\":\"The ferry\\nmade its last trip on \\u0053aturday night\"}",
        "{\"articleBody\" : \"<p>The ferry made <b>its</b> last trip on Saturday night",
        "{,, \"articleBody\":\"\", \"articleBody\":\"The ferry made its last trip on Saturday night.\"",
      })
  void readsTheStoryOutOfJsonHoweverBroken(String json) {
    assertThat(share(json)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"articleBody\": [\"The ferry made its last trip on Saturday night\"]}",
        "{\"articleBody\"",
        "{\"articleBody\":",
        "{\"articleBody\": \"\\u12",
        "{\"description\": \"The ferry made its last trip on Saturday night\"}",
      })
  void readsNothingWhereNothingIs(String json) {
    assertThat(share(json)).isZero();
  }
}
