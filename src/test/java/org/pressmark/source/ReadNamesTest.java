package org.pressmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadNamesTest {
  private final AtomicInteger read = new AtomicInteger();
  private final ReadNames names = new ReadNames(name -> {
    read.incrementAndGet();
    return name.length();
  });

  @Test
  void readsANameOnce() {
    assertThat(names.bits("byline")).isEqualTo(6);
    assertThat(names.bits("by".concat("line"))).isEqualTo(6);
    assertThat(read).hasValue(1);
  }

  @Test
  void readsANameThatIsTooLongToKeepEachTime() {
    String name = "x".repeat(10_000);
    assertThat(names.bits(name)).isEqualTo(10_000);
    assertThat(names.bits(name)).isEqualTo(10_000);
    assertThat(read).hasValue(2);
  }

  @Test
  void givesEachOfMoreNamesThanItKeepsItsOwnAnswer() {
    for (int round = 0; round < 2; round++) {
      assertThat(IntStream.range(0, 100_000))
          .allMatch(i -> names.bits("name" + i) == ("name" + i).length());
    }
  }

  @Test
  void tellsNamesWithTheSameHashApart() {
    assertThat("Aa.").hasSameHashCodeAs("BB.");
    ReadNames first = new ReadNames(name -> name.charAt(0));
    assertThat(first.bits("Aa.")).isEqualTo('A');
    assertThat(first.bits("BB.")).isEqualTo('B');
    assertThat(first.bits("Aa.")).isEqualTo('A');
  }
}
