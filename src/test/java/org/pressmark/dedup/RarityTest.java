package org.pressmark.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RarityTest {
  @Test
  void takesForATemplateWhatEquallyManyHaveThroughout() {
    int[] template = new int[40];
    Arrays.fill(template, 20);
    template[3] = 2;
    template[7] = 900;
    assertThat(Rarity.isOfATemplate(template)).isTrue();
  }

  @Test
  void takesForNoneWhatSomeHaveHereAndOthersThere() {
    assertThat(Rarity.isOfATemplate(new int[] {6, 14, 9, 11, 17, 12, 8, 20, 10}))
        .isFalse();
  }

  @Test
  void takesForNoneWhatSoFewHaveAsAStoryMay() {
    int[] few = new int[40];
    Arrays.fill(few, 8);
    assertThat(Rarity.isOfATemplate(few)).isFalse();
    assertThat(Rarity.isOfATemplate(new int[0])).isFalse();
  }

  @Test
  void counts() {
    assertThat(Rarity.weightIfRare(8)).isEqualTo(Rarity.FULL);
    assertThat(Rarity.weightIfRare(9)).isZero();
    assertThat(Rarity.weightIfRareInAPaper(3)).isZero();
    assertThat(Rarity.weightInATemplate(16)).isEqualTo(Rarity.FULL / 16);
  }
}
