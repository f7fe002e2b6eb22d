package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.cli.Office.Done;

class ExportCommandTest {
  @TempDir
  private static Path folder;

  private static Path press;
  private static Path archive;

  @BeforeAll
  static void ingest() throws IOException {
    press = folder.resolve("press");
    archive = folder.resolve("archive");
    Pages.lighthouse(press);
    Files.copy(press.resolve("lighthouse.html"), press.resolve("twin.html"));
    Pages.empty(press);
    Files.writeString(
        press.resolve("pier.html"),
        Pages.LIGHTHOUSE.replace("Lighthouse", "Pier").replace("lighthouse", "pier"));
    assertThat(new Office().run("ingest", press, "-a", archive).code()).isEqualTo(1);
  }

  private static Done export(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "export";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--archive";
    all[words.length + 2] = archive;
    return new Office().run(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "md", "json", "jsonl", "html", "tei"})
  void printsWhatCleanPrints(String format) {
    Done exported = export("--format", format);
    Done cleaned = new Office()
        .run(
            "clean",
            "--format",
            format,
            press.resolve("lighthouse.html"),
            press.resolve("pier.html"));
    assertThat(exported.out()).isEqualTo(cleaned.out()).contains("Varn Point");
    assertThat(exported.code()).isZero();
    assertThat(exported.err())
        .isEqualTo("pressmark: export: 2 articles; left out: 1 document that could not be cleaned,"
            + " 1 copy\n");
  }

  @Test
  void printsTheArticlesThatMatch() {
    Done exported = export("old", "pier", "--format", "md");
    assertThat(exported.out()).contains("Pier shines again").doesNotContain("Lighthouse");
    assertThat(exported.err()).isEmpty();
  }

  @Test
  void writesIntoAFile() {
    Path target = folder.resolve("articles.jsonl");
    Done exported = export("--output", target);
    assertThat(exported.out()).isEmpty();
    assertThat(target).hasContent(export().out());
    Done again = export("--output", target);
    assertThat(again.err())
        .isEqualTo(
            "pressmark: " + target + ": is there already; name another, or remove it first\n");
    assertThat(again.code()).isEqualTo(3);
  }

  @Test
  void makesNoPackageOfNothing() {
    Path target = folder.resolve("none.wacz");
    Done done = export("zeppelin", "-f", "wacz", "-o", target);
    assertThat(done.err())
        .isEqualTo("pressmark: no article matches zeppelin; nothing was written\n");
    assertThat(done.code()).isZero();
    assertThat(target).doesNotExist();
  }

  @Test
  void saysWhatAPackageNeeds() {
    Path target = folder.resolve("x.zip");
    for (List<Object> words : List.<List<Object>>of(
        List.of("-f", "wacz", "--format wacz: needs --output FILE.wacz"),
        List.of("-f", "bagit", "--format bagit: needs --output FILE"),
        List.of("-f", "wacz", "-o", target, "--output: the name of a wacz file ends with .wacz"),
        List.of(
            "pier",
            "-f",
            "bagit",
            "-o",
            target,
            "--format bagit: takes the whole archive, and no QUERY"),
        List.of(
            "-f",
            "pfd",
            "--format: \"pfd\" is not a format; known formats: text, md, json, jsonl, html, tei,"
                + " wacz, bagit"))) {
      Done done = export(words.subList(0, words.size() - 1).toArray());
      assertThat(done.err())
          .isEqualTo("pressmark: export: " + words.getLast() + "; see: pressmark export --help\n");
      assertThat(done.code()).isEqualTo(2);
    }
    assertThat(target).doesNotExist();
  }
}
