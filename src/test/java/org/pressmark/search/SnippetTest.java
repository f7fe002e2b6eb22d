package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;
import org.pressmark.search.Results.Snippet;

class SnippetTest {
  private static final String FILLER =
      "Nothing of note happened here for a long while. ".repeat(10);

  @TempDir
  private Path folder;

  private Snippet snippet(Story story, String words) throws IOException, QuestionException {
    try (Index index = Index.open(folder)) {
      index.add(story.entry());
      index.commit(Position.START);
    }
    try (Search search = Search.open(folder)) {
      Results results = search.ask(new Question(words, Question.Order.RELEVANCE, 0, 10));
      assertEquals(1, results.total(), words);
      return results.hits().getFirst().snippet();
    }
  }

  /// The snippet's text with `<` and `>` around what matched.
  private String marked(Story story, String words) throws IOException, QuestionException {
    Snippet snippet = snippet(story, words);
    StringBuilder text = new StringBuilder(snippet.text());
    for (int[] mark : snippet.marks().reversed()) {
      text.insert(mark[1], '>').insert(mark[0], '<');
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      en | cloud             | The <clouds> were dark; a <cloud> is grey. "Cold front", she said.
      en | exact:cloud       | The clouds were dark; a <cloud> is grey. "Cold front", she said.
      en | "cold front"      | The clouds were dark; a cloud is grey. "<Cold front>", she said.
      en | cold she          | The clouds were dark; a cloud is grey. "<Cold> front", <she> said.
      en | clo*              | The <clouds> were dark; a <cloud> is grey. "Cold front", she said.
      en | cloudz~1          | The <clouds> were dark; a <cloud> is grey. "Cold front", she said.
      en | dark -purple      | The clouds were <dark>; a cloud is grey. "Cold front", she said.
      en | dark OR purple    | The clouds were <dark>; a cloud is grey. "Cold front", she said.
      en | "grey she"~5      | The clouds were dark; a cloud is <grey. "Cold front", she> said.
      fr | étudiant          | L'aéroport des <étudiants> est là-bas.
      fr | aeroport          | L'<aéroport> des étudiants est là-bas.
      ja | 図書館            | 市民は<図書館>で話し合いました。
      ja | 話し合う          | 市民は図書館で<話し合い>ました。
      zh | 环境保护          | 市政府公布了新的<环境保护>政策。
      ko | 도서관            | 시민들은 <도서관>에서 토론했다.
      ar | مدينة             | ستفتح <المدينة> أبوابها.
      """)
  void marksWhatMatched(String language, String words, String expected) throws Exception {
    String body = expected.replace("<", "").replace(">", "");
    assertEquals(expected, marked(Story.of("a", body).language(language), words));
  }

  @Test
  void beginsWithTheTextWhereOnlyTheHeadlineMatches() throws Exception {
    Story story = Story.of("a", "It rained.", FILLER.strip()).headline("Storm");
    Snippet snippet = snippet(story, "storm");
    assertTrue(snippet.text().startsWith("It rained. Nothing of note"), snippet.text());
    assertTrue(snippet.text().endsWith(" …"), snippet.text());
    assertTrue(snippet.text().length() <= 242, snippet.text());
    assertEquals(List.of(), snippet.marks());
  }

  @Test
  void showsTheWholeTextWhereItIsShort() throws Exception {
    assertEquals("It <rained>.", marked(Story.of("a", "It rained."), "rained"));
  }

  @Test
  void joinsUpToThreePassages() throws Exception {
    String body = "First the ferry. " + FILLER + "Then the harbour. " + FILLER
        + "Again the ferry and the harbour. " + FILLER + "A last ferry. " + FILLER;
    String text = marked(Story.of("a", body.strip()), "ferry harbour");
    assertEquals(3, text.split(" … ").length, text);
    assertTrue(text.contains("Again the <ferry> and the <harbour>."), text);
    assertTrue(text.startsWith("First the <ferry>."), text);
  }

  @Test
  void prefersThePassageWithMoreOfTheWords() throws Exception {
    String body =
        FILLER + "ferry ".repeat(3) + FILLER.repeat(2) + "The ferry left the harbour. " + FILLER;
    String text = marked(Story.of("a", body.strip()), "ferry harbour");
    assertTrue(text.contains("The <ferry> left the <harbour>."), text);
  }

  @Test
  void cutsNoCharacterInTwo() throws Exception {
    String body = "\ud83d\ude00".repeat(500) + " ferry " + "\ud83d\ude00".repeat(500);
    String text = snippet(Story.of("a", body), "ferry").text();
    assertTrue(text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff), text);
  }

  @Test
  void standsOnOneLine() throws Exception {
    assertEquals("One <ferry> Two", marked(Story.of("a", "One ferry", "Two"), "ferry"));
  }

  @Test
  void isQuickInALongText() throws Exception {
    String text =
        snippet(Story.of("a", "the ferry ".repeat(200_000)), "the ferry").text();
    assertTrue(text.length() < 400, text);
  }
}
