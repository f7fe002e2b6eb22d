package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A few hundred invented articles of made-up words, with dates of all kinds and names that mean
/// harm: an archive to count in.
final class Wire {
  static final String FORMULA = "=HYPERLINK(1)";

  private static final String[] WORDS = {
    "harbour", "strike", "ferry", "lantern", "granite", "meadow", "council", "budget", "teacher",
    "winter", "bridge", "railway", "orchard", "theatre", "captain", "the", "the", "the", "and",
    "and", "of", "of", "was", "said"
  };
  private static final String[] OUTLETS = {"Varn Echo", "Ostholm Courier", "Dalmora \"Post\""};
  private static final String[] SECTIONS = {"Politics", FORMULA, ""};
  private static final String[] AUTHORS = {"Ada Thorne", "Ivo Marrow", "Mal\u001b[2J Ory", ""};

  private Wire() {}

  /// Ingests so many.
  static Path archive(Path folder, int articles) throws IOException {
    Path file = folder.resolve("wire.jsonl");
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < articles; number++) {
      lines.add(article(random));
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
    Path archive = folder.resolve("archive");
    assertThat(new Office().run("ingest", file, "--archive", archive).code()).isZero();
    return archive;
  }

  private static String article(Random random) {
    StringBuilder text = new StringBuilder();
    int paragraphs = 1 + random.nextInt(3);
    for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
      text.append(paragraph == 0 ? "" : "\\n");
      int sentences = 3 + random.nextInt(3);
      for (int sentence = 0; sentence < sentences; sentence++) {
        text.append(sentence == 0 ? "" : " ").append(sentence(random, 6 + random.nextInt(9)));
      }
    }
    return "{\"title\":\"" + sentence(random, 4).replace(".", "")
        + "\",\"text\":\"" + text
        + field("published", date(random))
        + field("publisher", OUTLETS[random.nextInt(3)])
        + field("section", SECTIONS[random.nextInt(3)])
        + field("author", AUTHORS[random.nextInt(4)])
        + "\"}";
  }

  private static String field(String name, String value) {
    String escaped = value.replace("\"", "\\\"").replace("\u001b", "\\u001b");
    return value.isEmpty() ? "" : "\",\"" + name + "\":\"" + escaped;
  }

  private static String sentence(Random random, int words) {
    List<String> sentence = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      sentence.add(WORDS[random.nextInt(WORDS.length)]);
    }
    String all = String.join(" ", sentence);
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
  }

  private static String date(Random random) {
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    int year = 2019 + random.nextInt(4);
    return switch (random.nextInt(8)) {
      case 0 -> "";
      default -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
    };
  }
}
