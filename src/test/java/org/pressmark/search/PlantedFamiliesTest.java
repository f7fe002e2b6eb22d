package org.pressmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.dedup.Kinship;
import org.pressmark.dedup.Planted;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

/// Variants that were planted among invented articles, and whether they are found.
///
/// `mvn test -Dtest=PlantedFamiliesTest -Dplanted=full` runs the large set, and
/// `-Dplanted=full -Dseed=7` one with other stories in it.
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

  @Test
  void findsWhatWasPlantedAndNothingElse() throws IOException {
    boolean isFull = System.getProperty("planted", "").equals("full");
    long seed = Long.getLong("seed", 20_240_506L);
    Planted.Plan plan = isFull ? Planted.Plan.full(seed) : new Planted.Plan(1_000, 150, 200, seed);
    List<Planted> planted = Planted.all(plan);
    long start = System.nanoTime();
    index(planted, folder);
    long indexed = System.nanoTime();
    Families families = families(folder);
    long done = System.nanoTime();
    Score score = score(planted, families);
    System.out.printf(
        Locale.ROOT,
        "%,d articles: indexed in %.1f s, families in %.2f s; recall %.4f, precision %.4f, %s%n",
        planted.size(),
        (indexed - start) / 1e9,
        (done - indexed) / 1e9,
        score.recall(),
        score.precision(),
        missed(planted, families));
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.99);
  }

  private static Story story(Planted planted, int number) {
    return Story.of("planted-" + number, planted.text().split("\n"))
        .headline(planted.headline())
        .at(new Position(1, number));
  }

  private static void index(List<Planted> planted, Path folder) throws IOException {
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < planted.size(); number++) {
        index.add(story(planted.get(number), number).entry());
        if (number % 500 == 499) {
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
      if (!mark.equals(first)
          && (!familyOf.containsKey(mark) || familyOf.get(mark) != familyOf.get(first))) {
        missed.merge(article.kind(), 1, Integer::sum);
      }
    });
    return missed;
  }
}
