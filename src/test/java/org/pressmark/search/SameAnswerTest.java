package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// The same entries give the same answer, whatever happened before and wherever it is asked.
class SameAnswerTest {
  private static final List<String> QUESTIONS = List.of(
      "doctrine",
      "*",
      "cloud OR storm OR lighthouse",
      "HARBOUR",
      "ISPARTA OR istanbul",
      "TITLE:NOTICE",
      "AUTHOR:MARSH",
      "LANGUAGE:TR",
      "SOURCE:PRESS/ISPARTA*",
      "MINISTRY OR ministro");

  @TempDir
  private Path folder;

  private List<String> answers() throws IOException, QuestionException {
    List<String> answers = new ArrayList<>();
    try (Search search = Search.open(folder)) {
      for (String words : QUESTIONS) {
        Results results = search.ask(new Question(words, Question.Order.RELEVANCE, 0, 100));
        for (Results.Hit hit : results.hits()) {
          answers.add(words + " " + results.total() + " " + hit.mark() + " " + hit.score() + " "
              + hit.snippet().text());
        }
      }
    }
    return answers;
  }

  private void fillOneByOne(List<Story> stories) throws IOException {
    for (Story story : stories) {
      try (Index index = Index.open(folder)) {
        index.add(story.entry());
        index.commit(Position.START);
      }
    }
  }

  private static List<Story> shuffled() {
    List<Story> stories = new ArrayList<>(Newsstand.STORIES);
    Collections.shuffle(stories, new Random(3));
    return stories;
  }

  @Test
  void inAnyOrderAndAnyNumberOfSessions() throws Exception {
    Newsstand.fill(folder);
    List<String> expected = answers();
    try (Index index = Index.open(folder.resolve("other"))) {
      for (Story story : shuffled()) {
        index.add(story.entry());
      }
      index.commit(Position.START);
    }
    Path first = folder;
    folder = folder.resolve("other");
    assertEquals(expected, answers());
    folder = first.resolve("third");
    fillOneByOne(shuffled());
    assertEquals(expected, answers());
  }

  @Test
  void whenEntriesWereReplaced() throws Exception {
    Newsstand.fill(folder);
    List<String> expected = answers();
    fillOneByOne(shuffled().subList(0, 9));
    assertEquals(expected, answers());
  }

  @Test
  void inATurkishLocale() throws Exception {
    Newsstand.fill(folder);
    List<String> expected = answers();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      folder = folder.resolve("tr");
      Newsstand.fill(folder);
      assertEquals(expected, answers());
    } finally {
      Locale.setDefault(before);
    }
  }
}
