package org.pressmark.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "a/storm.html, storm",
    "a/storm.html.gz, storm",
    "storm, storm",
    ".storm, .storm",
    "https://varn-echo.example/2024/storm.html, storm",
    "https://varn-echo.example/politics/, politics",
    "https://varn-echo.example/, varn-echo",
    "/, ''",
  })
  void hasAName(String path, String name) {
    assertThat(Origin.of(path).name()).isEqualTo(name);
    assertThat(Origin.of(path).member("3").name()).isEqualTo(name + "#3");
  }
}
