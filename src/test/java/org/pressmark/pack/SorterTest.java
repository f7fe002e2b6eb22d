package org.pressmark.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SorterTest {
  @TempDir
  private Path folder;

  /// With 12 letters in memory there are hundreds of runs, with a million there is none.
  @ParameterizedTest
  @ValueSource(ints = {12, 300, 1_000_000})
  void ordersMoreLinesThanFitIntoMemory(int maxLetters) throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int count = 0; count < 500; count++) {
      lines.add("key " + random.nextInt(400));
    }
    List<String> sorted = new ArrayList<>();
    try (Draft draft = Draft.of(folder.resolve("file"))) {
      Sorter sorter = new Sorter(draft, maxLetters);
      for (String line : lines) {
        sorter.add(line);
      }
      sorter.merge(sorted::add);
    }
    assertThat(sorted).isEqualTo(lines.stream().sorted().toList());
  }

  @Test
  void hasNothingToSay() throws IOException {
    try (Draft draft = Draft.of(folder.resolve("file"))) {
      List<String> sorted = new ArrayList<>();
      new Sorter(draft, 10).merge(sorted::add);
      assertThat(sorted).isEmpty();
    }
  }
}
