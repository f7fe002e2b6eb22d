package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void quotesWhatNeedsIt() {
    assertThat(Csv.row(List.of("plain", "a, b", "say \"no\"", "", "two\nlines")))
        .isEqualTo("plain,\"a, b\",\"say \"\"no\"\"\",,\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx"})
  void keepsSpreadsheetsFromRunningACell(String cell) {
    assertThat(Csv.row(List.of(cell, "x=1"))).isEqualTo("'" + cell + ",x=1\r\n");
  }
}
