package org.pressmark.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
