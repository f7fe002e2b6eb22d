package org.pressmark.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.inference.GTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {
  // The example of Lancaster's exercises on keywords: 52 times in 50,000 words against 57 in
  // 75,000 gives 2.65, which is not significant.
  @Test
  void theLogLikelihoodIsThatOfLancastersExample() {
    Contrast contrast = new Contrast(52, 50_000, 57, 75_000);
    assertThat(contrast.logLikelihood()).isCloseTo(2.65, within(0.005));
    assertThat(contrast.isMoreHere()).isTrue();
    assertThat(Significance.of(contrast.logLikelihood())).isEqualTo(Significance.NONE);
  }

  // The same by other hands: Rayson's is the G-test of the two cells of the word, whose expected
  // values are those of a word that is used alike.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void logLikelihoodsAreThoseOfCommonsMath(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      long sizeHere = 1000 + random.nextInt(1_000_000);
      long sizeThere = 1000 + random.nextInt(1_000_000);
      long here = 1 + random.nextInt(900);
      long there = 1 + random.nextInt(900);
      double share = (here + there) / ((double) sizeHere + sizeThere);
      double expected = new GTest()
          .g(new double[] {sizeHere * share, sizeThere * share}, new long[] {here, there});
      assertThat(new Contrast(here, sizeHere, there, sizeThere).logLikelihood())
          .isCloseTo(expected, within(1e-6 * Math.max(1, expected)));
    }
  }

  // The test of a word that is absent on one side has one cell only: 2 O ln(O/E). UCREL's wizard
  // leaves the empty cell out of the sum, as O ln O goes to nothing there.
  @Test
  void anEmptyCellAddsNothing() {
    assertThat(new Contrast(10, 1000, 0, 3000).logLikelihood())
        .isCloseTo(2 * 10 * Math.log(4), within(1e-9));
  }

  // Hardie 2014: a point is twice as often, two points four times; here and there change the sign.
  @Test
  void logRatiosReadAsHardieSays() {
    assertThat(new Contrast(20, 1000, 10, 1000).logRatio()).isCloseTo(1, within(1e-9));
    assertThat(new Contrast(40, 1000, 20, 2000).logRatio()).isCloseTo(2, within(1e-9));
    assertThat(new Contrast(10, 1000, 20, 1000).logRatio()).isCloseTo(-1, within(1e-9));
    assertThat(new Contrast(7, 1000, 7, 1000).logRatio()).isZero();
    assertThat(new Contrast(8, 1000, 0, 1000).logRatio()).isCloseTo(4, within(1e-9));
  }

  @Test
  void aWordThatIsUsedAlikeIsNoKeyword() {
    Contrast alike = new Contrast(30, 30_000, 70, 70_000);
    assertThat(alike.logLikelihood()).isCloseTo(0, within(1e-9));
    assertThat(alike.isMoreHere()).isFalse();
  }

  // The upper tail of chi-square with one degree of freedom.
  @ParameterizedTest
  @CsvSource({
    "3.83, ''",
    "3.84, p < 0.05",
    "6.63, p < 0.01",
    "10.82, p < 0.01",
    "10.83, p < 0.001",
    "15.13, p < 0.0001",
    "4000, p < 0.0001",
  })
  void saysHowSignificantItIs(double logLikelihood, String words) {
    assertThat(Significance.of(logLikelihood)).hasToString(words);
  }

  @Test
  void refusesWhatCanNotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Contrast(5, 4, 0, 10));
  }
}
