package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Read more: Ferry to be sold; RELATED",
        "READ  MORE; RELATED",
        "Readers want more; ''",
        "Lire aussi : le bac sera vendu; RELATED",
        "Share this article; SHARE",
        "Shareholders met on Monday; ''",
        "You might also like; RELATED",
        "Don’t miss; RELATED",
        "© 2024 The Tarn Gazette; COPYRIGHT",
        "责任编辑：王小明; COPYRIGHT",
        "责任编辑 王小明; COPYRIGHT",
        "'' ; ''",
      })
  void hearsWhatTheFirstWordsAnnounce(String line, String expected) {
    int cues = Cue.at(line, 0, line.length());
    String found = String.join(
        " ",
        Arrays.stream(Cue.values()).filter(cue -> cue.in(cues)).map(Cue::name).toList());
    assertThat(found).isEqualTo(expected);
  }
}
