package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Field;

class MarkdownTest {
  private static String body(Article article) {
    String page = new Markdown().write(article, Export.Cuts.HIDDEN);
    return page.substring(page.indexOf("---\n", 4) + 4).strip();
  }

  @Test
  void setsTheFactsAboveTheStory() {
    Article article = Samples.article(
        "First.\nSecond.",
        Samples.fact(Field.HEADLINE, "A \"storm\": the end"),
        Samples.fact(Field.AUTHOR, "Mina Halvorsen", "Jo Berg"));
    assertThat(new Markdown().write(article, Export.Cuts.HIDDEN))
        .isEqualTo("---\nid: " + article.mark() + "\n" + """
            source: "press/storm.html"
            headline: "A \\"storm\\": the end"
            author: ["Mina Halvorsen", "Jo Berg"]
            ---

            # A "storm": the end

            First.

            Second.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# no heading        | \\# no heading",
        "- no item           | \\- no item",
        "12. no list         | 12\\. no list",
        "> no quote          | \\> no quote",
        "a *b* _c_ `d`       | a \\*b\\* \\_c\\_ \\`d\\`",
        "[x](y) <script>     | \\[x\\](y) \\<script\\>",
        "AT&T, R&D &amp; co  | AT\\&T, R\\&D \\&amp; co",
        "fish & chips        | fish & chips",
        "2021. It was        | 2021\\. It was",
        "3.5 per cent        | 3\\.5 per cent",
      })
  void takesTheMeaningFromWhatLooksLikeMarkup(String text, String written) {
    assertThat(body(Samples.article(text))).isEqualTo(written);
  }

  @Test
  void knowsEveryKindOfBlock() {
    assertThat(body(Samples.article(Block.Kind.HEADING, "Title"))).isEqualTo("## Title");
    assertThat(body(Samples.article(Block.Kind.LIST_ITEM, "One\nTwo"))).isEqualTo("- One\n- Two");
    assertThat(body(Samples.article(Block.Kind.QUOTE, "Said."))).isEqualTo("> Said.");
    assertThat(body(Samples.article(Block.Kind.CAPTION, "Seen."))).isEqualTo("*Seen.*");
    assertThat(body(Samples.article(Block.Kind.TABLE, "Team\tWon\nNorth\t3")))
        .isEqualTo("| Team | Won |\n| --- | --- |\n| North | 3 |");
    assertThat(body(Samples.article(Block.Kind.PREFORMATTED, "a ``` b")))
        .isEqualTo("````\na ``` b\n````");
  }

  @Test
  void keepsLinksEmphasisNumbersHeadCellsAndTimes() {
    assertThat(body(Samples.everything())).isEqualTo("""
            The **old** ferry of [Ostwick & Sons](https://quay.example/a?b&c) sails *again*.

            ## What to bring

            1. A rope
               - of hemp
            2. A hat
            5. A `map[x]`

            | Ship | Seats |
            | --- | --- |
            | **Gull** | 40 |

            > It floats.\\
            > It did before.

            *The ferry. [Photo](/photo)*

            ```
              if (late) {
                wait();
              }
            ```

            **2024-03-11 18:20**

            The ferry has left.""");
  }

  @Test
  void strikesCutsOutWhereTheyAreAskedFor() {
    Article article = Samples.article("Before ⟦x[0]⟧after.");
    assertThat(new Markdown().write(article, Export.Cuts.MARKED))
        .endsWith("\n\nBefore ~~x\\[0\\]~~after.\n");
  }
}
