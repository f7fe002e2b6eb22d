package org.pressmark.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.chart.Picture;
import org.pressmark.index.Days;
import org.pressmark.study.By;
import org.pressmark.study.Trend;
import org.pressmark.study.Trend.Bucket;
import tools.jackson.core.JsonGenerator;

/// A trend, for people, for programs, for spreadsheets and as a picture.
///
/// @param archived the day of the newest document, `2026-11-27`
record TrendView(String query, Trend trend, String archived) {
  // More bars than these can not be read.
  private static final int MAX_BARS = 30;

  private static final List<String> NOTES =
      List.of("occurrences: places in headline and text where the question matches; words: those of"
          + " headline and text, cut by Unicode's rules");

  private Figures figures() {
    return figures(trend.collapsed() ? "stories" : "articles");
  }

  private Figures figures(String noun) {
    return new Figures(
        new Figures.Column("bucket", trend.by().toString(), Figures.Kind.TEXT),
        new Figures.Column("articles", noun, Figures.Kind.COUNT),
        new Figures.Column("all_articles", "of all", Figures.Kind.COUNT),
        new Figures.Column("share", "share", Figures.Kind.SHARE),
        new Figures.Column("occurrences", "occurrences", Figures.Kind.COUNT),
        new Figures.Column("all_words", "of all words", Figures.Kind.COUNT),
        new Figures.Column("per_million", "per million", Figures.Kind.REAL));
  }

  private static void add(Figures figures, String label, Bucket bucket) {
    figures.row(
        label,
        bucket.articles(),
        bucket.allArticles(),
        bucket.share(),
        bucket.occurrences(),
        bucket.allTokens(),
        bucket.perMillion());
  }

  String table() {
    Figures figures = figures();
    trend.buckets().forEach(bucket -> add(figures, bucket.label(), bucket));
    if (trend.unknown().allArticles() > 0) {
      add(figures, unknown(), trend.unknown());
    }
    if (trend.coarse().allArticles() > 0) {
      add(figures, "no exact " + trend.by(), trend.coarse());
    }
    add(figures, "all", trend.all());
    return figures.table() + "\n" + String.join("\n", notes()) + "\n";
  }

  private String unknown() {
    return trend.by().isTime() ? "no date" : "no " + trend.by();
  }

  /// What was counted, and how much of the archive that covers.
  private List<String> notes() {
    List<String> notes = new ArrayList<>(NOTES);
    notes.add(coverage());
    if (trend.by() == By.AUTHOR || trend.by() == By.SECTION || trend.by() == By.PUBLISHER) {
      notes.add("an article with several counts for each, but once in `all`");
    }
    if (trend.collapsed()) {
      notes.add("a family of near-duplicates counts once, where its earliest article is");
    }
    return notes;
  }

  /// `2 of 54 articles of the archive have no date, 1 of them matches`
  private String coverage() {
    return trend.span().map(this::coverage).orElseGet(this::coverageOfAll);
  }

  /// `of 54 articles in the archive 30 are from 2021-09-01 to 2021-11-30; not counted: …`
  private String coverage(Trend.Span span) {
    List<String> parts = new ArrayList<>();
    parts.add("coverage: of " + Summary.count(span.archive(), "article")
        + " in the archive (state of " + archived + ") "
        + String.format(Locale.ROOT, "%,d ", span.articles())
        + (span.articles() == 1 ? "is" : "are") + " " + when(span.days()));
    if (!trend.by().isTime()) {
      parts.add(lacking(trend.unknown(), "no known " + trend.by()));
    }
    if (trend.coarse().allArticles() > 0) {
      parts.add(lacking(trend.coarse(), "no date as exact as a " + trend.by()));
    }
    parts.add("not counted: " + lacking(span.undated(), "no date"));
    if (span.unsure().allArticles() > 0) {
      parts.add(lacking(span.unsure(), "a date that may mean days outside of that time"));
    }
    return String.join("; ", parts);
  }

  /// `from 2021-09-01 to 2021-11-30`
  private static String when(Days days) {
    List<String> parts = new ArrayList<>();
    if (days.first() != Days.ALWAYS.first()) {
      parts.add("from " + LocalDate.ofEpochDay(days.first()));
    }
    if (days.last() != Days.ALWAYS.last()) {
      parts.add((parts.isEmpty() ? "up " : "") + "to " + LocalDate.ofEpochDay(days.last()));
    }
    return String.join(" ", parts);
  }

