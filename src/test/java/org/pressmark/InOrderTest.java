package org.pressmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void givesResultsInTheOrderOfTheInputWhateverTheThreads(int threads) throws IOException {
    List<Integer> results = new ArrayList<>();
    InOrder.of(threads)
        .run(
            IntStream.range(0, 2000).iterator(),
            number -> 1,
            number -> {
              if (number % 97 == 0) {
                Thread.yield();
              }
              return number * 2;
            },
            results::add);
    assertThat(results)
        .isEqualTo(IntStream.range(0, 2000).map(n -> n * 2).boxed().toList());
  }

  @Test
  void neverHasMoreUnderWayThanItMay() throws IOException {
    AtomicLong weight = new AtomicLong();
    AtomicInteger most = new AtomicInteger();
    new InOrder(4, 10)
        .run(
            IntStream.range(0, 500).iterator(),
            number -> 3,
            number -> {
              most.accumulateAndGet((int) weight.addAndGet(3), Math::max);
              return number;
            },
            number -> weight.addAndGet(-3));
    assertThat(most.get()).isBetween(1, 10);
  }

  @Test
  void letsSomethingTooHeavyPassAlone() throws IOException {
    List<Integer> results = new ArrayList<>();
    new InOrder(2, 10).run(List.of(1, 2, 3).iterator(), number -> 100, n -> n, results::add);
    assertThat(results).containsExactly(1, 2, 3);
  }

  @Test
  void stopsWhenTheSinkFails() {
    assertThatThrownBy(() -> InOrder.of(2)
            .run(IntStream.range(0, 100).iterator(), number -> 1, number -> number, number -> {
              throw new IOException("disk full");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void throwsWhatADiskThrewAtAWorker() {
    assertThatThrownBy(() -> InOrder.of(2)
            .run(
                IntStream.range(0, 100).iterator(),
                number -> 1,
                number -> {
                  throw new UncheckedIOException(new IOException("disk gone"));
                },
                result -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("disk gone");
  }
}
