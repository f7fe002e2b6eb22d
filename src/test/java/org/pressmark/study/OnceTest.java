package org.pressmark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.dedup.Kinship;
import org.pressmark.index.Days;
import org.pressmark.index.Index;
import org.pressmark.index.Story;
import org.pressmark.search.Families;
import org.pressmark.search.Family;
import org.pressmark.search.Search;

/// Families were planted, and everything is counted a second time by reading one article of each.
class OnceTest {
  private static final String[] OUTLETS = {"Echo", "Courier", "Mail", "Herald"};
  private static final Choice ALL_WORDS = new Choice(1, Set.of(), 0, 10_000);
  private static final List<Told> TOLD = new ArrayList<>();

  @TempDir
  private static Path folder;

  private static Search search;
  private static Optional<Families> families = Optional.empty();

  /// @param date empty where there is none
  private record Told(
      String name, int family, String outlet, String date, List<String> title, List<String> text) {
    long count(String word) {
      return words().filter(word::equals).count();
    }

    Stream<String> words() {
      return Stream.concat(title.stream(), text.stream());
    }

    Story story() {
      Story story = Story.of(name, String.join(" ", text) + ".")
          .headline(String.join(" ", title))
          .with(Field.PUBLISHER, outlet);
      return date.isEmpty() ? story : story.date(date);
    }
  }

  @BeforeAll
  static void plant() throws IOException {
    Random random = new Random(23);
    for (int family = 0; family < 90; family++) {
      List<String> told = words(random, 60 + random.nextInt(40));
      for (int members = 1 + random.nextInt(4); members > 0; members--) {
        List<String> text = new ArrayList<>(told);
        int cut = random.nextInt(12);
        text.subList(0, cut).clear();
        text.addAll(random.nextInt(text.size()), words(random, 10));
        String date = random.nextInt(6) == 0
            ? ""
            : String.format(
                Locale.ROOT, "20%02d-0%d-11", 19 + random.nextInt(4), 1 + random.nextInt(3));
        TOLD.add(new Told(
            "told" + TOLD.size(), family, pick(random, OUTLETS), date, words(random, 5), text));
      }
    }
    try (Index index = Index.open(folder)) {
      for (int number = 0; number < TOLD.size(); number++) {
        index.add(TOLD.get(number).story().at(new Position(1, number)).entry());
        if (number % 50 == 49) {
          index.commit(new Position(1, number + 1));
        }
      }
      index.commit(new Position(1, TOLD.size()));
    }
    search = Search.open(folder);
    families = Optional.of(search.families(Kinship.DEFAULT, done -> {}));
  }

  private static List<String> words(Random random, int many) {
    List<String> words = new ArrayList<>();
    for (int left = many; left > 0; left--) {
      words.add(random.nextInt(14) == 0 ? "harbour" : syllable(random) + syllable(random));
    }
    return words;
  }

  private static String syllable(Random random) {
    return "" + "bdfgklmnprst".charAt(random.nextInt(12)) + "aeiou".charAt(random.nextInt(5));
  }

