package org.pressmark.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Capture;
import org.pressmark.article.Cut;
import org.pressmark.article.Entry;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;
import org.pressmark.article.Reading;
import org.pressmark.article.Rule;

class ArticleJsonTest {
  private static final Rule SCRIPT =
      new Rule("script", 1, Rule.Kind.SCRIPT, "program code, not prose");
  private static final Mark MARK = new Mark("pm-mfrggzdfmztwq2lknnwg");

  private static final Article STORM = new Article(
      MARK,
      Origin.of("press/2021.jsonl").member("17"),
      new Reading("text/plain", "UTF-8", "utf-8", List.of("one byte order mark left out")),
      Facts.of(List.of(
          new Fact(
              Field.HEADLINE,
              List.of("Storm hits coast"),
              List.of(new Candidate(
                  Field.HEADLINE,
                  List.of("Storm hits coast"),
                  Candidate.Source.JSON_LD,
                  "script[1]/headline",
                  0.98)),
              Optional.empty()),
          new Fact(
              Field.DATE_PUBLISHED,
              List.of("2021-09-29T08:15:00+02:00"),
              List.of(new Candidate(
                  Field.DATE_PUBLISHED,
                  List.of("2021-09-29T08:15:00+02:00"),
                  Candidate.Source.IMAGE_PATH,
                  "offset 40",
                  1)),
              Optional.of("another place says 2020")))),
      new Body(List.of(
          new Block(Block.Kind.HEADING, 1, "Storm hits coast"), Block.paragraph("All are safe."))),
      List.of(
          new Cut(0, "\n\n", "", Rule.LAYOUT, 1),
          new Cut(18, "\n\n", "\n", Rule.LAYOUT, 1),
          new Cut(30, "f(x);", " ", SCRIPT, 0.75)));

  @Test
  void writesAllThatIsKnownInOneLineInThisOrder() {
    assertThat(ArticleJson.write(STORM))
        .isEqualTo("{\"id\":\"2021#17\",\"pressmark\":\"pm-mfrggzdfmztwq2lknnwg\","
            + "\"source\":\"press/2021.jsonl#17\",\"member\":\"17\","
            + "\"title\":\"Storm hits coast\",\"date\":\"2021-09-29\","
            + "\"text\":\"Storm hits coast\\nAll are safe.\","
            + "\"blocks\":[{\"kind\":\"heading\",\"level\":1,\"text\":\"Storm hits coast\"},"
            + "{\"kind\":\"paragraph\",\"text\":\"All are safe.\"}],"
            + "\"facts\":{\"headline\":{\"values\":[\"Storm hits coast\"],"
            + "\"candidates\":[{\"values\":[\"Storm hits coast\"],\"source\":\"json-ld\","
            + "\"place\":\"script[1]/headline\",\"confidence\":0.98}]},"
            + "\"datePublished\":{\"values\":[\"2021-09-29T08:15:00+02:00\"],"
            + "\"conflict\":\"another place says 2020\","
            + "\"candidates\":[{\"values\":[\"2021-09-29T08:15:00+02:00\"],"
            + "\"source\":\"image-path\",\"place\":\"offset 40\",\"confidence\":1}]}},"
            + "\"cuts\":[{\"offset\":0,\"length\":2,\"cut\":\"\\n\\n\",\"rule\":\"layout/1\"},"
            + "{\"offset\":18,\"length\":2,\"cut\":\"\\n\\n\",\"put\":\"\\n\","
            + "\"rule\":\"layout/1\"},"
            + "{\"offset\":30,\"length\":5,\"cut\":\"f(x);\",\"put\":\" \",\"rule\":\"script/1\","
            + "\"kind\":\"script\",\"reason\":\"program code, not prose\",\"confidence\":0.75}],"
            + "\"reading\":{\"mediaType\":\"text/plain\",\"charset\":\"UTF-8\","
            + "\"charsetSource\":\"utf-8\",\"notes\":[\"one byte order mark left out\"]}}");
  }

  @Test
  void readsBackWhatItWrote() {
    assertThat(ArticleJson.read(ArticleJson.write(STORM))).isEqualTo(STORM);
  }

  @Test
  void writesProblemsInsteadOfArticles() {
    Capture empty = Capture.of(Origin.of("press/empty.html"), new byte[0]);
    Problem problem = new Problem(Problem.Kind.EMPTY, "no bytes");
    String rejected = ArticleJson.write(new Outcome.Rejected(empty, problem));
    assertThat(rejected)
        .isEqualTo("{\"id\":\"empty\",\"pressmark\":\"pm-4oymiquy7qobjgx36tej\","
            + "\"source\":\"press/empty.html\","
            + "\"problem\":{\"kind\":\"empty\",\"message\":\"no bytes\"}}");
    assertThat(ArticleJson.content(rejected)).isEqualTo(new Entry.Content.Rejected(problem));
    assertThat(ArticleJson.write(new Outcome.Lost(Origin.of("a/b"), problem)))
        .isEqualTo("{\"id\":\"b\",\"source\":\"a/b\","
            + "\"problem\":{\"kind\":\"empty\",\"message\":\"no bytes\"}}");
    assertThatThrownBy(() -> ArticleJson.read(rejected))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an article, but a problem: empty: no bytes");
  }

