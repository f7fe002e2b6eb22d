package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything is counted twice: in the index, by the commands, and here in the exported texts, by
/// cutting them at whatever is no letter.
class CountsAgreeTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  private static Path folder;

  private static Path archive;
  private static List<Told> articles;

  /// An article as `export` gives it out.
  private record Told(JsonNode json, List<String> title, List<String> text) {
    static Told of(JsonNode json) {
      return new Told(
          json,
          CountsAgreeTest.words(json.path("title").asString("")),
          CountsAgreeTest.words(json.get("text").asString()));
    }

    long words() {
      return (long) title.size() + text.size();
    }

    long count(String word) {
      return Stream.concat(title.stream(), text.stream()).filter(word::equals).count();
    }

    List<String> values(String field) {
      JsonNode value = json.path(field);
      if (value.isArray()) {
        List<String> values = new ArrayList<>();
        value.forEach(each -> values.add(each.asString()));
        return values;
      }
      return value.isMissingNode() ? List.of() : List.of(value.asString());
    }

    Optional<LocalDate> day() {
      return values("date").stream().map(LocalDate::parse).findFirst();
    }
  }

  @BeforeAll
  static void ingest() throws IOException {
    archive = Wire.archive(folder, 300);
    articles = run("export").lines().map(JSON::readTree).map(Told::of).toList();
    assertThat(articles).hasSize(300);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String run(Object... words) {
    Object[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--archive";
    all[words.length + 1] = archive;
    Office.Done done = new Office().run(all);
    assertThat(done.code()).as(done.err()).isZero();
    return done.out();
  }

  private static List<NamedCsvRecord> csv(Object... words) throws IOException {
    Object[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--format";
    all[words.length + 1] = "csv";
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(run(all))) {
      return rows.stream().toList();
    }
  }

  /// How often one bucket has it, and how large the bucket is.
  private static final class Sums {
    private long articles;
    private long allArticles;
    private long occurrences;
    private long allWords;

    void add(Told article, String word) {
      articles += article.count(word) > 0 ? 1 : 0;
      allArticles++;
      occurrences += article.count(word);
      allWords += article.words();
    }

    @Override
    public String toString() {
      return articles + " of " + allArticles + ", " + occurrences + " of " + allWords;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "week", "month", "year", "publisher", "section", "author"})
  void theTrendIsThatOfTheExportedTexts(String by) throws IOException {
    Map<String, Sums> expected = new TreeMap<>();
    for (Told article : articles) {
      List<String> buckets = new ArrayList<>(buckets(article, by));
      if (buckets.isEmpty()) {
        buckets.add(by.matches("day|week|month|year") ? "(no date)" : "(no " + by + ")");
      }
      buckets.add("(all)");
      buckets.forEach(
          bucket -> expected.computeIfAbsent(bucket, each -> new Sums()).add(article, "harbour"));
    }
    Map<String, String> counted = new TreeMap<>();
    for (NamedCsvRecord row : csv("trend", "exact:harbour", "--by", by)) {
      String figures = row.getField("articles") + " of " + row.getField("all_articles") + ", "
          + row.getField("occurrences") + " of " + row.getField("all_words");
      if (!row.getField("all_articles").equals("0")) {
        counted.put(row.getField("bucket").replaceFirst("^'", ""), figures);
      }
    }
    assertThat(counted)
        .isEqualTo(expected.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact:harbour", "exact:harbour date:2020-03..2021-11-15"})
  void theTrendOfATimeIsThatOfTheTextsOfThatTime(String question) throws IOException {
    LocalDate first = LocalDate.of(2020, 3, 1);
    LocalDate last = LocalDate.of(2021, 11, 15);
    List<Told> inside = articles.stream()
        .filter(each ->
            each.day().filter(day -> !day.isBefore(first) && !day.isAfter(last)).isPresent())
        .toList();
    for (String by : List.of("month", "publisher")) {
      Map<String, Sums> expected = new TreeMap<>();
      expected.put("(all)", new Sums());
      for (LocalDate month = first; by.equals("month") && !month.isAfter(last); ) {
        expected.put(month.toString().substring(0, 7), new Sums());
        month = month.plusMonths(1);
      }
      for (Told article : inside) {
        buckets(article, by)
            .forEach(bucket ->
                expected.computeIfAbsent(bucket, each -> new Sums()).add(article, "harbour"));
        expected.get("(all)").add(article, "harbour");
      }
      Map<String, String> counted = new TreeMap<>();
      for (NamedCsvRecord row : question.contains("date:")
          ? csv("trend", question, "--by", by)
          : csv("trend", question, "--by", by, "--from", "2020-03", "--to", "2021-11-15")) {
        if (!row.getField("bucket").startsWith("(no ")) {
          counted.put(
              row.getField("bucket"),
              row.getField("articles") + " of " + row.getField("all_articles") + ", "
                  + row.getField("occurrences") + " of " + row.getField("all_words"));
        }
      }
      assertThat(counted)
          .isEqualTo(expected.entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString())));
    }
    assertThat(inside).hasSizeBetween(50, 250);
  }

  private static List<String> buckets(Told article, String by) {
    Function<LocalDate, String> label = switch (by) {
      case "day" -> LocalDate::toString;
      case "week" ->
        day -> String.format(
            Locale.ROOT,
            "%d-W%02d",
            day.get(IsoFields.WEEK_BASED_YEAR),
            day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "month" -> day -> day.toString().substring(0, 7);
      case "year" -> day -> day.toString().substring(0, 4);
      default -> day -> "";
    };
    return label.apply(LocalDate.EPOCH).isEmpty()
        ? article.values(by)
        : article.day().map(label).stream().toList();
  }

  @Test
  void theTrendHasNoGaps() throws IOException {
    List<LocalDate> days = new ArrayList<>();
    for (NamedCsvRecord row : csv("trend", "exact:harbour", "--by", "day")) {
      if (!row.getField("bucket").startsWith("(")) {
        days.add(LocalDate.parse(row.getField("bucket")));
      }
    }
    assertThat(days).hasSizeGreaterThan(1000);
    for (int at = 1; at < days.size(); at++) {
      assertThat(days.get(at)).isEqualTo(days.get(at - 1).plusDays(1));
    }
  }

  @Test
  void theWordListIsThatOfTheExportedTexts() throws IOException {
    Map<String, long[]> expected = new HashMap<>();
    for (Told article : articles) {
      Map<String, Long> here = Stream.concat(article.title().stream(), article.text().stream())
          .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
      here.forEach((word, count) -> {
        long[] sums = expected.computeIfAbsent(word, each -> new long[2]);
        sums[0] += count;
        sums[1]++;
      });
    }
    long all = articles.stream().mapToLong(Told::words).sum();
    List<NamedCsvRecord> rows = csv("words", "--limit", "all");
    assertThat(rows).hasSize(expected.size());
    for (NamedCsvRecord row : rows) {
      String word = row.getField("word");
      long[] sums = expected.getOrDefault(word, new long[2]);
      assertThat(row.getField("occurrences")).as(word).isEqualTo(Long.toString(sums[0]));
      assertThat(row.getField("articles")).as(word).isEqualTo(Long.toString(sums[1]));
      assertThat(Double.parseDouble(row.getField("per_million")))
          .isCloseTo(sums[0] * 1e6 / all, within(1e-3));
      assertThat(Double.parseDouble(row.getField("dp"))).isCloseTo(spread(word), within(1e-4));
    }
  }

  /// Gries' DP by its definition, text by text.
  private static double spread(String word) {
    double words = articles.stream().mapToLong(Told::words).sum();
    double occurrences = articles.stream().mapToLong(each -> each.count(word)).sum();
    return articles.stream()
            .mapToDouble(each -> Math.abs(each.words() / words - each.count(word) / occurrences))
            .sum()
        / 2;
  }

  @Test
  void keywordsAreThoseOfTheExportedTexts() throws IOException {
    List<Told> here = articles.stream()
        .filter(each -> each.values("publisher").contains("Varn Echo"))
        .toList();
    List<Told> there = articles.stream().filter(each -> !here.contains(each)).toList();
    List<NamedCsvRecord> rows =
        csv("keyness", "publisher:\"Varn Echo\"", "--min-g2", "0", "--min", "1", "--limit", "all");
    assertThat(rows).isNotEmpty();
    for (NamedCsvRecord row : rows) {
      String word = row.getField("word");
      double a = here.stream().mapToLong(each -> each.count(word)).sum();
      double b = there.stream().mapToLong(each -> each.count(word)).sum();
      double c = here.stream().mapToLong(Told::words).sum();
      double d = there.stream().mapToLong(Told::words).sum();
      double expected = 2
          * (a * Math.log(a / (c * (a + b) / (c + d))) + b * Math.log(b / (d * (a + b) / (c + d))));
      assertThat(Double.parseDouble(row.getField("g2"))).as(word).isCloseTo(expected, within(1e-3));
      assertThat(Double.parseDouble(row.getField("log_ratio")))
          .isCloseTo(Math.log(a / c / (b / d)) / Math.log(2), within(1e-3));
      assertThat(a / c).isGreaterThan(b / d);
    }
  }

  @Test
  void collocatesAreThoseOfTheExportedTexts() throws IOException {
    Map<String, long[]> expected = new HashMap<>(); // near, anywhere but in a key
    long[] all = new long[2];
    for (Told article : articles) {
      for (List<String> part : List.of(article.title(), article.text())) {
        for (int at = 0; at < part.size(); at++) {
          if (!part.get(at).equals("harbour")) {
            List<String> window = part.subList(Math.max(0, at - 2), Math.min(part.size(), at + 3));
            boolean isNear = window.contains("harbour");
            long[] sums = expected.computeIfAbsent(part.get(at), each -> new long[2]);
            sums[0] += isNear ? 1 : 0;
            sums[1]++;
            all[0] += isNear ? 1 : 0;
            all[1]++;
          }
        }
      }
    }
    List<NamedCsvRecord> rows = csv(
        "collocations",
        "exact:harbour",
        "--window",
        "2",
        "--min",
        "1",
        "--sort",
        "frequency",
        "--limit",
        "all");
    assertThat(rows)
        .hasSize((int) expected.values().stream().filter(each -> each[0] > 0).count());
    for (NamedCsvRecord row : rows) {
      String word = row.getField("word");
      long[] sums = expected.getOrDefault(word, new long[2]);
      assertThat(row.getField("near")).as(word).isEqualTo(Long.toString(sums[0]));
      assertThat(row.getField("all")).as(word).isEqualTo(Long.toString(sums[1]));
      assertThat(Double.parseDouble(row.getField("expected")))
          .isCloseTo((double) all[0] * sums[1] / all[1], within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"publisher", "year", "section", "author"})
  void facetsAreThoseOfTheExportedTexts(String by) throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    long matching = 0;
    for (Told article : articles) {
      if (article.count("ferry") > 0) {
        matching++;
        List<String> buckets = buckets(article, by);
        (buckets.isEmpty() ? List.of("(not known)") : buckets)
            .forEach(bucket -> expected.merge(bucket, 1L, Long::sum));
      }
    }
    Map<String, Long> counted = new TreeMap<>();
    for (NamedCsvRecord row :
        csv("search", "exact:ferry", "--facets", by, "--facet-limit", "all")) {
      long count = Long.parseLong(row.getField("articles"));
      assertThat(Double.parseDouble(row.getField("share")))
          .isCloseTo((double) count / matching, within(1e-5));
      if (count > 0) {
        counted.put(row.getField("value").replaceFirst("^'", ""), count);
      }
    }
    assertThat(counted).isEqualTo(expected);
  }

  @Test
  void everyLineOfAConcordanceIsWhereItSays() throws IOException {
    Map<String, JsonNode> byId = new HashMap<>();
    articles.forEach(each -> byId.put(each.json().get("id").asString(), each.json()));
    JsonNode answer = JSON.readTree(
        run("search", "exact:harbour", "--kwic", "--limit", "all", "--format", "json"));
    long expected = articles.stream().mapToLong(each -> each.count("harbour")).sum();
    assertThat(answer.get("lines").size()).isEqualTo((int) expected);
    assertThat(answer.get("occurrences").asLong()).isEqualTo(expected);
    for (JsonNode line : answer.get("lines")) {
      boolean isInText = line.get("part").asString().equals("body");
      String text = textOf(line, isInText);
      int start = line.get("start").asInt();
      int end = line.get("end").asInt();
      assertThat(text.substring(start, end)).isEqualTo(line.get("key").asString());
      assertThat(line.get("key").asString()).isEqualToIgnoringCase("harbour");
      assertThat(text.substring(0, start)).endsWith(line.get("left").asString());
      assertThat(text.substring(end)).startsWith(line.get("right").asString());
    }
  }

  private static String textOf(JsonNode line, boolean isInText) {
    JsonNode shown = JSON.readTree(run("show", line.get("id").asString(), "--format", "json"));
    return shown.get(isInText ? "text" : "title").asString();
  }
}
