package org.pressmark.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static List<String> sentences(String text, String other) {
    return Overlap.of(text, Fingerprint.of(other)).stream()
        .map(sentence -> sentence.shared() + "/" + sentence.words() + " " + sentence.text())
        .toList();
  }

  @Test
  void tellsSentenceBySentenceWhatStandsInTheOther() {
    String other = "A ferry ran aground off Skerry Head on Monday. Nobody was hurt.";
    assertThat(sentences(
            "A ferry ran aground off Skerry Head. Mr. Odell saw it at 7.50 a.m. from the quay!"
                + " \u201cNobody was hurt.\u201d And that was that.",
            other))
        .containsExactly(
            "7/7 A ferry ran aground off Skerry Head.",
            "0/12 Mr. Odell saw it at 7.50 a.m. from the quay!",
            "3/3 \u201cNobody was hurt.\u201d",
            "0/4 And that was that.");
  }

  @Test
  void knowsTheSentencesOfScriptsWithoutSpaces() {
    assertThat(sentences("新しい図書館が開館した。市民は喜んだ。", "新しい図書館が開館した。議会は反対した。"))
        .containsExactly("9/9 新しい図書館が開館した。", "0/4 市民は喜んだ。");
  }

  @Test
  void endsASentenceWithItsLine() {
    assertThat(sentences("Ferry aground\n\n***\nNobody hurt", "ferry aground nobody hurt"))
        .containsExactly("2/2 Ferry aground", "2/2 Nobody hurt");
  }
}
