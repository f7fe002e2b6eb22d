package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestTest {
  private static double ask(List<String> trees, float... features) {
    return Forest.of(trees).ask(features);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1.1", "1, 9, 1.2", "9, 1, .3", "9, 9, .3"})
  void addsUpTheAnswersOfItsTrees(float first, float second, double sum) {
    assertThat(ask(List.of("0:5 1:5 .1 .2 .3", "0:5 1 0"), first, second))
        .isEqualTo(sum, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1, true",
    "-1.5, -1, true",
    "-1, -1.5, false",
    "-1, 0, true",
    "0, -0.0, true",
    "-0.0, 0, true",
    "1e-30, 0, false",
    "3e38, -3e38, false",
    "-3e38, 3e38, true",
    "Infinity, 3e38, false",
    "NaN, 3e38, false",
  })
  void saysYesToWhatIsAtMostTheThreshold(float feature, String threshold, boolean isYes) {
    double answer = ask(List.of("0:" + threshold + " 1 -1"), feature);
    assertThat(answer).isEqualTo(isYes ? 1 : -1);
  }

  @ParameterizedTest
  @CsvSource({"1, .1", "3, .3", "4, .4", "5, .5", "9, .9"})
  void asksEveryTreeHoweverManyThereAre(int trees, double sum) {
    assertThat(ask(Collections.nCopies(trees, "0:5 .1 7"), 1)).isEqualTo(sum, within(1e-6));
  }

  @Test
  void asksNoMoreWhereTheAnswerIsClear() {
    assertThat(ask(List.of("2", "1", "1", "1", "-99"))).isEqualTo(9);
    assertThat(ask(List.of("-1", "-1", "-1", "0", "99"))).isEqualTo(-3);
  }
}
