package org.pressmark.study;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.pressmark.search.Columns;
import org.pressmark.search.Families;
import org.pressmark.search.Matching;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;
import org.pressmark.search.Stories;

/// How often a question is met with in each part of an archive, and how large that part is.
///
/// @param buckets of time without a gap from the first article of the archive to the last; of other
/// things those with the most matching articles first. Whoever has several authors is in several
/// @param starts the first days of the buckets, where they are stretches of time
/// @param unknown of which the thing is not known: articles without a date, without an author
/// @param coarse whose date may mean several of the buckets, such as `2021` by day
/// @param all every article once
/// @param collapsed whether a family counts as one article
public record Trend(
    By by,
    List<Bucket> buckets,
    List<LocalDate> starts,
    Bucket unknown,
    Bucket coarse,
    Bucket all,
    boolean collapsed) {
  /// More rows than anybody reads, more than a spreadsheet likes.
  public static final int MAX_STRETCHES = 100_000;

  public Trend {
    starts = List.copyOf(starts);
    buckets = List.copyOf(buckets);
  }

  /// @param articles that match
  /// @param occurrences places where they do
  /// @param allArticles of the archive, whether they match or not
  /// @param allTokens words of headlines and texts of these
  public record Bucket(
      String label, long articles, long occurrences, long allArticles, long allTokens) {
    /// Occurrences in a million words; nothing where there are no words.
    public Optional<Double> perMillion() {
      return allTokens == 0 ? Optional.empty() : Optional.of(occurrences * 1_000_000.0 / allTokens);
    }

    /// The share of the articles that match, from 0 to 1; nothing where there are no articles.
    public Optional<Double> share() {
      return allArticles == 0 ? Optional.empty() : Optional.of((double) articles / allArticles);
    }
  }

  /// The first day of a bucket, where it is a stretch of time.
  public Optional<LocalDate> start(int bucket) {
    return starts.isEmpty() ? Optional.empty() : Optional.of(starts.get(bucket));
  }

  /// @param families each counts as one article: there and then where its earliest article is, with
  /// the occurrences of the earliest that matches. Empty where every article counts
  public static Trend of(Search search, String words, By by, Optional<Families> families)
      throws IOException, QuestionException {
    Matching matching = search.match(words);
    Columns columns = search.columns();
    Grouping grouping = Grouping.of(by, columns);
    if (by.isTime() && grouping.size() > MAX_STRETCHES) {
      throw new QuestionException(String.format(
          Locale.ROOT,
          "from %s, the first date in the archive, to %s, the last, there are %,d, more than %,d;"
              + " count by longer stretches of time",
          grouping.label(0),
          grouping.label(grouping.size() - 1),
          grouping.size(),
          MAX_STRETCHES));
    }
    int[] occurrences = occurrences(matching, search.reader().maxDoc());
    FixedBitSet counted = columns.articles();
    if (families.isPresent()) {
      Stories stories = new Stories(search.reader(), families.get());
      counted = new Anchors(columns, stories, families.get().all().size()).collapse(occurrences);
    }
    return new Count(columns, grouping, counted, occurrences).trend(by, families.isPresent());
  }

  /// Of each document, or [#NO_MATCH].
  private static int[] occurrences(Matching matching, int documents) throws IOException {
    int[] occurrences = new int[documents];
    Arrays.fill(occurrences, NO_MATCH);
    FixedBitSet found = matching.articles();
    for (int each = 0; each < documents; each++) {
      if (found.get(each)) {
        occurrences[each] = matching.occurrences(each);
      }
    }
    return occurrences;
  }

  private static final int NO_MATCH = -1;

  /// The earliest article of each family.
  private static final class Anchors {
    private static final int NOBODY = -1;

    private final Columns columns;
    private final Stories stories;
    private final int[] days;
    private final long[] ranks;
    private final int[] earliest;
    private final int[] matching;

    Anchors(Columns columns, Stories stories, int families) throws IOException {
      this.columns = columns;
      this.days = columns.firstDays();
      this.ranks = columns.ranks();
      this.stories = stories;
      this.earliest = new int[families];
      this.matching = new int[families];
      Arrays.fill(earliest, NOBODY);
      Arrays.fill(matching, NOBODY);
    }

    /// Gives the earliest article of each family what the earliest matching one has.
    ///
    /// @return the articles that are left
    FixedBitSet collapse(int[] occurrences) {
      for (int each = columns.next(-1);
          each != DocIdSetIterator.NO_MORE_DOCS;
          each = columns.next(each)) {
        int family = stories.family(each);
        if (family != Stories.NONE) {
          earliest[family] = earlier(each, earliest[family]);
          matching[family] =
              occurrences[each] == NO_MATCH ? matching[family] : earlier(each, matching[family]);
        }
      }
      FixedBitSet left = columns.articles().clone();
      int[] found = occurrences.clone();
      for (int each = columns.next(-1);
          each != DocIdSetIterator.NO_MORE_DOCS;
          each = columns.next(each)) {
        int family = stories.family(each);
        if (family != Stories.NONE && earliest[family] != each) {
          left.clear(each);
        } else if (family != Stories.NONE) {
          occurrences[each] = matching[family] == NOBODY ? NO_MATCH : found[matching[family]];
        }
      }
      return left;
    }

    /// The one with the earlier date; where they have the same, or none, that with the lower id.
    private int earlier(int one, int other) {
      if (other == NOBODY) {
        return one;
      }
      int order = Integer.compare(day(one), day(other));
      if (order == 0) {
        order = Long.compare(ranks[one], ranks[other]);
      }
      return order <= 0 ? one : other;
    }

    private int day(int article) {
      int day = days[article];
      return day == Columns.UNDATED ? Integer.MAX_VALUE : day;
    }
  }

  /// Counts article after article.
  private static final class Count {
    private final Columns columns;
    private final Grouping grouping;
    private final FixedBitSet counted;
    private final int[] occurrences;
    private final Sums[] sums;
    private final Sums unknown = new Sums();
    private final Sums coarse = new Sums();
    private final Sums all = new Sums();

    private static final class Sums {
      private long articles;
      private long occurrences;
      private long allArticles;
      private long allTokens;

      void add(int found, int tokens) {
        allArticles++;
        allTokens += tokens;
        articles += found == NO_MATCH ? 0 : 1;
        occurrences += Math.max(0, found);
      }

      Bucket bucket(String label) {
        return new Bucket(label, articles, occurrences, allArticles, allTokens);
      }
    }

    Count(Columns columns, Grouping grouping, FixedBitSet counted, int[] occurrences) {
      this.columns = columns;
      this.grouping = grouping;
      this.counted = counted;
      this.occurrences = occurrences;
      this.sums = new Sums[grouping.size()];
      Arrays.setAll(sums, each -> new Sums());
    }

    Trend trend(By by, boolean collapsed) throws IOException {
      int[] tokens = columns.tokens();
      for (int each = columns.next(-1);
          each != DocIdSetIterator.NO_MORE_DOCS;
          each = columns.next(each)) {
        if (counted.get(each)) {
          add(each, occurrences[each], tokens[each]);
        }
      }
      List<Bucket> buckets = new ArrayList<>();
      for (int group = 0; group < sums.length; group++) {
        buckets.add(sums[group].bucket(grouping.label(group)));
      }
      if (!by.isTime()) {
        buckets.sort(Comparator.comparingLong(Bucket::articles)
            .thenComparingLong(Bucket::allArticles)
            .reversed()
            .thenComparing(Bucket::label));
      }
      List<LocalDate> starts = new ArrayList<>();
      if (grouping instanceof Timeline timeline) {
        for (int group = 0; group < sums.length; group++) {
          starts.add(timeline.start(group));
        }
      }
      return new Trend(
          by,
          buckets,
          starts,
          unknown.bucket("unknown"),
          coarse.bucket("coarse"),
          all.bucket("all"),
          collapsed);
    }

    private void add(int article, int found, int tokens) throws IOException {
      all.add(found, tokens);
      switch (grouping.tell(article, group -> sums[group].add(found, tokens))) {
        case TOLD -> {}
        case UNKNOWN -> unknown.add(found, tokens);
        case COARSE -> coarse.add(found, tokens);
      }
    }
  }
}
