package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
  private final Tokens tokens = new Tokens();

  private void read(String text) {
    tokens.read(text.toCharArray(), 0, text.length());
  }

  @Test
  void takesEachMarkOfALineOfThemAlone() {
    read("-".repeat(200) + " end");
    assertThat(tokens.count()).isEqualTo(201);
  }

  @Test
  void takesTheRestOfALongRunOfOneMarkTogether() {
    read("a" + "<".repeat(1_000_000) + "b " + "<".repeat(100));
    assertThat(tokens.count()).isEqualTo(1 + 257 + 1 + 100);
    int last = Tokens.FIRST + 257;
    assertThat(tokens.to[last]).isEqualTo(1_000_001);
    assertThat(tokens.from[last + 1]).isEqualTo(tokens.to[last]);
  }

  @Test
  void countsARunAnewInEveryText() {
    read("<".repeat(300));
    int first = tokens.count();
    read("<".repeat(300));
    assertThat(tokens.count()).isEqualTo(first).isEqualTo(257);
  }
}
