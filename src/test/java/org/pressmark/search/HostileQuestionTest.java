package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// Questions and articles that are meant to break a search.
class HostileQuestionTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir
  private static Path folder;

  private static Search search;

  /// A thousand articles of random words, so that patterns have something to fit.
  @BeforeAll
  static void fill() throws IOException {
    Random random = new Random(3);
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < 1_000; number++) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 60; word++) {
          text.append(Integer.toString(random.nextInt(40_000), 26))
              .append(word % 9 == 8 ? ". A" : " ");
        }
        index.add(Story.of("story" + number, text.toString())
            .language("en")
            .at(new Position(1, number))
            .entry());
      }
      index.commit(new Position(1, 1_000));
    }
    search = Search.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static Results ask(String words) throws IOException, QuestionException {
    return search.ask(new Question(words, Question.Order.RELEVANCE, 0, 10));
  }

  /// An answer, or a complaint that says what to do; soon, and no other exception.
  private static void settle(String words) {
    assertTimeoutPreemptively(SOON, () -> {
      try {
        search.walk(words, found -> assertFalse(found.body().isEmpty()));
        ask(words);
      } catch (QuestionException e) {
        assertTrue(String.valueOf(e.getMessage()).matches("(?s).*[;,] .*"), e.getMessage());
      }
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "a*",
        "*a*",
        "?*?*?",
        "=*",
        "=a*",
        "a* NEAR/5 b*",
        "\"a* b* c* d*\"",
        "\"* * *\"",
        "\"a * * * * * * * * b\"~1000",
        "(a* OR b* OR c*) WITHIN sentence",
        "(a b c d e f g h i j k l m n o p) WITHIN paragraph",
        "a NEAR/1000 a NEAR/1000 a NEAR/1000 a NEAR/1000 a",
        "a NOT NEAR/1000 a",
        "\"a a a a a a a a a a a a\"~1000",
        "/.*/",
        "/(a|b|ab|ba)*/",
        "/(((((a*)*)*)*)*)*/",
        "/(a*)*b(a*)*c(a*)*d/",
        "/(.*a){12}/",
        "/(.?){255}/",
        "/[^a]{255}/",
        "/.{0,999}/",
        "/((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))/",
        "/~(a)/",
        "/<1-99999999>/",
        "/@#&\"/",
        "/a{99999999999999999999}/",
        "/a{5,2}/",
        "/[z-a]/",
        "=/(a|b|ab|ba)*/",
        "a~2 NEAR/3 b~2",
        "\"a~2 b~2 c~2\"",
      })
  void settlesEveryPatternSoon(String words) {
    settle(words);
  }

  @Test
  void settlesTenThousandClausesAndDeepBracketsSoon() {
    settle("a ".repeat(5_000));
    settle("a OR ".repeat(2_000) + "b");
    settle("(".repeat(5_000) + "a" + ")".repeat(5_000));
    settle("a NEAR/2 ".repeat(1_000) + "b");
    settle("(a WITHIN sentence) ".repeat(500));
    settle("a" + " WITHIN sentence".repeat(600));
    settle("NOT ".repeat(2_000) + "a");
    settle("exact:".repeat(1_600) + "a");
    settle("\"" + "a ".repeat(4_000) + "\"");
    settle("\"" + "a* ".repeat(3_000) + "\"");
    settle("(\"a b\" OR \"c d e\" OR f) NEAR/3 ".repeat(60) + "g");
    assertTimeoutPreemptively(
        SOON,
        () -> assertEquals(
            "the question is longer than 10000 characters; ask for fewer words at a time",
            assertThrows(QuestionException.class, () -> ask("a ".repeat(10_000)))
                .getMessage()));
  }

  @Test
  void givesUpWhenTheTimeIsOver() throws IOException {
    try (Search hasty =
        Search.open(folder, SearchOptions.DEFAULTS.withMaxTime(Duration.ofNanos(1)))) {
      String late =
          "the question takes longer than 0 s here; ask for rarer words, or for fewer at a time";
      assertEquals(
          late,
          assertThrows(QuestionException.class, () -> hasty.walk("a", found -> {}))
              .getMessage());
      assertEquals(
          late,
          assertThrows(
                  QuestionException.class,
                  () -> hasty.ask(new Question("a NEAR/5 b", Question.Order.NEWEST, 0, 10)))
              .getMessage());
    }
  }

  /// 1 MB without a space, and 50 MB with the word at its end.
  @Test
  void findsWhatStandsInAWordOfAMegabyteAndAtTheEndOfALongArticle(@TempDir Path large)
      throws Exception {
    String word = "x".repeat(1_000_000);
    StringBuilder text = new StringBuilder(50_000_100);
    for (int line = 0; text.length() < 50_000_000; line++) {
      text.append("Nothing of note happens in line ").append(line).append(", as before.\n");
    }
    try (Index index = Index.open(large)) {
      index.add(Story.of("word", word + " harbour").at(new Position(1, 0)).entry());
      index.add(Story.of("long", text + "The lighthouse")
          .language("en")
          .at(new Position(1, 1))
          .entry());
      index.commit(new Position(1, 2));
    }
    try (Search open = Search.open(large)) {
      List<String> found = new ArrayList<>();
      Found.Visitor marked = article -> article
          .keys()
          .forEach(key ->
              found.add(key.start() + " " + article.body().substring(key.start(), key.end())));
      open.walk("lighthouses", marked);
      open.walk("\"before the lighthouse\"", marked);
      open.walk("(before lighthouse) WITHIN sentence", marked);
      open.walk("harbour", marked);
      int end = text.length();
      assertEquals(
          List.of(end + 4 + " lighthouse", end - 8 + " before.\nThe lighthouse", "1000001 harbour"),
          found);
      open.walk("x*", article -> assertTrue(article.keys().getFirst().end() > 255));
    }
  }
}
