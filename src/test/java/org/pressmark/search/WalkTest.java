package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
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

  private static List<Found> walk(String words) throws IOException, QuestionException {
    List<Found> all = new ArrayList<>();
    search.walk(words, all::add);
    return all;
  }

  private static String marked(Found found) {
    return found.keys().stream()
        .map(key -> text(found, key.part()).substring(key.start(), key.end()))
        .collect(Collectors.joining("|"));
  }

  private static String text(Found found, Key.Part part) {
    return part == Key.Part.BODY ? found.body() : found.headline().orElse("");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
      doctrine               => doctrine|doctrine
      ministries             => Ministry|ministry
      "cloud doctrine"       => cloud doctrine
      dilemma OR doctrine    => doctrine|dilemma|doctrine
      cloud dilemma          => cloud|cloud|dilemma
      exact:cloud cloud      => cloud|cloud
      "cloud doctrine" cloud => cloud doctrine|cloud
      doctrine -storm        => doctrine|doctrine
      title:doctrine         => doctrine
      author:marsh           => ``
      *                      => ``
      """)
  void givesEveryPlaceOfThePositiveWords(String words, String keys) throws Exception {
    Found cloud = walk("source:press/cloud.html").getFirst();
    List<Found> found = walk("id:" + cloud.mark() + " (" + words + ")");
    assertEquals(1, found.size());
    assertEquals(keys, marked(found.getFirst()));
  }

  @Test
  void showsTheArticlesInTheOrderOfTheirMarks() throws Exception {
    List<Found> all = walk("*");
    assertTrue(all.size() > 10);
    assertEquals(
        all.stream().map(Found::mark).sorted().toList(),
        all.stream().map(Found::mark).toList());
  }

  @Test
  void saysWhatIsKnownOfAnArticle() throws Exception {
    Found cloud = walk("source:press/cloud.html").getFirst();
    assertEquals(List.of("Ursula Marsh", "Tom O'Neil"), cloud.authors());
    assertEquals(Optional.of("2021-09-29"), cloud.date());
    assertEquals(Optional.of("en"), cloud.language());
  }
}
