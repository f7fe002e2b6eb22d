package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Digest;
import org.pressmark.article.Mark;
import org.pressmark.cli.Office.Done;

/// Results that are frozen, and asked again.
class FreezeTest {
  private static final String PIER =
      Pages.LIGHTHOUSE.replace("Lighthouse", "Pier").replace("lighthouse", "pier");

  @TempDir
  private Path folder;

  private Path archive;

  @BeforeEach
  void ingest() throws IOException {
    archive = folder.resolve("archive");
    Path press = folder.resolve("press");
    Pages.lighthouse(press);
    Files.writeString(press.resolve("pier.html"), PIER);
    assertThat(new Office().run("ingest", press, "-a", archive).code()).isZero();
  }

  private Done search(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "search";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--archive";
    all[words.length + 2] = archive;
    return new Office().run(all);
  }

  private static String mark(String page) {
    return Mark.of(page.getBytes(StandardCharsets.UTF_8)).value();
  }

  @Test
  void saysSameWhereNothingHasChanged() throws IOException {
    Done frozen = search("islanders", "--freeze", "islanders-2024");
    Path file = archive.resolve("frozen/islanders-2024.txt");
    String hash = Digest.hex(Digest.of(Files.readAllBytes(file)));
    assertThat(frozen.out()).isEqualTo("frozen: 2 articles, SHA-256 " + hash + "\n" + file + "\n");
    assertThat(frozen.code()).isZero();
    Done thawed = search("--thaw", "islanders-2024");
    assertThat(thawed.out())
        .isEqualTo("same: 2 articles, SHA-256 " + hash + "\nquery: islanders\n");
    assertThat(thawed.code()).isZero();
  }

  @Test
  void writesTheSameFileElsewhere() throws IOException {
    search("islanders", "--freeze", folder.resolve("one.txt"));
    Path press = Files.createDirectories(folder.resolve("other/place"));
    Files.writeString(press.resolve("b.html"), Pages.LIGHTHOUSE);
    Files.writeString(press.resolve("c.html"), PIER);
    Path other = folder.resolve("other/archive");
    new Office().run("ingest", "--threads", "1", press, "-a", other);
    new Office().run("search", "islanders", "-a", other, "--freeze", folder.resolve("two.txt"));
    assertThat(folder.resolve("two.txt")).hasSameBinaryContentAs(folder.resolve("one.txt"));
    List<String> lines = Files.readAllLines(folder.resolve("one.txt"));
    assertThat(lines.subList(0, 2))
        .containsExactly("pressmark frozen result, version 1", "query: islanders");
    assertThat(lines.get(3)).startsWith("rules: pressmark ").endsWith(": 2 articles");
    assertThat(lines.get(4)).isEqualTo("articles: 2");
    assertThat(lines.subList(6, 8)).isSorted().allMatch(line -> line.length() == 23 + 2 + 64);
  }

  @Test
  void listsWhatIsNew() throws IOException {
    search("islanders", "--freeze", "islanders");
    String mill = Pages.LIGHTHOUSE.replace("ighthouse", "ill");
    Path more = Files.createDirectories(folder.resolve("more"));
    Files.writeString(more.resolve("mill.html"), mill);
    new Office().run("ingest", more, "-a", archive);
    Done thawed = search("--thaw", "islanders");
    assertThat(thawed.out())
        .startsWith("drift from: 2 articles, SHA-256 ")
        .contains("\nnew         " + mark(mill) + "\n")
        .contains("\nnow: 3 articles, SHA-256 ");
    assertThat(thawed.code()).isEqualTo(1);
  }

  /// A frozen file of another archive tells what this one lacks, and what it has in other words.
  @Test
  void listsWhatIsGoneAndWhatHasAnotherText() throws IOException {
    Path file = folder.resolve("other.txt");
    search("islanders", "--freeze", file);
    String absent = "pm-" + "a".repeat(20);
    String changed = Files.readString(file)
        .replace("articles: 2\n", "articles: 3\n")
        .replace(": 2 articles\n", ": 3 articles\n")
        .replace("\n\n", "\n\n" + absent + "  " + "0".repeat(64) + "\n")
        .replaceFirst("(" + mark(PIER) + "  )[0-9a-f]{64}", "$1" + "1".repeat(64));
    Files.writeString(file, changed);
    Done thawed = search("--thaw", file);
    assertThat(thawed.out())
        .contains("\ngone        " + absent + "  no longer in the archive\n")
        .contains("\nother text  " + mark(PIER) + "  cleaned under pressmark ");
    assertThat(thawed.code()).isEqualTo(1);
    Files.writeString(
        file, Files.readString(file).replace("query: islanders", "query: lighthouse"));
    assertThat(search("--thaw", file).out())
        .contains("\ngone        " + mark(PIER) + "  no longer matches\n");
  }

  @Test
  void saysWhereAFileIsNoneOrWasChanged() throws IOException {
    Path file = folder.resolve("x.txt");
    Files.writeString(file, "x");
    assertThat(search("--thaw", file).err())
        .isEqualTo("pressmark: " + file + ": is no frozen result; `search --freeze` writes one\n");
    search("islanders", "--freeze", folder.resolve("y.txt"));
    Files.writeString(file, Files.readString(folder.resolve("y.txt")) + "more\n");
    Done thawed = search("--thaw", file);
    assertThat(thawed.err())
        .isEqualTo("pressmark: " + file + ": was changed since it was frozen, or is damaged; take"
            + " the file from a copy\n");
    assertThat(thawed.code()).isEqualTo(3);
    Done again = search("islanders", "--freeze", folder.resolve("y.txt"));
    assertThat(again.err()).contains("is there already");
    assertThat(again.code()).isEqualTo(3);
    assertThat(search("--thaw", "never").err())
        .isEqualTo(
            "pressmark: " + archive.resolve("frozen/never.txt") + ": no such file or folder\n");
  }
}
