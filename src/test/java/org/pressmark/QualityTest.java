package org.pressmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Article;
import org.pressmark.article.Field;
import org.pressmark.article.Found;
import org.pressmark.article.Outcome;
import org.pressmark.source.Sources;

/// The gate: how near to the truth the documents of `corpus/` come out, and that no figure is lower
/// than it was.
///
/// The truth was written by hand and is not what comes out: `test-fixtures/corpus/FILE.txt` is the
/// story, and a line of `facts.tsv` the facts (`?` is not asked, authors are parted by `; `).
/// `scores.tsv` says how near we were last.
///
/// `mvn test -Dtest=QualityTest -Dscores=write` writes today's scores there. Then read the diff: a
/// lower figure needs a reason in the message of the commit.
class QualityTest {
  private static final Path CORPUS = Path.of("corpus");
  private static final Path TRUTH = Path.of("test-fixtures", "corpus");
  private static final Path SCORES = TRUTH.resolve("scores.tsv");
  private static final boolean WRITE = "write".equals(System.getProperty("scores"));
  private static final List<String> FIGURES =
      List.of("text F1", "exact", "title", "author", "date");

  @Test
  void noFigureIsLowerThanItWas() throws IOException {
    Map<String, List<Double>> scores = scores();
    if (WRITE) {
      Files.write(SCORES, lines(scores));
    }
    assertThat(fallen(read(SCORES), scores))
        .as("if it is lower for a reason: mvn test -Dtest=QualityTest -Dscores=write")
        .isEmpty();
  }

  @Test
  void saysWhichFigureOfWhichDocumentFell() {
    Map<String, List<Double>> pinned = Map.of("pages/wall.html", List.of(1.0, 1.0, 1.0, 0.0, 1.0));
    assertThat(fallen(pinned, Map.of("pages/wall.html", List.of(0.981, 0.0, 1.0, 1.0, 1.0))))
        .containsExactly(
            "pages/wall.html: text F1 fell from 1.000 to 0.981",
            "pages/wall.html: exact fell from 1.000 to 0.000");
    assertThat(fallen(pinned, Map.of())).containsExactly("pages/wall.html: is gone");
    assertThat(fallen(pinned, pinned)).isEmpty();
  }

  @Test
  void countsWordsThatBothTextsHave() {
    assertThat(f1("The wall stands.", "the wall, stands")).isEqualTo(1);
    assertThat(f1("one two three four", "one two")).isEqualTo(2 / 3.0);
    assertThat(f1("渡口茶馆", "渡口茶水")).isEqualTo(0.75);
    assertThat(f1("a", "")).isZero();
  }

  private static List<String> fallen(
      Map<String, List<Double>> pinned, Map<String, List<Double>> scores) {
    List<String> fallen = new ArrayList<>();
    new TreeMap<>(pinned).forEach((file, before) -> {
      List<Double> now = scores.getOrDefault(file, List.of());
      if (now.isEmpty()) {
        fallen.add(file + ": is gone");
      }
      for (int i = 0; i < now.size(); i++) {
        if (now.get(i) < before.get(i) - 0.0005) {
          fallen.add(String.format(
              Locale.ROOT,
              "%s: %s fell from %.3f to %.3f",
              file,
              FIGURES.get(i),
              before.get(i),
              now.get(i)));
        }
      }
    });
    return fallen;
  }

  /// By document, and the means of all.
  private static Map<String, List<Double>> scores() throws IOException {
    Map<String, Article> articles = articles();
    Map<String, List<Double>> scores = new TreeMap<>();
    for (String line : Files.readAllLines(TRUTH.resolve("facts.tsv"))) {
      String[] truth = line.split("\t", -1);
      if (!truth[0].equals("file")) {
        Path story = TRUTH.resolve(Path.of(truth[0]).getFileName() + ".txt");
        Optional<Article> article = Optional.ofNullable(articles.get(truth[0]));
        scores.put(truth[0], score(Files.readString(story), truth, article));
      }
    }
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < FIGURES.size(); i++) {
      int figure = i;
      means.add(scores.values().stream()
          .mapToDouble(values -> values.get(figure))
          .average()
          .orElse(0));
    }
    scores.put("all", means);
    return scores;
  }

  private static List<Double> score(String story, String[] truth, Optional<Article> article) {
    String text = article.map(found -> found.body().text()).orElse("");
    return List.of(
        f1(story, text),
        words(story).equals(words(text)) ? 1.0 : 0.0,
        right(List.of(truth[1]), values(article, Field.HEADLINE)),
        right(List.of(truth[2].split("; ")), values(article, Field.AUTHOR)),
        right(List.of(truth[3]), article.flatMap(found -> found.facts().day()).stream()));
  }

  private static Stream<String> values(Optional<Article> article, Field field) {
    return article.stream().flatMap(found -> found.facts().values(field).stream());
  }

  private static double right(List<String> truth, Stream<String> values) {
    Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    truth.stream().filter(value -> !value.isEmpty()).forEach(wanted::add);
    Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach(found::add);
    return truth.contains("?") || wanted.equals(found) ? 1 : 0;
  }

  private static double f1(String truth, String text) {
    Map<String, Integer> wanted = new HashMap<>();
    List<String> all = words(truth);
    all.forEach(word -> wanted.merge(word, 1, Integer::sum));
    List<String> found = words(text);
    int both = 0;
    for (String word : found) {
      both += wanted.merge(word, -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return all.isEmpty() && found.isEmpty() ? 1 : 2.0 * both / (all.size() + found.size());
  }

  /// Runs of letters and digits in lower case; each sign of a script that is written without
  /// spaces.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    (text.toLowerCase(Locale.ROOT) + ' ').codePoints().forEach(sign -> {
      boolean isWhole = Character.isIdeographic(sign);
      if ((isWhole || !Character.isLetterOrDigit(sign)) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (isWhole) {
        words.add(Character.toString(sign));
      } else if (Character.isLetterOrDigit(sign)) {
        word.appendCodePoint(sign);
      }
    });
    return words;
  }

  private static Map<String, Article> articles() throws IOException {
    Pressmark pressmark = new Pressmark(Options.DEFAULTS);
    Map<String, Article> articles = new HashMap<>();
    List<Path> folders = List.of(CORPUS.resolve("pages"), CORPUS.resolve("flat"));
    try (Stream<Found> found = Sources.open(folders, Options.DEFAULTS.source())) {
      found.map(pressmark::clean).forEach(outcome -> {
        if (outcome instanceof Outcome.Kept kept) {
          Path file = Path.of(kept.article().origin().path());
          Path folder = file.getName(file.getNameCount() - 2);
          articles.put(folder + "/" + file.getFileName(), kept.article());
        }
      });
    }
    return articles;
  }

  private static List<String> lines(Map<String, List<Double>> scores) {
    List<String> lines = new ArrayList<>(List.of("file\t" + String.join("\t", FIGURES)));
    scores.forEach((file, values) -> {
      StringBuilder line = new StringBuilder(file);
      values.forEach(value -> line.append(String.format(Locale.ROOT, "\t%.3f", value)));
      lines.add(line.toString());
    });
    return lines;
  }

  private static Map<String, List<Double>> read(Path scores) throws IOException {
    Map<String, List<Double>> read = new HashMap<>();
    for (String line : Files.readAllLines(scores, UTF_8)) {
      String[] cells = line.split("\t");
      if (!cells[0].equals("file")) {
        read.put(cells[0], Stream.of(cells).skip(1).map(Double::valueOf).toList());
      }
    }
    return read;
  }
}
