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
import org.pressmark.index.Days;
import org.pressmark.search.Columns;
import org.pressmark.search.Families;
import org.pressmark.search.Matching;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;

/// How often a question is met with in each part of an archive, and how large that part is.
///
/// @param buckets of time without a gap from the first article of the archive to the last, or from
/// the first day that was asked for to the last; of other
/// things those with the most matching articles first. Whoever has several authors is in several
/// @param starts the first days of the buckets, where they are stretches of time
/// @param unknown of which the thing is not known: articles without a date, without an author
/// @param coarse whose date may mean several of the buckets, such as `2021` by day
/// @param all every article once
/// @param span the time that was asked for, where one was; everything else is of this time only
/// @param collapsed whether a family counts as one article
public record Trend(
    By by,
    List<Bucket> buckets,
    List<LocalDate> starts,
    Bucket unknown,
    Bucket coarse,
    Bucket all,
    Optional<Span> span,
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

  /// Of what time the articles are that count, and what could not be told of others.
  ///
  /// @param articles of the archive in it, each member of a family for itself
  /// @param archive articles of the archive, of whatever time
  /// @param undated those without a date, which are not counted
  /// @param unsure those whose date may mean days in it and others, as `2021` does from 2021-09 on;
  /// not counted either
  public record Span(Days days, long articles, long archive, Bucket undated, Bucket unsure) {}

  /// @param days when articles that count were published; a `date:` that the question itself asks
  /// for narrows it further. What the archive has is counted in this time only, too
  /// @param families each counts as one article: there and then where its earliest article of that
  /// time is, with the occurrences of the earliest that matches. Empty where every article counts
  public static Trend of(Search search, String words, By by, Days days, Optional<Families> families)
      throws IOException, QuestionException {
    Days asked = days.and(search.days(words))
        .orElseThrow(() -> new QuestionException(
            "no day that the question asks for with date: lies in the time that is to be counted"));
    Matching matching = search.match(words);
    Columns columns = search.columns();
    Within within = new Within(columns, asked);
    Grouping grouping = Grouping.of(by, columns, asked, within.articles());
    if (by.isTime() && grouping.size() > MAX_STRETCHES) {
      throw new QuestionException(tooMany(grouping, asked));
    }
    FixedBitSet found = matching.articles().clone();
    found.and(within.articles());
    int[] occurrences = occurrences(matching, found);
    FixedBitSet counted = within.articles();
    if (families.isPresent()) {
      Once once = new Once(search, families.get());
      counted = once.of(within.articles(), within.articles());
      collapse(once, within.articles(), found, occurrences);
    }
    return new Count(columns, grouping, counted, occurrences)
        .trend(
            by,
            asked.equals(Days.ALWAYS)
                ? Optional.empty()
                : Optional.of(within.span(matching.articles())),
            families.isPresent());
  }

  private static String tooMany(Grouping stretches, Days asked) throws IOException {
    boolean isAll = asked.equals(Days.ALWAYS);
    return String.format(
        Locale.ROOT,
        "from %s%s to %s%s there are %,d, more than %,d; count by longer stretches of time",
        stretches.label(0),
        isAll ? ", the first date in the archive," : "",
        stretches.label(stretches.size() - 1),
        isAll ? ", the last," : "",
        stretches.size(),
        MAX_STRETCHES);
  }

  /// Of each document, or [#NO_MATCH].
  private static int[] occurrences(Matching matching, FixedBitSet found) throws IOException {
    int[] occurrences = new int[found.length()];
    Arrays.fill(occurrences, NO_MATCH);
    for (int each = Columns.next(found, -1);
        each != DocIdSetIterator.NO_MORE_DOCS;
        each = Columns.next(found, each)) {
      occurrences[each] = matching.occurrences(each);
    }
    return occurrences;
  }

  private static final int NO_MATCH = -1;

  /// Gives the earliest article of each family what the earliest matching one has.
  private static void collapse(Once once, FixedBitSet all, FixedBitSet found, int[] occurrences) {
    int[] earliest = once.earliest(all);
    int[] matching = once.earliest(found);
    for (int family = 0; family < earliest.length; family++) {
      if (earliest[family] != Once.NOBODY && matching[family] != Once.NOBODY) {
        occurrences[earliest[family]] = occurrences[matching[family]];
      }
    }
  }

  /// The articles of a time.
  private static final class Within {
    private final Columns columns;
    private final Days days;
    private final FixedBitSet articles;
    private final FixedBitSet undated;
    private final FixedBitSet unsure;

    Within(Columns columns, Days days) throws IOException {
      this.columns = columns;
      this.days = days;
      this.articles = columns.articles().clone();
      this.undated = new FixedBitSet(articles.length());
      this.unsure = new FixedBitSet(articles.length());
      if (!days.equals(Days.ALWAYS)) {
        sort(columns.firstDays(), columns.lastDays());
      }
    }

    private void sort(int[] firstDays, int[] lastDays) {
      for (int each = columns.next(-1);
          each != DocIdSetIterator.NO_MORE_DOCS;
          each = columns.next(each)) {
        boolean isUndated = firstDays[each] == Columns.UNDATED;
        boolean isInside =
            !isUndated && firstDays[each] >= days.first() && lastDays[each] <= days.last();
        if (!isInside) {
          articles.clear(each);
        }
        if (isUndated) {
          undated.set(each);
        } else if (!isInside && firstDays[each] <= days.last() && lastDays[each] >= days.first()) {
          unsure.set(each);
        }
      }
    }

    FixedBitSet articles() {
      return articles;
    }

    Span span(FixedBitSet matching) throws IOException {
      return new Span(
          days,
          articles.cardinality(),
          columns.articles().cardinality(),
          bucket("undated", undated, matching),
          bucket("unsure", unsure, matching));
    }

    private Bucket bucket(String label, FixedBitSet some, FixedBitSet matching) throws IOException {
      long found = FixedBitSet.intersectionCount(some, matching);
      return new Bucket(label, found, 0, some.cardinality(), columns.tokens(some));
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

    Trend trend(By by, Optional<Span> span, boolean collapsed) throws IOException {
      int[] tokens = columns.tokens();
      for (int each = Columns.next(counted, -1);
          each != DocIdSetIterator.NO_MORE_DOCS;
          each = Columns.next(counted, each)) {
        add(each, occurrences[each], tokens[each]);
      }
      List<Bucket> buckets = new ArrayList<>();
      for (int group = 0; group < sums.length; group++) {
        buckets.add(sums[group].bucket(grouping.label(group)));
      }
      if (!by.isTime()) {
        buckets.removeIf(bucket -> span.isPresent() && bucket.allArticles() == 0);
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
          span,
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