  private String coverageOfAll() {
    Bucket all = trend.all();
    List<String> parts = new ArrayList<>();
    parts.add(lacking(trend.unknown(), trend.by().isTime() ? "no date" : "no known " + trend.by()));
    if (trend.coarse().allArticles() > 0) {
      parts.add(lacking(trend.coarse(), "no date as exact as a " + trend.by()));
    }
    return "coverage: of " + Summary.count(all.allArticles(), noun(1), noun(2))
        + " in the archive (state of " + archived + ") " + String.join("; ", parts);
  }

  private String noun(int number) {
    return trend.collapsed()
        ? (number == 1 ? "story" : "stories")
        : (number == 1 ? "article" : "articles");
  }

  private static String lacking(Bucket bucket, String what) {
    String verb = bucket.allArticles() == 1 ? "has " : "have ";
    return String.format(Locale.ROOT, "%,d ", bucket.allArticles())
        + verb
        + what
        + String.format(Locale.ROOT, ", of which %,d match", bucket.articles());
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (trend.all().articles() == 0) {
      remarks.add(
          (trend.span().isPresent() ? "no article of that time matches " : "no article matches ")
              + query);
    } else if (trend.all().occurrences() == 0) {
      remarks.add(query + ": nothing was asked of headline and text, so there are articles and no"
          + " occurrences to count");
    }
    return remarks;
  }

  String csv() {
    Figures figures = figures();
    trend.buckets().forEach(bucket -> add(figures, bucket.label(), bucket));
    add(figures, "(" + unknown() + ")", trend.unknown());
    if (trend.by().isTime()) {
      add(figures, "(no exact " + trend.by() + ")", trend.coarse());
    }
    add(figures, "(all)", trend.all());
    return figures.csv();
  }

  String json() {
    return JsonText.object(json -> {
      json.writeStringProperty("query", query);
      json.writeStringProperty("by", trend.by().toString());
      json.writeStringProperty("families", trend.collapsed() ? "collapse" : "all");
      json.writeStringProperty("archive", archived);
      trend.span().ifPresent(span -> write(json, span));
      Figures figures = figures();
      trend.buckets().forEach(bucket -> add(figures, bucket.label(), bucket));
      figures.write(json, "buckets");
      Figures others = figures();
      add(others, "unknown", trend.unknown());
      add(others, "coarse", trend.coarse());
      add(others, "all", trend.all());
      others.write(json, "totals");
    });
  }

  private void write(JsonGenerator json, Trend.Span span) {
    if (span.days().first() != Days.ALWAYS.first()) {
      json.writeStringProperty("from", LocalDate.ofEpochDay(span.days().first()).toString());
    }
    if (span.days().last() != Days.ALWAYS.last()) {
      json.writeStringProperty("to", LocalDate.ofEpochDay(span.days().last()).toString());
    }
    json.writeNumberProperty("articles_of_the_time", span.articles());
    json.writeNumberProperty("articles_of_the_archive", span.archive());
    Figures apart = figures("articles");
    add(apart, "undated", span.undated());
    add(apart, "unsure", span.unsure());
    apart.write(json, "not_counted");
  }

  Picture picture() {
    boolean isOfWords = trend.all().occurrences() > 0;
    List<Bucket> shown = trend.by().isTime()
        ? trend.buckets()
        : trend.buckets().stream()
            .filter(bucket -> bucket.articles() > 0)
            .limit(MAX_BARS)
            .toList();
    List<Picture.Bar> bars = new ArrayList<>();
    for (int at = 0; at < shown.size(); at++) {
      Bucket bucket = shown.get(at);
      Optional<Double> figure =
          isOfWords ? bucket.perMillion() : bucket.share().map(share -> 100 * share);
      bars.add(new Picture.Bar(Cell.line(bucket.label()), trend.start(at), figure));
    }
    List<String> caption = new ArrayList<>();
    caption.add(String.format(
        Locale.ROOT,
        "%s: %,d of %,d %s match, with %,d occurrences in %,d words",
        Cell.line(query),
        trend.all().articles(),
        trend.all().allArticles(),
        noun(2),
        trend.all().occurrences(),
        trend.all().allTokens()));
    caption.add(coverage());
    if (!trend.by().isTime()) {
      caption.add(String.format(
          Locale.ROOT,
          "shown are those with the most matching %s, %,d of %,d",
          noun(2),
          shown.size(),
          trend.buckets().size()));
    }
    return new Picture(
        Cell.line(query) + ", by " + trend.by(),
        caption,
        trend.by().toString(),
        isOfWords ? "occurrences per million words" : "matching " + noun(2) + " in % of all",
        bars);
  }
}
