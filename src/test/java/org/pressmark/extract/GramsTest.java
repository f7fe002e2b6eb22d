package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Harbour bridge opens; 1",
        "HARBOUR BRIDGE, opens!; 1",
        "bridge; 1",
        "ferry; 0",
        "the; -1",
        "港口大桥; 0",
      })
  void saysWhichShareOfATextStandsInAnother(String text, double share) {
    Grams grams = new Grams(4);
    grams.add(Fold.of("The harbour bridge opens a year late"));
    assertThat(grams.share(Fold.of(text))).isEqualTo(share);
  }

  @Test
  void knowsHalfOfATextThatIsHalfThere() {
    Grams grams = new Grams(4);
    grams.add(Fold.of("abcdefgh"));
    assertThat(grams.share(Fold.of("abcdefghzyxwvu"))).isEqualTo(5 / 11.0);
  }
}
