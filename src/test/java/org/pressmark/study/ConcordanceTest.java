package org.pressmark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Field;
import org.pressmark.article.Position;
import org.pressmark.index.Index;
import org.pressmark.index.Story;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;

class ConcordanceTest {
  private static final List<Story> STORIES = List.of(
      Story.of("one", "A red ferry left. The old Ferry came, and a FERRY sank.")
          .headline("Ferry news")
          .language("en")
          .date("2021-05-06"),
      Story.of("two", "Zebras like the blue ferry zone.").language("en").date("2020-01-02"),
      Story.of("three", "An Änne ferry. Nothing else.").language("en"),
      Story.of("four", "No ship at all.").language("en").with(Field.PUBLISHER, "ferry"));

  @TempDir
  private static Path folder;

  private static Path forward;
  private static Path backward;

  @BeforeAll
  static void fill() throws IOException {
    forward = folder.resolve("forward");
    backward = folder.resolve("backward");
    List<Story> many = new ArrayList<>(STORIES);
    Random random = new Random(5);
    for (int number = 0; number < 60; number++) {
      String text = "On day " + number + " the tram " + (random.nextBoolean() ? "tram" : "stood")
          + " still; no tram moved.";
      many.add(Story.of("tram" + number, text).date("2022-01-01"));
    }
    fill(forward, many);
    Collections.reverse(many);
    fill(backward, many);
  }

  private static void fill(Path index, List<Story> stories) throws IOException {
    try (Index writer = Index.open(index)) {
      int offset = 0;
      for (Story story : stories) {
        writer.add(story.at(new Position(1, offset++)).entry());
      }
      writer.commit(new Position(1, offset));
    }
  }

  private static Concordance asked(String words, String order, int skip, int limit) {
    return new Concordance(
        words,
        new Reach(1, Reach.Unit.WORDS),
        LineOrder.named(order).orElseThrow(),
        skip,
        limit,
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> lines(Path index, Concordance asked)
      throws IOException, QuestionException {
    List<String> lines = new ArrayList<>();
    try (Search search = Search.open(index)) {
      asked.show(search, line -> lines.add(line.left() + "[" + line.word() + "]" + line.right()));
    }
    return lines;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", textBlock = """
      left    => [Ferry] news | a [FERRY] sank | Änne [ferry]. Nothing | blue [ferry] zone | old [Ferry] came | red [ferry] left
      1R      => old [Ferry] came | red [ferry] left | [Ferry] news | Änne [ferry]. Nothing | a [FERRY] sank | blue [ferry] zone
      oldest,1L => blue [ferry] zone | [Ferry] news | a [FERRY] sank | old [Ferry] came | red [ferry] left | Änne [ferry]. Nothing
      newest,1R => old [Ferry] came | red [ferry] left | [Ferry] news | a [FERRY] sank | blue [ferry] zone | Änne [ferry]. Nothing
      """)
  void linesComeInTheOrderThatWasAskedFor(String order, String expected) throws Exception {
    List<String> lines = lines(forward, asked("ferry", order, 0, 100));
    assertThat(lines).containsExactly(expected.split(" \\| ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "left", "right", "key", "newest", "oldest", "source", "1L,2R"})
  void doNotDependOnTheOrderInWhichTheArchiveCameToBe(String order) throws Exception {
    List<String> lines = lines(forward, asked("tram OR ferry", order, 0, 1000));
    assertThat(lines).hasSizeGreaterThan(120);
    assertThat(lines(backward, asked("tram OR ferry", order, 0, 1000))).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "right", "archive"})
  void pagesAreTheWholePieceByPiece(String order) throws Exception {
    List<String> whole = lines(forward, asked("tram", order, 0, Concordance.ALL));
    List<String> pieces = new ArrayList<>();
    for (int skip = 0; skip < whole.size() + 7; skip += 7) {
      pieces.addAll(lines(forward, asked("tram", order, skip, 7)));
    }
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void theArchivesOwnOrderIsOneOfThem() throws Exception {
    assertThat(lines(forward, asked("ferry", "archive", 0, 100)))
        .containsExactly(
            "[Ferry] news",
            "red [ferry] left",
            "old [Ferry] came",
            "a [FERRY] sank",
            "blue [ferry] zone",
            "Änne [ferry]. Nothing");
  }

  private static List<String> sample(Path index, int size, long seed)
      throws IOException, QuestionException {
    Concordance asked = new Concordance(
        "tram",
        new Reach(2, Reach.Unit.WORDS),
        LineOrder.BY_ID,
        0,
        Concordance.ALL,
        Optional.of(new Sample(size, seed)),
        Optional.empty());
    return lines(index, asked);
  }

  @Test
  void aSampleIsDrawnByLotAndTheSameEverywhere() throws Exception {
    List<String> ten = sample(forward, 10, 1);
    assertThat(ten).hasSize(10).isEqualTo(sample(backward, 10, 1));
    assertThat(sample(forward, 30, 1)).hasSize(30).containsAll(ten);
    assertThat(sample(forward, 10, 2)).hasSize(10).isNotEqualTo(ten);
    assertThat(sample(forward, 100_000, 1)).hasSameElementsAs(sample(backward, 100_000, 9));
  }

  @Test
  void everyPlaceHasTheSameChance() throws Exception {
    int[] drawn = new int[2];
    for (long seed = 0; seed < 40; seed++) {
      for (String line : sample(forward, 20, seed)) {
        drawn[line.startsWith("still; no ") ? 0 : 1]++;
      }
    }
    // 60 of the 150 or so places are the second ones of their articles.
    double share = drawn[0] / 800.0;
    assertThat(share).isBetween(0.33, 0.47);
  }

  @Test
  void tellsHowManyThereAreWhereItKnows() throws Exception {
    try (Search search = Search.open(forward)) {
      List<Line> lines = new ArrayList<>();
      assertThat(asked("ferry", "left", 0, 2).show(search, lines::add))
          .isEqualTo(new Concordance.Extent(3, Optional.of(6L)));
      assertThat(asked("ferry", "id", 0, 2).show(search, lines::add))
          .isEqualTo(new Concordance.Extent(3, Optional.empty()));
      assertThat(asked("ferry", "id", 0, 100).show(search, lines::add))
          .isEqualTo(new Concordance.Extent(3, Optional.of(6L)));
      assertThat(asked("publisher:ferry", "id", 0, 100).show(search, lines::add))
          .isEqualTo(new Concordance.Extent(1, Optional.of(0L)));
      assertThat(asked("nothing-at-all", "id", 0, 100).show(search, lines::add))
          .isEqualTo(new Concordance.Extent(0, Optional.of(0L)));
    }
  }

  @Test
  void refusesToOrderMoreThanMemoryHolds() throws IOException {
    Path index = folder.resolve("long");
    String text = "ferry ".repeat(Concordance.MAX_SORTED + 1);
    fill(index, List.of(Story.of("long", text)));
    assertThatThrownBy(() -> lines(index, asked("ferry", "1R", 0, Concordance.ALL)))
        .isInstanceOf(QuestionException.class)
        .hasMessage("250,001 occurrences are too many to be put in order, 250,000 is the most;"
            + " take fewer with a limit or a sample, ask for less at a time, or leave them in the"
            + " order of ids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lft", "0L", "10L", "1X", "left,,right", "1L;2L"})
  void knowsNoOtherOrders(String order) {
    assertThat(LineOrder.named(order)).isEmpty();
  }
}