  @Test
  void writesWhatIsKnownOfAPageWithoutAStory() {
    Capture film = Capture.of(Origin.of("press/film.html"), new byte[0]);
    Problem problem = new Problem(Problem.Kind.TEXTLESS, "found no paragraph of text");
    Facts facts = Facts.of(List.of(new Fact(
        Field.DATE_PUBLISHED,
        List.of("2021-09-29"),
        List.of(new Candidate(
            Field.DATE_PUBLISHED, List.of("2021-09-29"), Candidate.Source.MARKUP, "time", .5)),
        Optional.empty())));
    String rejected = ArticleJson.write(new Outcome.Rejected(film, problem, facts));
    assertThat(rejected)
        .isEqualTo("{\"id\":\"film\",\"pressmark\":\"pm-4oymiquy7qobjgx36tej\","
            + "\"source\":\"press/film.html\",\"date\":\"2021-09-29\","
            + "\"facts\":{\"datePublished\":{\"values\":[\"2021-09-29\"],"
            + "\"candidates\":[{\"values\":[\"2021-09-29\"],\"source\":\"markup\","
            + "\"place\":\"time\",\"confidence\":0.5}]}},"
            + "\"problem\":{\"kind\":\"textless\",\"message\":\"found no paragraph of text\"}}");
    assertThat(ArticleJson.content(rejected)).isEqualTo(new Entry.Content.Rejected(problem));
  }

  /// Every character that ends a line for some program, or that UTF-8 cannot carry.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb\rc\u000bd\fe",
        "\u0000 \u001b[31m \u007f \u0085 \u009b",
        "a\u2028b\u2029c",
        "\ud83d\ude00 whole, \ud83d half, \ude00 half",
        "\ude00\ud83d",
        "ends in half\ud83d",
        "\"quoted\" \\ </script>",
        "İstanbul, 東京, القاهرة",
      })
  void keepsEveryCharacterAndTheLine(String text) {
    Article article = new Article(
        MARK,
        Origin.of(text),
        new Reading("text/html", "", "", List.of()),
        Facts.NONE,
        new Body(List.of(Block.paragraph(text))),
        List.of(new Cut(0, text, "", SCRIPT, 0.5)));
    String line = ArticleJson.write(article);
    assertThat(line.chars().filter(c -> c < ' ' || c >= 0x7f && c < 0xa0 || c >> 1 == 0x2028 >> 1))
        .isEmpty();
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    assertThat(ArticleJson.read(new String(utf8, StandardCharsets.UTF_8))).isEqualTo(article);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.1, 0.98, 1e-9, 0.30000000000000004, -0.0, Double.MIN_VALUE})
  void readsTheSameConfidenceBack(double confidence) {
    Article article = new Article(
        MARK,
        Origin.of("a"),
        new Reading("text/html", "", "", List.of()),
        Facts.NONE,
        new Body(List.of()),
        List.of(new Cut(0, "a", "", SCRIPT, confidence)));
    assertThat(ArticleJson.read(ArticleJson.write(article))).isEqualTo(article);
  }

  @Test
  void writesTheSameInEveryLocale() {
    String here = ArticleJson.write(STORM);
    Locale locale = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(ArticleJson.write(STORM)).isEqualTo(here);
        assertThat(ArticleJson.read(here)).isEqualTo(STORM);
      }
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void passesOverKeysOfLaterVersions() {
    String later = ArticleJson.write(STORM)
        .replace("{\"id\":", "{\"family\":{\"of\":[1,[2]]},\"id\":")
        .replace("\"place\":", "\"line\":3,\"place\":");
    assertThat(ArticleJson.read(later)).isEqualTo(STORM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{} {}",
        "{\"pressmark\":7}",
        "{\"pressmark\":\"x\"}",
        "{\"problem\":{}}",
        "{\"problem\":{\"kind\":\"odd\"}}",
        "{\"blocks\":[{}]}",
        "{\"blocks\":[{\"level\":1e99,\"text\":\"a\"}]}",
        "{\"blocks\":[{\"level\":\"a\"}]}",
        "{\"facts\":{\"colour\":{}}}",
        "{\"cuts\":[{\"cut\":\"a\",\"rule\":\"script\"}]}",
        "{\"cuts\":[{\"cut\":\"a\",\"rule\":\"script/99999999999\"}]}",
      })
  void refusesWhatIsNotAnArticle(String json) {
    assertThatThrownBy(() -> ArticleJson.read(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesDeepNestingWithoutOverflow() {
    String deep = "{\"x\":" + "[".repeat(1_000_000);
    assertThatThrownBy(() -> ArticleJson.read(deep)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsEveryArticleBackAsItWas() {
    for (int seed = 0; seed < 3_000; seed++) {
      Article article = Invented.article(seed);
      assertThat(ArticleJson.read(ArticleJson.write(article)))
          .as("seed %d", seed)
          .isEqualTo(article);
    }
  }
}
