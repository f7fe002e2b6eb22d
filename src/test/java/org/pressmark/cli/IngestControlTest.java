package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;
import org.pressmark.cli.Office.Done;

/// What `ingest` is told to read, to leave out and to say beforehand.
class IngestControlTest {
  @TempDir
  private Path folder;

  private Path press;
  private Path wires;
  private Path archive;

  @BeforeEach
  void write() throws IOException {
    press = Files.createDirectories(folder.resolve("press"));
    archive = folder.resolve("archive");
    Files.writeString(press.resolve("a.html"), page("Lighthouse"));
    Files.writeString(press.resolve("b.html"), page("Pier"));
    Files.writeString(press.resolve("c.html"), page("Sluice"));
    Files.writeString(press.resolve("empty.txt"), "");
    wires = Files.writeString(
        folder.resolve("wires.jsonl"), record("Library") + record("Ferry") + record("Tram"));
  }

  private static String page(String what) {
    return Pages.LIGHTHOUSE.replace("Lighthouse", what);
  }

  private static String record(String what) {
    return "{\"title\": \"" + what + " shines again\", \"text\": \"" + Pages.FIRST + " " + what
        + ". " + Pages.SECOND + "\"}\n";
  }

  private Done ingest(Object... words) {
    List<Object> all = new ArrayList<>(List.of("ingest", "--archive", archive));
    all.addAll(List.of(words));
    return new Office().run(all.toArray());
  }

  private String search(String word) {
    return new Office()
        .run("search", word, "--count", "--archive", archive)
        .out()
        .strip();
  }

  @Test
  void saysWhatEachSourceCameTo() {
    Done done = ingest(press, wires);
    assertThat(done.out())
        .contains("""
        from 2 sources
          documents  articles   already    copies    passed
                  4         3         0         0         0  %s  (empty 1)
                  3         3         0         0         0  %s
        """.replaceFirst("%s", press.toString()).replaceFirst("%s", wires.toString()));
    assertThat(ingest(press, "--json").out())
        .contains("\"sources\":[{\"source\":\"" + press + "\"")
        .contains("\"already\":4");
  }

  @Test
  void takesWhatIsNamedTwiceInOneRunOnce() {
    String summary = ingest(press, press, "--workers", "2", "--json").out();
    assertThat(summary).contains("\"articles\":3").contains("\"already\":4");
    assertThat(ingest(press, "--json").out()).contains("\"already\":4");
  }

  @Test
  void rehearsesAndWritesNothing() {
    Done done = ingest(press, wires, "--dry-run");
    assertThat(done.out()).startsWith("""
        7 documents; nothing was cleaned or written
          to be cleaned          7
          already there          0
          not readable           0
        """);
    assertThat(Archive.isAt(archive)).isFalse();
    ingest(press);
    assertThat(ingest(press, wires, "--dry-run").out()).startsWith("""
        7 documents; nothing was cleaned or written
          to be cleaned          3
          already there          4
        """);
    assertThat(search("shines")).isEqualTo("3");
  }

  @Test
  void stopsAtTheLimitAndGoesOnFromThereTheNextTime() {
    Done first = ingest(press, wires, "--limit", "2");
    assertThat(first.out())
        .startsWith("2 documents in ")
        .contains("\nstopped at --limit; the same command goes on with the next documents\n");
    assertThat(search("shines")).isEqualTo("2");
    ingest(press, wires, "--limit", "3");
    assertThat(search("shines")).isEqualTo("4"); // one of the three is empty
    assertThat(ingest(press, wires, "--limit", "3").out()).doesNotContain("stopped at --limit");
    assertThat(search("shines")).isEqualTo("6");
  }

  @Test
  void takesWhatIsIncludedAndLeavesOutWhatIsExcluded() {
    Done done =
        ingest(press, wires, "--include", "*.html", "--include", "#", "--exclude", "b.html");
    assertThat(done.out()).contains("\npassed over: excluded 1, not included 1\n");
    assertThat(done.code()).isZero();
    assertThat(search("shines")).isEqualTo("5");
    assertThat(search("pier")).isEqualTo("0");
  }

  @Test
  void leavesOutWhatIsOlder() throws IOException {
    Files.setLastModifiedTime(
        press.resolve("a.html"), FileTime.from(Instant.parse("2021-05-01T00:00:00Z")));
    assertThat(ingest(press, "--since", "2021-05-02").out()).contains("\npassed over: older 1\n");
    assertThat(search("lighthouse")).isEqualTo("2"); // in the text of both
    assertThat(ingest(press, "--since", "2021-05-01").out()).doesNotContain("passed over");
    assertThat(search("shines")).isEqualTo("3");
    assertThat(ingest(press, "--since", "May").err())
        .isEqualTo("pressmark: ingest: --since: \"May\" is no date such as 2024-10-01 or"
            + " 2024-10-01T08:00:00Z; see: pressmark ingest --help\n");
  }

  @Test
  void readsAListOfPaths() {
    String list = press.resolve("b.html") + "\n\n" + wires + "\n";
    Done done = new Office()
        .reading(list)
        .run("ingest", "--list", "-", "--workers", "1", "--archive", archive);
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(search("shines")).isEqualTo("4");
  }

  @Test
  void saysWhichLineOfAListIsNoPath() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), press + "\nhttps://varn-echo.example/\n");
    assertThat(ingest("--list", list).err())
        .isEqualTo(
            "pressmark: " + list + ", line 2: https://varn-echo.example/ is an address; fetch"
                + " addresses with: pressmark fetch --list FILE\n");
    Files.writeString(list, press + "/nowhere\n");
    Done done = ingest("--list", list);
    assertThat(done.err())
        .isEqualTo(
            "pressmark: " + press + "/nowhere: no such file or folder; nothing was ingested\n");
    assertThat(done.code()).isEqualTo(2);
    assertThat(ingest().err()).contains("missing a source");
  }
}
