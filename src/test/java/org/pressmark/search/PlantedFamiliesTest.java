package org.pressmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.dedup.Kinship;
import org.pressmark.dedup.Planted;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// Variants that were planted among invented articles, and whether they are found.
///
/// `mvn test -Dtest=PlantedFamiliesTest -Dplanted=full` plants 1,500 among 10,000, and with
/// `-Dseed=7` behind it other stories.
class PlantedFamiliesTest {
  @TempDir
  private Path folder;

  /// Pairs of articles, counted.
  private record Score(long planted, long found, long right) {
    double recall() {
      return (double) right / planted;
    }

    double precision() {
      return (double) right / found;
    }
  }

  private static final long SEED = Long.getLong("seed", 20_240_506L);

  private static Planted.Plan plan() {
    return System.getProperty("planted", "").equals("full")
        ? Planted.Plan.full(SEED)
        : new Planted.Plan(1_000, 150, 200, SEED);
  }

  @Test
  void findsWhatWasPlantedAndNothingElse() throws IOException {
    List<Planted> planted = Planted.all(plan());
    long start = System.nanoTime();
    index(planted, folder, 500);
    long indexed = System.nanoTime();
    Families families = families(folder);
    long done = System.nanoTime();
    Score score = score(planted, families);
    System.out.printf(
        Locale.ROOT,
        "%,d articles: indexed in %.1f s, families in %.2f s; recall %.4f, precision %.4f;"
            + " missed %s, merged through a template %d%n",
        planted.size(),
        (indexed - start) / 1e9,
        (done - indexed) / 1e9,
        score.recall(),
        score.precision(),
        missed(planted, families),
        templated(planted, families));
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.99);
    assertThat(templated(planted, families)).as("merged through a template").isZero();
  }

  @Test
  void tellsStoriesApartOfWhichFiftyShareATemplate() throws IOException {
    List<Planted> planted = Planted.all(new Planted.Plan(900, 100, 600, 50, SEED));
    index(planted, folder, 500);
    Families families = families(folder);
    assertThat(templated(planted, families)).as("merged through a template").isZero();
    assertThat(score(planted, families).recall()).isGreaterThanOrEqualTo(0.97);
  }

  /// As of a small paper's own notices, or of a series.
  @ParameterizedTest
  @ValueSource(ints = {12, 20})
  void tellsStoriesOfOnePaperApartOfWhichFewShareATemplate(int sharing) throws IOException {
    List<Planted> planted = Planted.all(new Planted.Plan(900, 100, 600, sharing, SEED));
    index(planted, folder, 500, PlantedFamiliesTest::paper);
    Families families = families(folder);
    assertThat(templated(planted, families)).as("merged through a template").isZero();
    assertThat(score(planted, families).recall()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void findsTheSameFamiliesInAnyOrderAndLaterOn() throws IOException {
    List<Planted> planted = Planted.all(new Planted.Plan(300, 100, 60, SEED));
    Path first = folder.resolve("first");
    index(planted, first, 300);
    Families expected = families(first);
    assertThat(expected.all()).hasSizeGreaterThan(20);
    assertThat(families(first)).as("as they were kept").isEqualTo(expected);
    List<Integer> order = new ArrayList<>();
    for (int number = 0; number < planted.size(); number++) {
      order.add(number);
    }
    Collections.shuffle(order, new Random(5));
    Path other = folder.resolve("other");
    try (Index index = Index.open(other)) {
      for (int at = 0; at < order.size(); at++) {
        index.add(story(planted.get(order.get(at)), order.get(at)).entry());
        if (at % 70 == 69) {
          index.commit(new Position(1, at + 1));
          families(other); // so that there are old ones when the next come
        }
      }
      index.commit(new Position(1, planted.size()));
    }
    assertThat(families(other)).isEqualTo(expected);
  }

  @Test
  void findsThemAnewWhereWhatWasKeptIsDamaged() throws IOException {
    List<Planted> planted = Planted.all(new Planted.Plan(60, 30, 6, SEED));
    index(planted, folder, 60);
    Families expected = families(folder);
    Path kept = folder.resolve("families.txt");
    byte[] bytes = Files.readAllBytes(kept);
    Random random = new Random(9);
    for (int flip = 0; flip < 50; flip++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(kept, damaged);
      assertThat(families(folder)).isEqualTo(expected);
      assertThat(kept).hasBinaryContent(bytes);
    }
    Files.write(kept, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(families(folder)).isEqualTo(expected);
  }

  @Test
  void takesAStoryForOneThatStandsInHundredsOfPapers() throws IOException {
    List<Planted> planted = new ArrayList<>();
    for (int paper = 0; paper < 200; paper++) {
      String text = Planted.all(new Planted.Plan(1, 0, 0, 1)).getFirst().text();
      planted.add(new Planted(
          1, Planted.Kind.EXTENDED, "Ferry aground", text + "\nRead it in paper " + paper));
    }
    index(planted, folder, 500);
    assertThat(families(folder).all()).singleElement().extracting(Family::size).isEqualTo(200);
  }

  @Test
  void saysHowManyWereTooShort() throws IOException {
    List<Planted> planted = List.of(
        new Planted(1, Planted.Kind.FIRST, "Offer", "Subscribe to read on."),
        new Planted(1, Planted.Kind.REHEADLINED, "Again", "Subscribe to read on."));
    index(planted, folder, 500);
    assertThat(families(folder)).isEqualTo(new Families(List.of(), 2, 0));
  }

  private static Story story(Planted planted, int number) {
    return Story.of("planted-" + number, planted.text().split("\n"))
        .headline(planted.headline())
        .at(new Position(1, number));
  }

  /// A template is of one paper, all others have each story once.
  private static Story paper(Planted planted, int number) {
    String paper = planted.isTemplated() ? "Varn Echo" : "Paper " + number;
    return story(planted, number).with(Field.PUBLISHER, paper);
  }

  private static void index(List<Planted> planted, Path folder, int batch) throws IOException {
    index(planted, folder, batch, PlantedFamiliesTest::story);
  }

  private static void index(
      List<Planted> planted, Path folder, int batch, BiFunction<Planted, Integer, Story> printed)
      throws IOException {
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < planted.size(); number++) {
        index.add(printed.apply(planted.get(number), number).entry());
        if (number % batch == batch - 1) {
          index.commit(new Position(1, number + 1));
        }
      }
      index.commit(new Position(1, planted.size()));
    }
  }

  private static Families families(Path folder) throws IOException {
    try (Search search = Search.open(folder)) {
      return search.families(Kinship.DEFAULT, done -> {});
    }
  }

  private static Map<Mark, Planted> byMark(List<Planted> planted) {
    Map<Mark, Planted> byMark = new HashMap<>();
    for (int number = 0; number < planted.size(); number++) {
      byMark.put(story(planted.get(number), number).mark(), planted.get(number));
    }
    return byMark;
  }

  private static Score score(List<Planted> planted, Families families) {
    Map<Mark, Planted> byMark = byMark(planted);
    Map<Integer, Long> sizes = new HashMap<>();
    planted.forEach(article -> sizes.merge(article.family(), 1L, Long::sum));
    long right = 0;
    long found = 0;
    for (Family family : families.all()) {
      found += pairs(family.size());
      Map<Integer, Long> stories = new HashMap<>();
      family.marks().forEach(m -> stories.merge(story(byMark, m), 1L, Long::sum));
      right += stories.values().stream().mapToLong(PlantedFamiliesTest::pairs).sum();
    }
    long all = sizes.values().stream().mapToLong(PlantedFamiliesTest::pairs).sum();
    return new Score(all, found, right);
  }

  private static int story(Map<Mark, Planted> byMark, Mark mark) {
    return Objects.requireNonNull(byMark.get(mark)).family();
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }

  /// How many stories were put together with another one that shares a template with it.
  private static long templated(List<Planted> planted, Families families) {
    Map<Mark, Planted> byMark = byMark(planted);
    return families.all().stream()
        .filter(family -> family.marks().stream()
                .map(mark -> Objects.requireNonNull(byMark.get(mark)))
                .filter(Planted::isTemplated)
                .map(Planted::family)
                .distinct()
                .count()
            > 1)
        .count();
  }

  /// How many variants are not in the family of the first article of their story, by kind.
  private static Map<Planted.Kind, Integer> missed(List<Planted> planted, Families families) {
    Map<Mark, Planted> byMark = byMark(planted);
    Map<Mark, Family> familyOf = families.byMark();
    Map<Integer, Mark> firsts = new HashMap<>();
    byMark.forEach((mark, article) -> {
      if (article.kind() == Planted.Kind.FIRST) {
        firsts.put(article.family(), mark);
      }
    });
    Map<Planted.Kind, Integer> missed = new EnumMap<>(Planted.Kind.class);
    byMark.forEach((mark, article) -> {
      Mark first = firsts.get(article.family());
      if (!article.isTemplated()
          && !mark.equals(first)
          && (!familyOf.containsKey(mark) || familyOf.get(mark) != familyOf.get(first))) {
        missed.merge(article.kind(), 1, Integer::sum);
      }
    });
    return missed;
  }
}
