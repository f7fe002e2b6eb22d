package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutListTest {
  @Test
  void listsEachCutWithItsReason() {
    assertThat(CutList.write(Samples.article("⟦var a;⟧\nThe storm ⟦b\u001b();\nc();⟧passed.")))
        .isEqualTo("""
            press/storm.html: 2 cuts, 16 of 34 characters
              at 0, 6 characters, script/1: code that a page runs
                var a;
              at 17, 10 characters, script/1: code that a page runs
                b\\u001b();
                c();
            """);
  }
}
