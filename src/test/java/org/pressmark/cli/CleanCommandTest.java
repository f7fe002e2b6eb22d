package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.cli.Office.Done;

class CleanCommandTest {
  private static final String STORY = Pages.FIRST + "\n" + Pages.SECOND + "\n";

  @TempDir
  private Path folder;

  @Test
  void printsTheStoryAndNothingElse() throws IOException {
    Done done = new Office().run("clean", Pages.lighthouse(folder));
    assertThat(done.out()).isEqualTo(STORY);
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-"})
  void cleansStandardInput(String dash) {
    Object[] words = dash.isEmpty() ? new Object[] {"clean"} : new Object[] {"clean", dash};
    assertThat(new Office().reading(Pages.LIGHTHOUSE).run(words).out()).isEqualTo(STORY);
  }

  @Test
  void saysWhatCouldNotBeCleanedAndWhy() throws IOException {
    Path page = Pages.lighthouse(folder);
    Path empty = Pages.empty(folder);
    Done done = new Office().run("clean", empty, page, folder.resolve("gone.html"));
    assertThat(done.out()).isEqualTo(STORY);
    assertThat(done.err())
        .isEqualTo("pressmark: " + empty + ": not cleaned: has no bytes\n"
            + "pressmark: " + folder + "/gone.html: not cleaned: no such file or folder\n"
            + "pressmark: clean: 2 documents of 3 could not be cleaned\n");
    assertThat(done.code()).isEqualTo(1);
  }

  @Test
  void givesALineADocumentInTheOrderOfTheInput() throws IOException {
    List<Object> words = new ArrayList<>(List.of("clean", "--format", "jsonl", "--threads", 4));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      boolean isEmpty = i % 7 == 3;
      Path file = folder.resolve("page" + i + ".html");
      Files.writeString(file, isEmpty ? "" : Pages.LIGHTHOUSE.repeat(i % 5 == 0 ? 40 : 1));
      words.add(file);
      ids.add("page" + i);
    }
    Done done = new Office().run(words.toArray());
    assertThat(done.out().lines().map(line -> line.substring(7, line.indexOf('"', 7))))
        .containsExactlyElementsOf(ids);
    assertThat(done.out().lines().filter(line -> line.contains("\"problem\":"))).hasSize(7);
  }

  @Test
  void keepsTheLinesThatItIsToldToKeep() {
    String pointer = "Read more: Storm hits Varn Point";
    String share = "Share Facebook Twitter WhatsApp Email";
    String text = Pages.FIRST + "\n" + pointer + "\n" + Pages.SECOND + "\n" + share + "\n";
    assertThat(cleaned(text)).isEqualTo(STORY);
    assertThat(cleaned(text, "--keep", "pointer-line"))
        .isEqualTo(Pages.FIRST + "\n" + pointer + "\n" + Pages.SECOND + "\n");
    assertThat(cleaned(text, "--keep", "pointer-line,share-bar")).isEqualTo(text);
    assertThat(cleaned(text, "--keep", "pointer-line", "--keep", "share-bar")).isEqualTo(text);
    assertThat(cleaned(text, "--keep", "boilerplate")).isEqualTo(text);
  }

  private static String cleaned(String text, String... options) {
    List<Object> words = new ArrayList<>(List.of("clean"));
    words.addAll(List.of(options));
    return new Office().reading(text).run(words.toArray()).out();
  }

  @Test
  void separatesArticlesByAnEmptyLine() throws IOException {
    Path page = Pages.lighthouse(folder);
    assertThat(new Office().run("clean", page, page).out()).isEqualTo(STORY + "\n" + STORY);
  }

  @Test
  void writesOnePageOfHtmlForAllDocuments() throws IOException {
    Path page = Pages.lighthouse(folder);
    String html = new Office().run("clean", "--format", "html", page, page).out();
    assertThat(html).startsWith("<!doctype html>\n").endsWith("</article>\n</html>\n");
    assertThat(html.split("<article ", -1)).hasSize(3);
  }

  @Test
  void explainsEachCut() throws IOException {
    Path page = Pages.lighthouse(folder);
    assertThat(new Office().run("clean", "--explain", page).out())
        .startsWith(page + ": ")
        .contains("\n    © 2024 The Varn Echo\n")
        .doesNotContain(Pages.FIRST);
  }

  @Test
  void showsCutsInBracketsOrInColour() throws IOException {
    Path page = Pages.lighthouse(folder);
    assertThat(new Office().run("clean", "--show-cuts", page).out())
        .contains("[-© 2024 The Varn Echo-]")
        .contains(STORY.lines().findFirst().orElseThrow());
    assertThat(new Office().onTerminal().run("clean", "--show-cuts", page).out())
        .contains("\u001b[31;9m© 2024 The Varn Echo\u001b[0m");
    assertThat(new Office()
            .onTerminal()
            .with("NO_COLOR", "1")
            .run("clean", "--show-cuts", page)
            .out())
        .contains("[-© 2024 The Varn Echo-]");
  }

  @Test
  void givesAProgramTheVeryBytesAndATerminalNoOrders() {
    String text = Pages.FIRST + " \u001b]0;gone\u0007 and \u202eback.\n\n" + Pages.SECOND + "\n";
    assertThat(new Office().reading(text).run("clean").out()).contains("\u001b]0;gone\u0007");
    assertThat(new Office().onTerminal().reading(text).run("clean").out())
        .contains("\\u001b]0;gone\\u0007 and \\u202eback.")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void escapesFileNamesInMessages() throws IOException {
    Path file = Files.writeString(folder.resolve("a\u001b[2J\nb.html"), "");
    assertThat(new Office().run("clean", file).err())
        .isEqualTo(
            "pressmark: " + folder + "/a\\u001b[2J\\u000ab.html: not cleaned: has no bytes\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "md", "json", "jsonl", "html"})
  void givesTheSameInEveryLocale(String format) throws IOException {
    Path page = Pages.lighthouse(folder);
    java.util.Locale before = java.util.Locale.getDefault();
    String expected = new Office().run("clean", "-f", format, page).out();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag(tag));
        assertThat(new Office().run("clean", "-f", format, page).out()).isEqualTo(expected);
      }
    } finally {
      java.util.Locale.setDefault(before);
    }
  }
}
