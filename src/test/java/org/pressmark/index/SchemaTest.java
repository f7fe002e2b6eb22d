package org.pressmark.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  @ParameterizedTest
  @CsvSource(delimiterString = "=>", textBlock = """
      press/2021.jsonl#17 => press/2021.jsonl
      press/coast/storm.html => press/coast
      storm.html => .
      /storm.html => /
      https://varn-echo.example/2024/storm.html => https://varn-echo.example
      https://varn-echo.example => https://varn-echo.example
      """)
  void aSourceIsCountedByWhatItCameIn(String source, String cameIn) {
    assertThat(Schema.cameIn(source)).isEqualTo(cameIn);
  }
}
