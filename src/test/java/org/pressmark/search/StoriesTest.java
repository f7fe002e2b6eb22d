package org.pressmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.dedup.Kinship;
import org.pressmark.index.Index;
import org.pressmark.index.Story;
import org.pressmark.search.Question.Order;

/// A search that counts stories, beside one that counts articles.
class StoriesTest {
  private static final String WIRE =
      "The ferry to Skerry ran on to a sandbar in thick fog on Monday"
          + " and came off it with the afternoon tide. Nobody was hurt, the coastguard said, though the"
          + " tea trolley rolled the whole length of the lower deck and had to be chased by two cadets.";
  private static final String OTHER = "The ferry company will paint its three ships green from May,"
      + " after a vote in which four thousand islanders took part. Red was second, by eleven votes,"
      + " and a petition for stripes was handed in too late to be counted by the clerk of the port.";

  @TempDir
  private static Path folder;

  private static Search search;
  private static Families families;

  @BeforeAll
  static void index() throws IOException {
    try (Index index = Index.open(folder)) {
      for (int paper = 1; paper <= 5; paper++) {
        add(index, paper, Story.of("wire" + paper, WIRE).date("2024-05-0" + (paper + 1)));
      }
      add(index, 6, Story.of("other", OTHER).date("2024-05-04"));
      add(index, 7, Story.of("brief", "A ferry.").date("2024-05-09"));
      index.commit(new Position(1, 8));
    }
    search = Search.open(folder);
    families = search.families(Kinship.DEFAULT, done -> {});
  }

  private static void add(Index index, int number, Story story) throws IOException {
    index.add(story
        .with(Field.PUBLISHER, "Paper " + number)
        .at(new Position(1, number))
        .entry());
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static Results ask(String words, Order order, int skip, int limit) throws Exception {
    return search.ask(new Question(words, order, skip, limit), families);
  }

  private static List<String> papers(Results results) {
    return results.hits().stream()
        .map(hit -> hit.publisher().orElse("?")
            + hit.kin().map(kin -> " +" + kin.matching()).orElse(""))
        .toList();
  }

  @Test
  void givesEachStoryOnceByTheArticleThatComesFirst() throws Exception {
    assertThat(papers(ask("ferry", Order.OLDEST, 0, 10)))
        .containsExactly("Paper 1 +5", "Paper 6", "Paper 7");
    assertThat(papers(ask("ferry", Order.NEWEST, 0, 10)))
        .containsExactly("Paper 7", "Paper 5 +5", "Paper 6");
  }

  @Test
  void countsBoth() throws Exception {
    Results with = ask("ferry", Order.RELEVANCE, 0, 10);
    assertThat(with.total()).isEqualTo(7);
    assertThat(with.stories()).isEqualTo(3);
    assertThat(search.ask(new Question("ferry", Order.RELEVANCE, 0, 10)).stories())
        .isEqualTo(7);
    Results only = ask("ferry", Order.RELEVANCE, 0, 0);
    assertThat(only).isEqualTo(new Results(7, 3, List.of()));
  }

  @Test
  void countsOnlyTheMembersThatMatch() throws Exception {
    Results results = ask("ferry date:[2024-05-03 TO 2024-05-05]", Order.OLDEST, 0, 10);
    assertThat(papers(results)).containsExactly("Paper 2 +3", "Paper 6");
    assertThat(results.hits().getFirst().kin().orElseThrow().family().size()).isEqualTo(5);
  }

  @Test
  void turnsPagesOfStories() throws Exception {
    List<Mark> pages = new ArrayList<>();
    for (int skip = 0; skip < 5; skip++) {
      ask("ferry", Order.OLDEST, skip, 1).hits().forEach(hit -> pages.add(hit.mark()));
    }
    assertThat(pages)
        .isEqualTo(ask("ferry", Order.OLDEST, 0, 10).hits().stream()
            .map(Results.Hit::mark)
            .toList())
        .hasSize(3);
  }
}
