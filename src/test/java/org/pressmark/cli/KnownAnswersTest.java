package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions of which the answers are known, from tables that people can read.
///
/// Each answer is there three times: in the table, by the program, and by regular expressions that
/// go over the exported texts and know nothing of an index, of stems or of a query language. So a
/// wrong number in the table fails as well.
class KnownAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  private static Path folder;

  private static Library corpus = new Library(Path.of(""), List.of());
  private static Library wire = new Library(Path.of(""), List.of());

  /// An archive, and its articles as `export` gives them out.
  private record Library(Path archive, List<Told> articles) {
    static Library of(Path archive) {
      return new Library(
          archive,
          run(archive, "export").lines().map(JSON::readTree).map(Told::new).toList());
    }
  }

  private static String run(Path archive, Object... words) {
    Object[] all = Arrays.copyOf(words, words.length + 2, Object[].class);
    all[words.length] = "--archive";
    all[words.length + 1] = archive;
    Office.Done done = new Office().run(all);
    assertThat(done.code()).as(done.err()).isZero();
    return done.out();
  }

  @BeforeAll
  static void ingest() throws IOException {
    Path archive = folder.resolve("corpus");
    assertThat(new Office().run("ingest", "corpus", "--archive", archive).code())
        .isEqualTo(1);
    corpus = Library.of(archive);
    wire = Library.of(Wire.archive(folder, 300));
  }

  // The table

  /// A question and its answer.
  ///
  /// @param occurrences nothing where words lie so near each other that it is a matter of taste
  /// @param names of the articles; empty where there are too many to be named
  /// @param seenBy what the articles are found by without the program
  private record Row(
      String question,
      long articles,
      Optional<Long> occurrences,
      List<String> names,
      List<Sight> seenBy) {
    @Override
    public String toString() {
      return question;
    }
  }

  private static final Pattern ANSWER =
      Pattern.compile("(\\d+) articles?(?:, (\\d+) occurrences?)?(?:: (.*))?");

  /// Questions stand at the beginning of a line, and what is known of them behind spaces below it.
  private static List<Row> table(String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream file = KnownAnswersTest.class.getResourceAsStream(name)) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
      for (int at = 0; at < lines.size(); at += 3) {
        Matcher answer = ANSWER.matcher(lines.get(at + 1).strip());
        assertThat(answer.matches()).as(lines.get(at + 1)).isTrue();
        rows.add(new Row(
            lines.get(at),
            Long.parseLong(answer.group(1)),
            Optional.ofNullable(answer.group(2)).map(Long::parseLong),
            answer.group(3) == null ? List.of() : List.of(answer.group(3).split(", ")),
            Arrays.stream(lines.get(at + 2).strip().split(" & ")).map(Sight::of).toList()));
      }
    }
    return rows;
  }

  static Stream<Row> corpus() throws IOException {
    return table("answers-corpus.txt").stream();
  }

  static Stream<Row> wire() throws IOException {
    return table("answers-wire.txt").stream();
  }

  // The second way of looking

  /// What an article shows, or with a `-` does not show: `text~\bferr(y|ies)\b`. Behind `=` the
  /// case of letters counts.
  private record Sight(boolean isWanted, String where, Pattern what) {
    private static final Pattern WRITTEN = Pattern.compile("(-?)([a-z]+)([~=])(.+)");

    static Sight of(String written) {
      Matcher parts = WRITTEN.matcher(written);
      assertThat(parts.matches()).as(written).isTrue();
      int flags = Pattern.UNICODE_CHARACTER_CLASS
          | (parts.group(3).equals("~") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
      return new Sight(
          parts.group(1).isEmpty(), parts.group(2), Pattern.compile(parts.group(4), flags));
    }

    long count(Told told) {
      return told.parts(where).stream()
          .mapToLong(part -> what.matcher(part).results().count())
          .sum();
    }

    /// Whether its matches are occurrences.
    boolean isOfText() {
      return switch (where) {
        case "text", "title", "body", "sentence", "paragraph" -> isWanted;
        default -> false;
      };
    }
  }

  private record Told(JsonNode json) {
    // A sentence ends where a capital letter or a quotation mark follows.
    private static final Pattern END = Pattern.compile("(?<=[.!?”\"])\\s+(?=[A-Z“\"])");

    /// `storm` for `pages/storm.html`, `press#4` for `exports/press.jsonl#4`.
    String name() {
      String source = json.get("source").asString();
      return source.substring(source.lastIndexOf('/') + 1).replaceFirst("\\.[^#]*", "");
    }

    List<String> parts(String where) {
      String title = json.path("title").asString("");
      String text = json.get("text").asString();
      return switch (where) {
        case "title" -> List.of(title);
        case "body" -> List.of(text);
        case "text" -> List.of(title, text);
        case "paragraph" -> (title + "\n" + text).lines().toList();
        case "sentence" ->
          (title + "\n" + text).lines().flatMap(END::splitAsStream).toList();
        case "cut" -> values(json.get("cuts"), "cut");
        default -> values(json.path(where), "");
      };
    }

    private static List<String> values(JsonNode value, String field) {
      List<String> values = new ArrayList<>();
      if (value.isArray()) {
        value.forEach(each -> values.add((field.isEmpty() ? each : each.get(field)).asString()));
      } else if (!value.isMissingNode()) {
        values.add(value.asString());
      }
      return values;
    }

    boolean shows(List<Sight> sights) {
      return sights.stream().allMatch(sight -> sight.isWanted() == sight.count(this) > 0);
    }

    long occurrences(List<Sight> sights) {
      return sights.stream()
          .filter(Sight::isOfText)
          .mapToLong(sight -> sight.count(this))
          .sum();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void findsWhatStandsInTheCorpus(Row row) {
    agree(row, corpus);
  }

  @ParameterizedTest
  @MethodSource("wire")
  void findsWhatStandsInAGeneratedArchive(Row row) {
    agree(row, wire);
  }

  private static void agree(Row row, Library library) {
    List<Told> seen =
        library.articles().stream().filter(told -> told.shows(row.seenBy())).toList();
    TreeSet<String> names = new TreeSet<>(seen.stream().map(Told::name).toList());
    String byTable = told(row.articles(), row.occurrences(), new TreeSet<>(row.names()));
    TreeSet<String> named = row.names().isEmpty() ? new TreeSet<>() : names;
    Optional<Long> occurrences = row.occurrences()
        .map(known ->
            seen.stream().mapToLong(told -> told.occurrences(row.seenBy())).sum());
    assertThat(told(seen.size(), occurrences, named)).as("by eye").isEqualTo(byTable);

    JsonNode lines = JSON.readTree(run(
        library.archive(),
        "search",
        row.question(),
        "--kwic",
        "--limit",
        "all",
        "--format",
        "json"));
    TreeSet<String> found = new TreeSet<>();
    if (!row.names().isEmpty()) {
      JSON.readTree(run(
              library.archive(), "search", row.question(), "--limit", "all", "--format", "json"))
          .get("hits")
          .forEach(hit -> found.add(new Told(hit).name()));
    }
    assertThat(told(
            lines.get("articles").asLong(),
            row.occurrences().map(known -> lines.get("occurrences").asLong()),
            found))
        .as("by the program")
        .isEqualTo(byTable);
  }

  private static String told(long articles, Optional<Long> occurrences, TreeSet<String> names) {
    return String.format(
        Locale.ROOT,
        "%d articles%s: %s",
        articles,
        occurrences.map(many -> ", " + many + " occurrences").orElse(""),
        String.join(", ", names));
  }
}
