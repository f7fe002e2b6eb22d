package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Field;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// Phrases of stop words are found as pairs; asked for as words that are near they are found by
/// their places. Both have to find the same.
class SideBySideTest {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "");
  private static final List<String> WORDS = List.of(
      "its",
      "it",
      "of",
      "the",
      "This",
      "one",
      "ones",
      "on",
      "has",
      "was",
      "die",
      "der",
      "war",
      "les",
      "le",
      "été",
      "harbour",
      "harbours");

  @TempDir
  private static Path folder;

  private static Search search;

  @BeforeAll
  static void fill() throws IOException {
    Random random = new Random(29);
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < 300; number++) {
        Story story = Story.of("story" + number, tell(random)).at(new Position(1, number));
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        index.add((language.isEmpty() ? story : story.language(language)).entry());
        if (number % 100 == 50) {
          index.commit(new Position(1, number + 1)); // so that there are several segments
        }
      }
      index.commit(new Position(1, 300));
    }
    search = Search.open(folder);
  }

  private static String tell(Random random) {
    StringBuilder text = new StringBuilder("Told");
    for (int left = 12 + random.nextInt(30); left > 0; left--) {
      text.append(random.nextInt(9) == 0 ? ". " : " ")
          .append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.append('.').toString();
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static TreeSet<String> marks(String words) throws IOException, QuestionException {
    TreeSet<String> marks = new TreeSet<>();
    search.each(words, Question.Order.RELEVANCE, hit -> marks.add(hit.mark().value()));
    assertEquals(marks.size(), search.count(words), words);
    long total = search.ask(new Question(words, Question.Order.RELEVANCE, 0, 3)).total();
    assertEquals(marks.size(), total, words);
    return marks;
  }

  @Test
  void twoWordsAreFoundAsByTheirPlaces() throws Exception {
    int found = 0;
    for (String one : WORDS) {
      for (String other : WORDS) {
        var pair = marks("\"" + one + " " + other + "\"");
        assertEquals(marks(one + " PRE/1 " + other), pair, one + " " + other);
        found += pair.size();
      }
    }
    assertTrue(found > 1_000, found + " hits tell little");
  }

  @Test
  void threeWordsAreFoundAsByTheirPlaces() throws Exception {
    Random random = new Random(31);
    int found = 0;
    for (int times = 0; times < 200; times++) {
      String one = WORDS.get(random.nextInt(WORDS.size()));
      String other = WORDS.get(random.nextInt(WORDS.size()));
      String last = WORDS.get(random.nextInt(WORDS.size()));
      var phrase = marks("\"" + one + " " + other + " " + last + "\"");
      String places = "(" + one + " PRE/1 " + other + ") PRE/1 " + last;
      assertEquals(marks(places), phrase, places);
      found += phrase.size();
    }
    assertTrue(found > 100, found + " hits tell little");
  }

  @Test
  void aPatternForANameLeavesThePlacesOfTheWordsBesideIt() throws Exception {
    Path shelf = folder.resolve("names");
    try (Index index = Index.open(shelf)) {
      index.add(Story.of("ferry", "The ferry ran aground.")
          .with(Field.AUTHOR, "Ada Marsh")
          .at(new Position(1, 1))
          .entry());
      index.commit(new Position(1, 2));
    }
    try (Search names = Search.open(shelf)) {
      for (String author :
          List.of("author:mar*", "author:marsj~", "author:/mar.*/", "author:marsh")) {
        List<Integer> places = new ArrayList<>();
        names.walk("ferry AND " + author, found -> places.add(found.keys().size()));
        assertEquals(List.of(1), places, author);
      }
    }
  }

  @Test
  void allHitsStandInTheOrderOfTheFirstOnes() throws Exception {
    for (String words : List.of("one", "its AND (harbours OR was)", "harbours OR (ones AND le)")) {
      List<String> all = new ArrayList<>();
      search.each(words, Question.Order.RELEVANCE, hit -> all.add(hit.mark().value()));
      Results first = search.ask(new Question(words, Question.Order.RELEVANCE, 0, 20));
      assertEquals(
          all.subList(0, 20),
          first.hits().stream().map(hit -> hit.mark().value()).toList(),
          words);
    }
  }

  @Test
  void thePhraseThatIsThereMoreOftenComesFirst() throws Exception {
    Path shelf = folder.resolve("shelf");
    try (Index index = Index.open(shelf)) {
      index.add(Story.of("often", "Of the quay, of the port, of the sea, of the ferry.")
          .headline("often")
          .at(new Position(1, 1))
          .entry());
      index.add(Story.of("once", "Of the quay. The port, a sea and the ferry of it.")
          .headline("once")
          .at(new Position(1, 2))
          .entry());
      index.commit(new Position(1, 3));
    }
    try (Search both = Search.open(shelf)) {
      Results results = both.ask(new Question("\"of the\"", Question.Order.RELEVANCE, 0, 2));
      assertEquals(
          List.of("often", "once"),
          results.hits().stream().map(hit -> hit.headline().orElseThrow()).toList());
    }
  }
}
