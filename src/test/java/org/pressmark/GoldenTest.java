package org.pressmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Cut;
import org.pressmark.article.Fact;
import org.pressmark.article.Found;
import org.pressmark.article.Outcome;
import org.pressmark.article.Reading;
import org.pressmark.article.Setting;
import org.pressmark.article.Span;
import org.pressmark.source.Sources;
import tools.jackson.databind.json.JsonMapper;

/// One folder, one truth: `test-fixtures/pages/<case>/` holds what goes in (`source.*`), the clean
/// text and the facts that come out, and a note on what the case is there for.
///
/// `mvn test -Dtest=GoldenTest -Dgolden=write` writes what comes out today over `expected.txt` and
/// `expected.json`. Then read the diff: each line of it is a promise kept better, or one broken.
///
/// A folder with a `pending.md` states a truth that is not reached yet, and says what is missing.
/// It counts as skipped, is never written over, and fails on the day it comes out right, so that
/// somebody deletes the `pending.md`.
class GoldenTest {
  private static final Path CASES = Path.of("test-fixtures", "pages");
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Pressmark pressmark = new Pressmark(Options.DEFAULTS);

  @TestFactory
  List<DynamicTest> cleansAsExpected() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .filter(Files::isDirectory)
          .sorted()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
          .toList();
    }
  }

  @TestFactory
  List<DynamicTest> saysWhatEachCaseIsThereFor() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .filter(Files::isDirectory)
          .sorted()
          .map(folder -> DynamicTest.dynamicTest(
              folder.getFileName().toString(),
              () -> assertFalse(Files.readString(folder.resolve("note.md")).isBlank())))
          .toList();
    }
  }

  private void check(Path folder) throws IOException {
    Outcome outcome = pressmark.clean(source(folder));
    if (Files.exists(folder.resolve("pending.md"))) {
      checkPending(folder, outcome);
    } else if (WRITE) {
      write(folder, outcome);
    } else {
      assertEquals(expected(folder, "expected.txt"), text(outcome));
      assertEquals(expected(folder, "expected.json"), facts(outcome));
    }
  }

  private static void checkPending(Path folder, Outcome outcome) throws IOException {
    boolean right = expected(folder, "expected.txt").equals(text(outcome))
        && expected(folder, "expected.json").equals(facts(outcome));
    assertFalse(right, () -> folder + " comes out right now: delete its pending.md");
    Assumptions.abort(Files.readString(folder.resolve("pending.md")).strip());
  }

  private static void write(Path folder, Outcome outcome) throws IOException {
    Files.writeString(folder.resolve("expected.json"), facts(outcome));
    if (text(outcome).isEmpty()) {
      Files.deleteIfExists(folder.resolve("expected.txt"));
    } else {
      Files.writeString(folder.resolve("expected.txt"), text(outcome));
    }
  }

  /// Where nothing is expected, there is no file.
  private static String expected(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /// A case is one document, so its file holds exactly one.
  private static Found source(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.getFileName().toString().startsWith("source."))
          .toList();
    }
    try (Stream<Found> found = Sources.open(files, Options.DEFAULTS.source())) {
      List<Found> documents = found.toList();
      assertEquals(1, documents.size(), "documents in " + folder);
      return documents.getFirst();
    }
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Outcome.Kept kept ? kept.article().body().text() + "\n" : "";
  }

  /// One line for each thing worth a promise, so that a diff reads as a list of changes.
  private static String facts(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Kept kept -> facts(kept.article());
      case Outcome.Rejected rejected ->
        "{\n  \"problem\": " + json(rejected.problem().toString()) + "\n}\n";
      case Outcome.Lost lost -> "{\n  \"lost\": " + json(lost.problem().toString()) + "\n}\n";
      case Outcome.Passed passed -> throw new AssertionError("no document: " + passed);
    };
  }

  private static String facts(Article article) {
    StringJoiner lines = new StringJoiner(",\n", "{\n", "\n}\n");
    lines.add("  \"reading\": " + json(reading(article.reading())));
    lines.add("  \"blocks\": " + json(blocks(article.body().blocks())));
    StringJoiner set = new StringJoiner(",\n    ", "  \"set\": [\n    ", "\n  ]").setEmptyValue("");
    article.body().blocks().forEach(block -> set(block).forEach(line -> set.add(json(line))));
    if (!set.toString().isEmpty()) {
      lines.add(set.toString());
    }
    StringJoiner facts = new StringJoiner(",\n", "{\n", "\n  }");
    StringJoiner conflicts = new StringJoiner(",\n", "{\n", "\n  }").setEmptyValue("{}");
    for (Fact fact : article.facts().known()) {
      facts.add(String.format(
          Locale.ROOT,
          "    %s: {\"values\": %s, \"from\": %s}",
          json(fact.field().toString()),
          json(fact.values()),
          json(fact.source().source().toString())));
      fact.conflict()
          .ifPresent(conflict ->
              conflicts.add("    " + json(fact.field().toString()) + ": " + json(conflict)));
    }
    lines.add("  \"facts\": " + facts);
    lines.add("  \"conflicts\": " + conflicts);
    lines.add("  \"cut by\": "
        + json(article.cuts().stream()
            .filter(Cut::isText)
            .map(cut -> cut.rule().name())
            .distinct()
            .sorted()
            .toList()));
    return lines.toString();
  }

  /// `text/html, windows-1251 by meta`, or only `application/pdf` where the format has its own way.
  private static String reading(Reading reading) {
    return reading.charset().isEmpty()
        ? reading.mediaType()
        : reading.mediaType() + ", " + reading.charset() + " by " + reading.charsetSource();
  }

  /// `heading, 3 paragraph, heading, 2 paragraph`: the kinds of blocks in their order.
  private static String blocks(List<Block> blocks) {
    List<String> runs = new ArrayList<>();
    int run = 0;
    for (int i = 0; i < blocks.size(); i++) {
      run++;
      Block.Kind kind = blocks.get(i).kind();
      if (i + 1 == blocks.size() || blocks.get(i + 1).kind() != kind) {
        runs.add(run == 1 ? kind.toString() : run + " " + kind);
        run = 0;
      }
    }
    return String.join(", ", runs);
  }

  /// `link: the ferry -> https://…`, `3. Buy rope`, a line for everything that a block shows beside
  /// its words.
  private static List<String> set(Block block) {
    List<String> lines = new ArrayList<>();
    Setting setting = block.setting();
    String begin = block.text().substring(0, Math.min(24, block.text().length()));
    setting.time().ifPresent(time -> lines.add(time + ": " + begin));
    if (setting.number() > 0) {
      lines.add(setting.number() + ". " + begin);
    }
    if (setting.indent() > 0) {
      lines.add("indent " + setting.indent() + ": " + begin);
    }
    for (Span span : setting.spans()) {
      lines.add(span.kind() + ": " + block.text().substring(span.start(), span.end())
          + span.href().map(href -> " -> " + href).orElse(""));
    }
    return lines;
  }

  private static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
