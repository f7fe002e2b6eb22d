package org.pressmark.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.stat.inference.GTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairTest {
  // Dunning 1993, table 1: bigrams of a Swiss text, by the four cells of each.
  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "270.72, 110, 2442, 111, 29114, the swiss",
    "263.90, 29, 13, 123, 31612, can be",
    "256.84, 31, 23, 139, 31584, previous year",
    "167.23, 10, 0, 3, 31764, mineral water",
    "157.21, 76, 104, 2476, 29121, at the",
    "157.03, 16, 16, 51, 31694, real terms",
    "146.80, 9, 0, 5, 31763, natural gas",
    "115.02, 16, 0, 865, 30896, owing to",
    "104.53, 10, 9, 41, 31717, health insurance",
    "100.96, 8, 2, 27, 31740, stiff competition",
  })
  void logLikelihoodsAreThoseOfDunning(
      double expected, long both, long one, long other, long neither, String bigram) {
    Pair pair = new Pair(both, both + one, both + other, both + one + other + neither);
    assertThat(pair.logLikelihood()).as(bigram).isCloseTo(expected, within(0.005));
  }

  // Manning and Schütze, "Foundations of statistical natural language processing", 1999, tables
  // 5.6 and 5.14: bigrams of 14,307,668 words of the New York Times, found 20 times each.
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "42, 20, 18.38, 4.4721, Ayatollah Ruhollah",
    "41, 27, 17.98, 4.4721, Bette Midler",
    "30, 117, 16.31, 4.4720, Agatha Christie",
    "77, 59, 15.94, 4.4720, videocassette recorder",
    "24, 320, 15.19, 4.4720, unsalted butter",
    "14907, 9017, 1.09, 2.3714, first made",
    "13484, 10570, 1.01, 2.2446, over many",
    "14734, 13478, 0.53, 1.3685, into them",
    "14093, 14776, 0.46, 1.2176, like people",
    "15019, 15629, 0.29, 0.8036, time last",
  })
  void mutualInformationAndTScoresAreThoseOfManningAndSchuetze(
      long first, long second, double information, double tScore, String bigram) {
    Pair pair = new Pair(20, first, second, 14_307_668);
    assertThat(pair.mutualInformation()).as(bigram).isCloseTo(information, within(0.006));
    assertThat(pair.tScore()).as(bigram).isCloseTo(tScore, within(0.0002));
  }

  // The example of collogetr's MI_compute (Rajeg 2019): "tindak pidana" in the Leipzig corpora.
  @Test
  void mutualInformationIsThatOfCollogetr() {
    assertThat(new Pair(702, 1183, 1251, 5_763_049).mutualInformation())
        .isCloseTo(11.41663, within(5e-6));
  }

  // The same by other hands: the likelihood ratio of Commons Math, whose root has the sign of the
  // difference.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void logLikelihoodsAreThoseOfCommonsMath(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      long both = 1 + random.nextInt(1 << random.nextInt(1, 12));
      long one = 1 + random.nextInt(1 << random.nextInt(1, 16));
      long other = 1 + random.nextInt(1 << random.nextInt(1, 16));
      long neither = 1 + random.nextInt(1 << random.nextInt(1, 25));
      Pair pair = new Pair(both, both + one, both + other, both + one + other + neither);
      double root = new GTest().rootLogLikelihoodRatio(both, one, other, neither);
      assertThat(pair.logLikelihood())
          .isCloseTo(root * root, within(1e-6 * Math.max(1, root * root)));
      assertThat(both > pair.expected()).isEqualTo(root > 0);
    }
  }

  // Rychlý 2008, section 2.2: what the score says.
  @Test
  void logDicesReadAsRychlySays() {
    assertThat(Pair.logDice(700, 700, 700)).isEqualTo(14);
    assertThat(Pair.logDice(1, 16_384, 16_384)).isCloseTo(0, within(1e-9));
    assertThat(Pair.logDice(40, 1000, 1000) - Pair.logDice(20, 1000, 1000))
        .isCloseTo(1, within(1e-9));
    assertThat(Pair.logDice(100, 1000, 1000) - Pair.logDice(1, 1000, 1000))
        .isCloseTo(6.64, within(0.01));
  }

  // No table with frequencies and scores of logDice was to be had, so it is held against Dice's
  // coefficient by its definition: of two sets, the share of what they have in common.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void logDicesAreThoseOfSets(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      Set<Integer> one = some(random);
      Set<Integer> other = some(random);
      Set<Integer> both = new HashSet<>(one);
      both.retainAll(other);
      double dice = (double) both.size() / (one.size() + other.size()) * 2;
      double score = Pair.logDice(both.size(), one.size(), other.size());
      assertThat(Math.pow(2, score) / 16_384).isCloseTo(dice, within(1e-12));
    }
  }

  private static Set<Integer> some(Random random) {
    Set<Integer> some = new HashSet<>(Set.of(0));
    for (int left = random.nextInt(1000); left > 0; left--) {
      some.add(random.nextInt(1000));
    }
    return some;
  }

  @Test
  void findsNothingWhereNothingIsToBeFound() {
    Pair independent = new Pair(10, 100, 100, 1000);
    assertThat(independent.expected()).isEqualTo(10);
    assertThat(independent.logLikelihood()).isCloseTo(0, within(1e-9));
    assertThat(independent.mutualInformation()).isCloseTo(0, within(1e-9));
    assertThat(independent.tScore()).isZero();
  }

  @Test
  void staysExactWithBillions() {
    long scale = 1_000_000;
    Pair large = new Pair(110 * scale, 2552 * scale, 221 * scale, 31_777 * scale);
    assertThat(large.logLikelihood() / scale).isCloseTo(270.72, within(0.005));
  }

  @Test
  void refusesWhatCanNotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pair(5, 4, 9, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pair(0, 60, 60, 100));
  }
}
