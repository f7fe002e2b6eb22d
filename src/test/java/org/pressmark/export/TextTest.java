package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pressmark.article.Article;

class TextTest {
  private static final Article STORM = Samples.article(
      "⟦var a=1;⟧\nThe storm ⟦if(b){c()}⟧passed.\n⟦load(d);⟧\nNobody was hurt.⟦e++;⟧\n");

  private static String write(Article article, Export.Cuts cuts) {
    return new Text().write(article, cuts);
  }

  @Test
  void givesTheProseAndNothingElse() {
    assertThat(write(STORM, Export.Cuts.HIDDEN)).isEqualTo("The storm passed.\nNobody was hurt.\n");
  }

  @Test
  void showsEachCutWhereItWas() {
    assertThat(write(STORM, Export.Cuts.MARKED)).isEqualTo("""
            [-var a=1;-]
            The storm [-if(b){c()}-]passed.
            [-load(d);-]
            Nobody was hurt.
            [-e++;-]
            """);
  }

  @Test
  void strikesCutsOutOnATerminalAndEscapesWhatTheySay() {
    Article article = Samples.article("Before⟦\u001b[2Jwipe⟧ and after.");
    assertThat(write(article, Export.Cuts.COLOURED))
        .isEqualTo("Before\u001b[31;9m\\u001b[2Jwipe\u001b[0m and after.\n");
  }
}
