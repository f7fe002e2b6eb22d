package org.pressmark.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DispersionTest {
  // Gries 2008, section 2: five texts of 9, 10, 10, 10 and 11 words, which have the word once,
  // twice, three, four and five times.
  @Test
  void theDeviationOfProportionsIsThatOfGries() {
    Dispersion dispersion = new Dispersion(15, 50);
    int[] words = {9, 10, 10, 10, 11};
    for (int text = 0; text < words.length; text++) {
      dispersion.add(text + 1, words[text]);
    }
    assertThat(dispersion.proportions()).isCloseTo(0.18, within(1e-9));
  }

  @Test
  void textsWithoutTheWordNeedNotBeTold() {
    Dispersion told = new Dispersion(3, 40);
    told.add(3, 10);
    told.add(0, 10);
    told.add(0, 20);
    Dispersion untold = new Dispersion(3, 40);
    untold.add(3, 10);
    assertThat(untold.proportions()).isCloseTo(0.75, within(1e-9));
    assertThat(told.proportions()).isCloseTo(untold.proportions(), within(1e-9));
  }
}
