package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongQuestionTest {
  private static final String FIELDS =
      "author, body, cut, date, exact, headline (or title), id, keywords,"
          + " language (or lang), publisher, section, source, url";

  @TempDir
  private static Path folder;

  private static Search search;

  @BeforeAll
  static void fill() throws IOException {
    Newsstand.fill(folder);
    search = Search.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static String complaint(String words) {
    Question question = new Question(words, Question.Order.RELEVANCE, 0, 10);
    return String.valueOf(
        assertThrows(QuestionException.class, () -> search.ask(question)).getMessage());
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock = """
      ``                => the question is empty; ask for a word, or for * to get every article
      `   `             => the question is empty; ask for a word, or for * to get every article
      --- …             => the question has no letter and no digit in it; ask for a word
      cloud AND         => column 7: "AND" needs a word on both sides; add one, or write it in small letters to look for the word itself
      AND cloud         => column 1: "AND" needs a word on both sides; add one, or write it in small letters to look for the word itself
      cloud OR          => column 7: "OR" needs a word on both sides; add one, or write it in small letters to look for the word itself
      OR cloud          => column 1: "OR" needs a word on both sides; add one, or write it in small letters to look for the word itself
      cloud OR AND x    => column 7: "OR" needs a word on both sides; add one, or write it in small letters to look for the word itself
      cloud NOT         => column 7: "NOT" needs a word behind it; add one, or write it in small letters to look for the word itself
      cloud (storm      => column 7: "(" is never closed; add ")", or leave it out
      (                 => column 1: "(" is never closed; add ")", or leave it out
      cloud) storm      => column 6: ")" closes nothing; leave it out, or add "(" before it
      )                 => column 1: ")" closes nothing; leave it out, or add "(" before it
      cloud () storm    => column 7: nothing stands in the brackets; leave them out
      "cloud doctrine   => column 1: the phrase is never closed; add a quotation mark, or leave it out
      😀 “cloud         => column 3: the phrase is never closed; add a quotation mark, or leave it out
      "a b"~few         => column 6: "~" takes a whole number up to 1000: how many steps the words may be apart
      "a b"~9999        => column 6: "~" takes a whole number up to 1000: how many steps the words may be apart
      cloud~3           => column 6: "~" takes a whole number up to 2: how many letters may differ
      clo*~             => column 1: "~" and a wildcard do not go together; use one of them
      source:cloud~     => column 8: "~" works with words and names only
      covid-1*          => column 1: "-" separates words, and a wildcard or "~" works in one word only; ask for the words one by one
      l'avi*            => column 1: "'" separates words, and a wildcard or "~" works in one word only; ask for the words one by one
      cloud\\           => column 6: "\\" has nothing behind it; leave it out
      author:           => column 1: "author:" needs its value right behind the colon
      x author: curtis  => column 3: "author:" needs its value right behind the colon
      author:...        => column 8: "..." has no letter and no digit in it; ask for a word
      author:[a TO c]   => column 8: a range works with date only, not with author
      date:yesterday    => column 6: "yesterday" is not a date; write one like 2021, 2021-09 or 2021-09-29
      date:2021-02-30   => column 6: "2021-02-30" is not a date; write one like 2021, 2021-09 or 2021-09-29
      date:>soon        => column 7: "soon" is not a date; write one like 2021, 2021-09 or 2021-09-29
      date:2021*        => column 6: "2021*" is not a date; write one like 2021, 2021-09 or 2021-09-29
      date:[2021        => column 6: a range is written [2021-01 TO 2021-12-31], with * for an open end
      date:[2021 2022]  => column 6: a range is written [2021-01 TO 2021-12-31], with * for an open end
      date:[2021 TO     => column 6: a range is written [2021-01 TO 2021-12-31], with * for an open end
      date:[x TO 2021]  => column 7: "x" is not a date; write one like 2021, 2021-09 or 2021-09-29
      date:[2022 TO 21] => column 15: "21" is not a date; write one like 2021, 2021-09 or 2021-09-29
      date:[2022 TO 2021] => column 6: the range has no day in it: it begins after its end
      """)
  void saysWhatIsWrongWhereAndWhatToDo(String words, String message) {
    assertEquals(message, complaint(words));
  }

  @Test
  void listsTheFieldsWhereOneIsNotKnown() {
    assertEquals(
        "column 7: \"autor\" is not a field; did you mean \"author:\"? known fields: " + FIELDS
            + "; for a colon that means itself write \"\\:\"",
        complaint("cloud autor:curtis"));
  }

  @Test
  void refusesQuestionsThatAreTooLong() {
    assertEquals(
        "the question is longer than 10000 characters; ask for fewer words at a time",
        complaint("x".repeat(10_001)));
  }

  @Test
  void refusesTooManyWords() {
    assertEquals(
        "column 1001: more than 500 words; ask for fewer at a time", complaint("x ".repeat(501)));
  }

  @Test
  void refusesBracketsThatAreTooDeep() {
    String tooDeep = " brackets or NOTs inside each other; ask in a simpler way";
    assertEquals("column 52: more than 50" + tooDeep, complaint("(".repeat(5_000)));
    assertEquals("column 205: more than 50" + tooDeep, complaint("NOT ".repeat(2_000)));
    assertEquals("column 52: more than 50" + tooDeep, complaint("-".repeat(5_000) + "x"));
    assertEquals("column 209: more than 50" + tooDeep, complaint("author:(".repeat(1_000)));
  }

  @Test
  void refusesPatternsThatAreTooLongOrTooWild() {
    assertEquals(
        "column 1: a word with a wildcard or \"~\" may have 255 letters; shorten it",
        complaint("x".repeat(300) + "*"));
    assertEquals(
        "column 1: the pattern has too many wildcards; use fewer",
        complaint("*a" + "?".repeat(200)));
  }

  @Test
  void refusesPatternsThatFitTooManyWords() throws IOException {
    SearchOptions few = new SearchOptions(1_000, 10, 10, 20);
    try (Search strict = Search.open(folder, few)) {
      Question question = new Question("cloud OR *a*", Question.Order.RELEVANCE, 0, 10);
      assertEquals(
          "column 10: the pattern fits more than 20 different words; give it more letters",
          assertThrows(QuestionException.class, () -> strict.ask(question)).getMessage());
    }
  }

  /// Whatever the words, there is an answer or a complaint.
  @Test
  void neverBreaks() throws IOException {
    String[] pieces = {
      "cloud",
      " ",
      "(",
      ")",
      "\"",
      "“",
      "AND",
      "OR",
      "NOT",
      "-",
      "+",
      "!",
      "~",
      "2",
      "*",
      "?",
      "\\",
      ":",
      "author:",
      "date:",
      "[",
      "]",
      "{",
      "TO",
      "2021-09",
      ">",
      "=",
      "id:",
      "source:",
      "政策",
      "é",
      "\ud83d\ude00",
      "\ud800",
      "\u0000",
      "&&",
      "||",
      "language:",
      "exact:"
    };
    Random random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      StringBuilder words = new StringBuilder();
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        words.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        search.ask(new Question(words.toString(), Question.Order.NEWEST, 0, 3));
      } catch (QuestionException e) {
        assertFalse(String.valueOf(e.getMessage()).contains("Exception"), words.toString());
      }
    }
  }
}
