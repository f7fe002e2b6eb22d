package org.pressmark.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Position;
import org.pressmark.dedup.Likeness;
import org.pressmark.index.Days;
import org.pressmark.index.Index;
import org.pressmark.index.Story;
import org.pressmark.search.Families;
import org.pressmark.search.Family;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;

class TrendTest {
  private static final Story FIRST = Story.of("first", "The harbour is shut.").date("2020-12-31");
  private static final Story SECOND =
      Story.of("second", "The harbour is shut; the harbour waits.").date("2021-01-02");
  private static final Story THIRD =
      Story.of("third", "Harbour, harbour, harbour.").date("2021");
  private static final Story ALONE = Story.of("alone", "Another harbour story.").date("2021-03");
  private static final Story UNDATED = Story.of("undated", "A harbour without a date.");
  private static final Story OTHER = Story.of("other", "Nothing of the kind.").date("2022-07-01");

  @TempDir
  private Path folder;

  private Search search(Story... stories) throws IOException {
    try (Index index = Index.open(folder)) {
      int offset = 0;
      for (Story story : stories) {
        index.add(story.at(new Position(1, offset++)).entry());
      }
      index.commit(new Position(1, offset));
    }
    return Search.open(folder);
  }

  private static Families family(Story representative, Story... others) {
    List<Family.Member> members = java.util.Arrays.stream(others)
        .map(story -> new Family.Member(story.mark(), new Likeness(1, 1, 1)))
        .toList();
    return new Families(List.of(new Family(representative.mark(), members)), 0, 0);
  }

  private static Trend.Bucket bucket(
      String label, long articles, long occurrences, long allArticles, long allTokens) {
    return new Trend.Bucket(label, articles, occurrences, allArticles, allTokens);
  }

  @Test
  void everyArticleCountsInTheStretchThatItsDateLiesIn() throws Exception {
    try (Search search = search(FIRST, SECOND, THIRD, ALONE, UNDATED, OTHER)) {
      Trend byYear = Trend.of(search, "harbour", By.YEAR, Days.ALWAYS, Optional.empty());
      assertThat(byYear.buckets())
          .containsExactly(
              bucket("2020", 1, 1, 1, 4), bucket("2021", 3, 6, 3, 13), bucket("2022", 0, 0, 1, 4));
      assertThat(byYear.unknown()).isEqualTo(bucket("unknown", 1, 1, 1, 5));
      assertThat(byYear.all()).isEqualTo(bucket("all", 5, 8, 6, 26));
      Trend byMonth = Trend.of(search, "harbour", By.MONTH, Days.ALWAYS, Optional.empty());
      assertThat(byMonth.buckets()).hasSize(20);
      assertThat(byMonth.buckets().getFirst()).isEqualTo(bucket("2020-12", 1, 1, 1, 4));
      assertThat(byMonth.coarse()).isEqualTo(bucket("coarse", 1, 3, 1, 3));
      Trend byWeek = Trend.of(search, "harbour", By.WEEK, Days.ALWAYS, Optional.empty());
      // 31 December 2020 and 2 January 2021 lie in the same week, which is one of 2020.
      assertThat(byWeek.buckets().getFirst()).isEqualTo(bucket("2020-W53", 2, 3, 2, 11));
      assertThat(byWeek.coarse().articles()).isEqualTo(2);
    }
  }

  @Test
  void aFamilyCountsOnceWhereItsEarliestArticleIs() throws Exception {
    try (Search search = search(FIRST, SECOND, THIRD, ALONE, UNDATED, OTHER)) {
      Optional<Families> families = Optional.of(family(SECOND, FIRST, THIRD));
      Trend byYear = Trend.of(search, "harbour", By.YEAR, Days.ALWAYS, families);
      assertThat(byYear.buckets())
          .containsExactly(
              bucket("2020", 1, 1, 1, 4), bucket("2021", 1, 1, 1, 3), bucket("2022", 0, 0, 1, 4));
      assertThat(byYear.all()).isEqualTo(bucket("all", 3, 3, 4, 16));
      // Only the second one waits: the story counts with it, but where it was first told.
      Trend waits = Trend.of(search, "waits", By.YEAR, Days.ALWAYS, families);
      assertThat(waits.buckets().getFirst()).isEqualTo(bucket("2020", 1, 1, 1, 4));
      assertThat(waits.all().articles()).isEqualTo(1);
    }
  }

