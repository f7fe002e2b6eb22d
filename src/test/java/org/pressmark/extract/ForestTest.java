package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 11", "1, 9, 12", "9, 1, 3", "9, 9, 3"})
  void addsUpTheAnswersOfItsTrees(float first, float second, double sum) {
    Forest forest = Forest.of(List.of("0:5 1:5 1 2 3", "0:5 10 0"));
    assertThat(forest.ask(new float[] {first, second})).isEqualTo(sum);
  }
}
