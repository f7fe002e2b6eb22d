package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Field;
import org.pressmark.article.Log;

class DataStoryTest {
  private static final String FIRST =
      "The ferry to Quayside was cancelled again on Tuesday, and the island council wants to know why.";
  private static final String LAST =
      "The weeks before had been quiet, the harbour master said, and the boats had run on time.";

  private static String data(String body) {
    return "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry cancelled\","
        + "\"articleBody\":\"" + body
        + "\",\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},"
        + "\"datePublished\":\"2024-03-05\"}";
  }

  private static Draft.Copy copy(String input) {
    Draft draft = ResidueBench.draft(input);
    Draft.Copy copy =
        draft.with(new Residue(ResidueOptions.DEFAULTS).find(draft).cuts()).finish();
    assertThat(Log.undo(copy.body().text(), copy.log())).isEqualTo(input);
    String clean = copy.body().text();
    assertThat(Flat.clean(clean)).isEqualTo(clean);
    return copy;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`\\n\\n` ~ `\n`",
        "` \\r\\n \\r\\n` ~ `\n`",
        "`</p>\\n<p class=\\\"x\\\">` ~ `\n`",
        "`\\u003c\\/p\\u003e\\u003cp\\u003e` ~ `\n`",
        "` \\u201cWe <b>waited<\\/b>,\\u201d said Jos\\u00e9 \\/ Ole. ` ~ ` “We waited,” said José / Ole. `",
        "` \\\"No\\\", he said &amp; left &#8211; \\ud83d\\ude00 ` ~ ` \"No\", he said & left – 😀 `",
        "`\\n\\u201cNo.\\u201d\\n` ~ `\n“No.”\n`",
        "` [caption id=\\\"attachment_4711\\\" align=\\\"left\\\"] ` ~ ` `",
        "` {\\\"caf\\u00e9\\\":{\\\"width\\\":300,\\\"id\\\":\\\"q-4711\\\"}} ` ~ ` `",
        "` Two < three, \\t and so on. ` ~ ` Two < three,   and so on. `",
      })
  void readsTheStoryAsAJournalistWroteIt(String written, String read) {
    assertThat(copy(data(FIRST + written + LAST)).body().text()).isEqualTo(FIRST + read + LAST);
  }

  @Test
  void saysThatTheStoryStoodInData() {
    List<Cut> log = copy(data(FIRST + "\\n" + LAST)).log();
    assertThat(log.stream().map(cut -> cut.rule().name()).toList())
        .containsExactly("story-data", "escape", "story-data");
    assertThat(log.getFirst().rule().reason())
        .isEqualTo("data around the story, which stands nowhere else than in their articleBody");
    Draft draft = ResidueBench.draft(data(FIRST + "\\n" + LAST));
    assertThat(new Residue(ResidueOptions.DEFAULTS).find(draft).notes())
        .containsExactly("the story stood nowhere but in the articleBody of JSON-LD in the text");
  }

  @Test
  void stillSalvagesWhatTheDataSay() {
    Draft draft = ResidueBench.draft("Ferry cancelled\n\n" + data(FIRST + "\\n" + LAST));
    Residue.Findings findings = new Residue(ResidueOptions.DEFAULTS).find(draft);
    assertThat(findings.salvage().stream()
            .filter(candidate -> candidate.field() == Field.AUTHOR)
            .map(Candidate::values))
        .containsExactly(List.of("Ina Holt"));
    assertThat(draft.with(findings.cuts()).finish().body().text())
        .isEqualTo("Ferry cancelled\n" + FIRST + "\n" + LAST);
  }

  @Test
  void readsAStoryWhoseDataAreTornAtBothEnds() {
    String torn =
        "\",\"headline\":\"Ferry cancelled\",\"articleBody\":\"" + FIRST + "\\n" + LAST + " And so";
    assertThat(copy(torn).body().text()).isEqualTo(FIRST + "\n" + LAST + " And so");
  }

  @Test
  void takesWhatIsLeftOfTornDataWithThem() {
    String torn =
        "\",\"articleSection\":[\"Harbour\"],\"articleBody\":\"" + FIRST + "\\n" + LAST + "\"}]);";
    assertThat(copy("Ferry cancelled\n\n" + torn).body().text())
        .isEqualTo("Ferry cancelled\n" + FIRST + "\n" + LAST);
  }

  @Test
  void leavesTheStoryAloneThatStandsInTheTextAsWell() {
    String input = FIRST + "\n\n" + data(FIRST + "\\n\\n" + LAST) + "\n\n" + LAST;
    assertThat(copy(input).body().text()).isEqualTo(FIRST + "\n" + LAST);
  }

  /// Bodies with escapes, tags, entities and rubbish at every place.
  @Test
  void anyStoryInDataCanBeReadAndUndone() {
    List<String> pieces = List.of(
        "\\n",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\u12",
        "<p>",
        "</p>",
        "<b",
        "&amp;",
        "&#8217;",
        "&",
        ";",
        " ",
        "\\t",
        "\"",
        "\",\"a\":1",
        "{",
        "]",
        "»",
        "\n",
        "The boats ran. ",
        "é");
    Random dice = new Random(4711);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder body = new StringBuilder(FIRST);
      for (int n = dice.nextInt(12); n > 0; n--) {
        body.append(pieces.get(dice.nextInt(pieces.size())));
      }
      String input = data(body + LAST);
      Draft draft = ResidueBench.draft(input);
      Draft.Copy copy =
          draft.with(new Residue(ResidueOptions.DEFAULTS).find(draft).cuts()).finish();
      assertThat(Log.undo(copy.body().text(), copy.log())).isEqualTo(input);
      assertThat(copy.body().text().getBytes(StandardCharsets.UTF_8))
          .as(input)
          .asString(StandardCharsets.UTF_8)
          .isEqualTo(copy.body().text()); // no half of a pair
    }
  }

  @Test
  void canBeSwitchedOff() {
    Draft draft = ResidueBench.draft(data(FIRST + "\\n" + LAST));
    List<Cut> cuts =
        new Residue(new ResidueOptions(Set.of("story-data"))).find(draft).cuts();
    assertThat(cuts).noneMatch(cut -> cut.rule().name().equals("story-data"));
  }
}
