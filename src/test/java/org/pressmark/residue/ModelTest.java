package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
  @Test
  void theWeightsAreSmall() {
    assertThat(WordList.bytes("residue.weights").length).isLessThan(2_000_000);
  }

  @Test
  void trainingTwiceGivesTheSameWeights() {
    assertThat(weights()).isEqualTo(weights());
  }

  private static byte[] weights() {
    TrainingPages.Page page = new TrainingPages.Page(
        "quay",
        "quay.example.org",
        List.of(
            "The ferry to Quayside was cancelled again on Tuesday, and nobody knew why.",
            "“We waited until midnight,” said Ole Vik, who had come with two children.",
            "The harbour office blamed the tide, as it had done on the Friday before."),
        List.of(new TrainingPages.Junk(
            "js", "var _quay = _quay || []; _quay.push(['setAccount', 'QY-1']);")));
    TrainingItems items = new TrainingItems(List.of(page), 1);
    Trainer trainer = new Trainer();
    for (int i = 0; i < 60; i++) {
      trainer.learn(items.next());
    }
    return trainer.model().codeWeights;
  }
}
