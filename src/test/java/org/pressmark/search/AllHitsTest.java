package org.pressmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

class AllHitsTest {
  private static final int ARTICLES = 11_000;

  @TempDir
  private static Path folder;

  @BeforeAll
  static void fill() throws IOException {
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < ARTICLES; number++) {
        String text = "A ferry" + " ferry".repeat(number % 3) + " came.";
        Story story = Story.of("ferry" + number, text).date("202" + number % 4 + "-01-01");
        index.add(story.at(new Position(1, number)).entry());
      }
      index.commit(new Position(1, ARTICLES));
    }
  }

  @ParameterizedTest
  @EnumSource(Question.Order.class)
  void allHitsAreThoseOfAllPages(Question.Order order) throws Exception {
    List<Mark> all = new ArrayList<>();
    List<Mark> pages = new ArrayList<>();
    try (Search search = Search.open(folder)) {
      search.each("ferry", order, hit -> all.add(hit.mark()));
      for (int skip = 0; skip < ARTICLES; skip += 4_000) {
        Results page = search.ask(new Question("ferry", order, skip, 4_000));
        page.hits().forEach(hit -> pages.add(hit.mark()));
      }
    }
    assertThat(all).hasSize(ARTICLES).doesNotHaveDuplicates().isEqualTo(pages);
  }

  @Test
  void noneAreNone() throws Exception {
    try (Search search = Search.open(folder)) {
      search.each("lighthouse", Question.Order.NEWEST, hit -> assertThat(hit).isNull());
    }
  }
}
