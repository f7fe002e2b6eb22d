package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoilerplateTest {
  private static String rule(String line) {
    return new Boilerplate(Set.of())
        .line(line, 0, line.length(), false)
        .map(found -> found.rule().name() + (found.isSure() ? "" : "?"))
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Comments are closed. ~ comments-line",
        "12 Comments ~ comments-line",
        "Les commentaires sont fermés. ~ comments-line",
        "Los comentarios están cerrados ~ comments-line",
        "Комментарии закрыты ~ comments-line",
        "评论已关闭 ~ comments-line",
        "التعليقات مغلقة ~ comments-line",
        "Yorumlar kapalı ~ comments-line",
        "Share Facebook Twitter WhatsApp Email ~ share-bar",
        "Teilen | Facebook | Twitter ~ share-bar",
        "We use cookies to give you a better voyage. Read our policy. ~ cookie-notice",
        "Ce site utilise des cookies pour mesurer son audience. ~ cookie-notice",
        "Sign up for our newsletter and get the tides every morning ~ newsletter-bar",
        "Read more: Storm hits the coast ~ pointer-line",
        "Lire aussi : La tempête frappe la côte ~ pointer-line",
        "Lesen Sie auch: Sturm trifft die Küste ~ pointer-line",
        "Lee también: La tormenta golpea la costa ~ pointer-line",
        "Czytaj też: Sztorm uderza w wybrzeże ~ pointer-line",
        "Home > News > Harbour ~ navigation-run",
        "Home | News | Sport | Contact ~ navigation-run",
        "Back to top ~ page-line",
        "Werbung ~ ad-label",
        "Comments are closed to nobody, the editor said. ~ -",
        "The comments are closed tonight because of the storm. ~ -",
        "Readers want more: less of this please ~ -",
        "Facebook and Twitter denied it. ~ -",
        "The harbour office uses cookies, the edible kind, to calm the queue. ~ -",
        "Holt | Vik | Paz | de Boer ~ -",
        "Home ~ -",
        "Sport ~ -",
        "Share prices fell. ~ -",
      })
  void cutsWholeLinesOfThePageAndNoProse(String line, String expected) {
    assertThat(rule(line)).isEqualTo(expected);
  }

  @Test
  void leavesShortLinesAloneInsideTheStory() {
    String line = "Mehr zum Thema";
    Boilerplate boilerplate = new Boilerplate(Set.of());
    assertThat(boilerplate.line("Related posts", 0, 13, true)).isEmpty();
    assertThat(boilerplate.line(line, 0, line.length(), true)).isPresent();
  }

  @Test
  void cutsNothingByARuleThatIsOff() {
    assertThat(new Boilerplate(Set.of("comments-line")).line("Comments are closed.", 0, 20, false))
        .isEmpty();
  }
}