  @Test
  void onlyWhatWasPublishedInTheTimeCountsOnBothSides() throws Exception {
    Days days = new Days(days("2021-01").first(), days("2021-06").last());
    try (Search search = search(FIRST, SECOND, THIRD, ALONE, UNDATED, OTHER)) {
      Trend trend = Trend.of(search, "harbour", By.MONTH, days, Optional.empty());
      assertThat(trend.buckets())
          .containsExactly(
              bucket("2021-01", 1, 2, 1, 7),
              bucket("2021-02", 0, 0, 0, 0),
              bucket("2021-03", 1, 1, 1, 3),
              bucket("2021-04", 0, 0, 0, 0),
              bucket("2021-05", 0, 0, 0, 0),
              bucket("2021-06", 0, 0, 0, 0));
      assertThat(trend.all()).isEqualTo(bucket("all", 2, 3, 2, 10));
      assertThat(trend.unknown().allArticles() + trend.coarse().allArticles()).isZero();
      assertThat(trend.span())
          .contains(new Trend.Span(
              days, 2, 6, bucket("undated", 1, 0, 1, 5), bucket("unsure", 1, 0, 1, 3)));
      // What lies in the whole of 2021 lies in it, however little is known of the day.
      Trend whole = Trend.of(search, "harbour", By.MONTH, days("2021"), Optional.empty());
      assertThat(whole.buckets()).hasSize(12);
      assertThat(whole.coarse()).isEqualTo(bucket("coarse", 1, 3, 1, 3));
      assertThat(whole.all()).isEqualTo(bucket("all", 3, 6, 3, 13));
      Trend byType = Trend.of(search, "harbour", By.LANGUAGE, days("2021"), Optional.empty());
      assertThat(byType.all()).isEqualTo(whole.all());
    }
  }

  @Test
  void aDateThatTheQuestionAsksForNarrowsBothSidesToo() throws Exception {
    try (Search search = search(FIRST, SECOND, THIRD, ALONE, UNDATED, OTHER)) {
      for (String words : List.of(
          "harbour date:2021",
          "date:2020..2021 AND (harbour AND date:[2021 TO 2022])",
          "harbour date:>=2021 date:<2022")) {
        Trend asked = Trend.of(search, words, By.MONTH, Days.ALWAYS, Optional.empty());
        Trend said = Trend.of(search, "harbour", By.MONTH, days("2021"), Optional.empty());
        assertThat(asked.buckets()).as(words).isEqualTo(said.buckets());
        assertThat(asked.all()).as(words).isEqualTo(said.all());
        assertThat(asked.span().orElseThrow().days()).isEqualTo(days("2021"));
      }
      for (String words : List.of("harbour NOT date:2020", "date:2021 OR waits", "harbour")) {
        assertThat(
                Trend.of(search, words, By.YEAR, Days.ALWAYS, Optional.empty()).span())
            .as(words)
            .isEmpty();
      }
      assertThatThrownBy(
              () -> Trend.of(search, "harbour date:2020", By.YEAR, days("2021"), Optional.empty()))
          .isInstanceOf(QuestionException.class)
          .hasMessage("no day that the question asks for with date: lies in the time that is to be"
              + " counted");
    }
  }

  @Test
  void ofAFamilyTheEarliestOfThatTimeCounts() throws Exception {
    try (Search search = search(FIRST, SECOND, THIRD, ALONE, UNDATED, OTHER)) {
      Optional<Families> families = Optional.of(family(SECOND, FIRST, ALONE));
      Trend trend = Trend.of(search, "harbour", By.MONTH, days("2021"), families);
      assertThat(trend.buckets().getFirst()).isEqualTo(bucket("2021-01", 1, 2, 1, 7));
      assertThat(trend.coarse()).isEqualTo(bucket("coarse", 1, 3, 1, 3));
      assertThat(trend.all()).isEqualTo(bucket("all", 2, 5, 2, 10));
    }
  }

  private static Days days(String date) {
    return Days.of(date).orElseThrow();
  }

  @Test
  void anEmptyArchiveHasNoBuckets() throws Exception {
    try (Search search = search()) {
      Trend trend = Trend.of(search, "harbour", By.DAY, Days.ALWAYS, Optional.empty());
      assertThat(trend.buckets()).isEmpty();
      assertThat(trend.all()).isEqualTo(bucket("all", 0, 0, 0, 0));
      assertThat(trend.all().perMillion()).isEmpty();
      assertThat(trend.all().share()).isEmpty();
      assertThat(Trend.of(search, "harbour", By.MONTH, days("2021"), Optional.empty())
              .buckets())
          .hasSize(12);
    }
  }

  @Test
  void refusesMoreStretchesThanAnybodyReads() throws Exception {
    try (Search search = search(FIRST, Story.of("old", "A harbour.").date("0021-03-04"))) {
      assertThatThrownBy(() -> Trend.of(search, "harbour", By.DAY, Days.ALWAYS, Optional.empty()))
          .isInstanceOf(QuestionException.class)
          .hasMessage("from 0021-03-04, the first date in the archive, to 2020-12-31, the last,"
              + " there are 730,423, more than 100,000; count by longer stretches of time");
      assertThat(Trend.of(search, "harbour", By.YEAR, Days.ALWAYS, Optional.empty())
              .buckets())
          .hasSize(2000);
    }
  }
}