  private static String pick(Random random, String[] some) {
    return some[random.nextInt(some.length)];
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  // The second way of counting

  /// Of each family the earliest of some articles; of one day that with the lower id.
  private static List<Told> once(List<Told> some) {
    return new ArrayList<>(some.stream()
        .collect(Collectors.toMap(
            Told::family,
            told -> told,
            (one, other) -> EARLIEST.compare(one, other) <= 0 ? one : other,
            LinkedHashMap::new))
        .values());
  }

  private static final Comparator<Told> EARLIEST = Comparator.<Told, String>comparing(
          told -> told.date().isEmpty() ? "9999" : told.date())
      .thenComparing(told -> told.story().mark().value());

  private static List<Told> those(Predicate<Told> is) {
    return TOLD.stream().filter(is).toList();
  }

  private static long tokens(List<Told> some) {
    return some.stream().flatMap(Told::words).count();
  }

  private static long count(List<Told> some, String word) {
    return some.stream().mapToLong(told -> told.count(word)).sum();
  }

  @Test
  void theFamiliesAreThoseThatWerePlanted() {
    Map<Integer, Set<Mark>> planted = new HashMap<>();
    TOLD.forEach(told -> planted
        .computeIfAbsent(told.family(), each -> new HashSet<>())
        .add(told.story().mark()));
    assertThat(families.orElseThrow().all().stream()
            .map(Family::marks)
            .map(HashSet::new)
            .collect(Collectors.toSet()))
        .isEqualTo(
            planted.values().stream().filter(each -> each.size() > 1).collect(Collectors.toSet()));
  }

  @Test
  void theWordListReadsOneArticleOfEachFamily() throws Exception {
    List<Told> some = those(told -> told.outlet().equals("Echo"));
    List<Told> read = once(some);
    assertThat(read.size()).isLessThan(some.size());
    WordList list = WordList.of(search, "publisher:echo", ALL_WORDS, families);
    assertThat(list.articles()).isEqualTo(read.size());
    assertThat(list.tokens()).isEqualTo(tokens(read));
    Set<String> words = read.stream().flatMap(Told::words).collect(Collectors.toSet());
    assertThat(list.words()).hasSize(words.size());
    for (WordList.Word word : list.words()) {
      assertThat(word.occurrences()).as(word.word()).isEqualTo(count(read, word.word()));
      assertThat(word.articles())
          .as(word.word())
          .isEqualTo(read.stream().filter(told -> told.count(word.word()) > 0).count());
    }
    WordList all = WordList.of(search, "publisher:echo", ALL_WORDS, Optional.empty());
    assertThat(all.articles()).isEqualTo(some.size());
    assertThat(all.tokens()).isEqualTo(tokens(some));
  }

  @Test
  void keywordsAreOfOneArticleOfEachFamilyOnEachSide() throws Exception {
    for (Optional<String> against : List.of(Optional.<String>empty(), Optional.of("date:2020"))) {
      List<Told> here = once(those(told -> told.outlet().equals("Echo")));
      List<Told> there = once(those(told ->
          !told.outlet().equals("Echo") && (against.isEmpty() || told.date().startsWith("2020"))));
      Keywords keywords = Keywords.of(
          search,
          "publisher:echo",
          against,
          Keywords.Used.MORE,
          Keywords.Order.LOG_LIKELIHOOD,
          0,
          ALL_WORDS,
          families);
      assertThat(keywords.articles()).isEqualTo(here.size());
      assertThat(keywords.articlesThere()).isEqualTo(there.size());
      assertThat(keywords.tokens()).isEqualTo(tokens(here));
      assertThat(keywords.tokensThere()).isEqualTo(tokens(there));
      assertThat(keywords.words()).hasSizeGreaterThan(50);
      for (Keywords.Keyword word : keywords.words()) {
        assertThat(word.contrast().here()).isEqualTo(count(here, word.word()));
        assertThat(word.contrast().there()).isEqualTo(count(there, word.word()));
      }
    }
  }

  @Test
  void collocatesAreOfOneArticleOfEachFamily() throws Exception {
    // Where a family has an article that matches, that one is read, and not an earlier one.
    List<Told> matching =
        once(those(told -> told.outlet().equals("Mail") && told.count("harbour") > 0));
    Set<Integer> known = matching.stream().map(Told::family).collect(Collectors.toSet());
    List<Told> read = new ArrayList<>(matching);
    read.addAll(once(those(told -> !known.contains(told.family()))));
    Map<String, Long> near = new HashMap<>();
    long inWindows = 0;
    long keys = 0;
    for (Told told : matching) {
      keys += told.count("harbour");
      for (List<String> part : List.of(told.title(), told.text())) {
        for (int at = 0; at < part.size(); at++) {
          List<String> window = part.subList(Math.max(0, at - 2), Math.min(part.size(), at + 3));
          if (!part.get(at).equals("harbour") && window.contains("harbour")) {
            near.merge(part.get(at), 1L, Long::sum);
            inWindows++;
          }
        }
      }
    }
    Collocations found = Collocations.of(
        search,
        "exact:harbour publisher:mail",
        2,
        2,
        Collocations.Order.FREQUENCY,
        ALL_WORDS,
        families);
    assertThat(found.articles()).isEqualTo(matching.size());
    assertThat(found.occurrences()).isEqualTo(keys);
    assertThat(found.inWindows()).isEqualTo(inWindows);
    assertThat(found.tokens()).isEqualTo(tokens(read) - keys);
    assertThat(found.words()).hasSize(near.size());
    for (Collocations.Collocate word : found.words()) {
      assertThat(word.near()).as(word.word()).isEqualTo(near.get(word.word()));
      assertThat(word.all()).as(word.word()).isEqualTo(count(read, word.word()));
      assertThat(word.pair().expected())
          .isCloseTo((double) inWindows * word.all() / found.tokens(), within(1e-9));
    }
  }

  @Test
  void whereNothingIsAskedOfTheTextStoriesAreCountedStill() throws Exception {
    Collocations found = Collocations.of(
        search, "publisher:mail", 2, 2, Collocations.Order.FREQUENCY, ALL_WORDS, families);
    assertThat(found.articles())
        .isEqualTo(once(those(told -> told.outlet().equals("Mail"))).size());
    assertThat(found.words()).isEmpty();
  }

  @Test
  void aTrendOfATimeIsOfTheEarliestOfThatTime() throws Exception {
    List<Told> time =
        those(told -> told.date().startsWith("2020") || told.date().startsWith("2021"));
    Predicate<Told> isAsked = told -> told.count("baba") > 0 || told.count("mada") > 0;
    Map<Integer, Told> matching = once(time.stream().filter(isAsked).toList()).stream()
        .collect(Collectors.toMap(Told::family, told -> told));
    Map<String, List<Long>> expected = new HashMap<>();
    for (Told told : once(time)) {
      List<Long> sums = expected.computeIfAbsent(
          told.date().substring(0, 7), each -> new ArrayList<>(List.of(0L, 0L, 0L, 0L)));
      Optional<Told> match = Optional.ofNullable(matching.get(told.family()));
      sums.set(0, sums.get(0) + (match.isPresent() ? 1 : 0));
      sums.set(
          1,
          sums.get(1) + match.map(one -> one.count("baba") + one.count("mada")).orElse(0L));
      sums.set(2, sums.get(2) + 1);
      sums.set(3, sums.get(3) + told.words().count());
    }
    Trend trend = Trend.of(
        search,
        "exact:(baba OR mada)",
        By.MONTH,
        new Days(
            Days.of("2020").orElseThrow().first(), Days.of("2021").orElseThrow().last()),
        families);
    assertThat(trend.buckets()).hasSize(24);
    for (Trend.Bucket bucket : trend.buckets()) {
      assertThat(List.of(
              bucket.articles(), bucket.occurrences(), bucket.allArticles(), bucket.allTokens()))
          .as(bucket.label())
          .isEqualTo(expected.getOrDefault(bucket.label(), List.of(0L, 0L, 0L, 0L)));
    }
    assertThat(trend.all().articles()).isEqualTo(matching.size()).isPositive();
  }
}
