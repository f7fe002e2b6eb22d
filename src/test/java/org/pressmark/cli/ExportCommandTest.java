package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.pressmark.Ingest;
import org.pressmark.archive.Digest;
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
  @ValueSource(strings = {"text", "md", "json", "jsonl", "html", "tei", "conllu"})
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
        .isEqualTo("pressmark: export: 2 articles, " + told(exported.bytes())
            + "; left out: 1 document that could not be cleaned, 1 copy\n");
  }

  @Test
  void printsTheArticlesThatMatch() {
    Done exported = export("old", "pier", "--format", "md");
    assertThat(exported.out()).contains("Pier shines again").doesNotContain("Lighthouse");
    assertThat(exported.err())
        .isEqualTo("pressmark: export: 1 article, " + told(exported.bytes()) + "\n");
  }

  /// `1,234 bytes, SHA-256 9f86…`, counted by another hand.
  private static String told(byte[] bytes) {
    return String.format(
        Locale.ROOT, "%,d bytes, SHA-256 %s", bytes.length, Digest.hex(Digest.of(bytes)));
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
  void leavesAReceiptThatSha256sumTakes() throws IOException {
    Path target = folder.resolve("pier.csv");
    Done exported = export("old", "pier", "--format", "csv", "--bom", "--output", target);
    byte[] bytes = Files.readAllBytes(target);
    assertThat(bytes).startsWith(0xef, 0xbb, 0xbf);
    assertThat(exported.err()).isEqualTo("pressmark: export: 1 article, " + told(bytes) + "\n");
    assertThat(folder.resolve("pier.csv.sha256"))
        .hasContent("# pressmark export: 1 article, "
            + bytes.length + " bytes, by " + Ingest.program() + "\n# query: old pier\n"
            + Digest.hex(Digest.of(bytes)) + "  pier.csv\n");
  }

  @Test
  void writesNoReceiptOverSomebodyElsesFile() throws IOException {
    Path target = folder.resolve("mine.csv");
    Path receipt = Files.writeString(folder.resolve("mine.csv.sha256"), "mine");
    Done exported = export("--format", "csv", "--output", target);
    assertThat(exported.code()).isEqualTo(3);
    assertThat(exported.err())
        .isEqualTo(
            "pressmark: " + receipt + ": is there already; name another, or remove it first\n");
    assertThat(target).doesNotExist();
    Files.writeString(receipt, "# pressmark export: of one that was killed\n");
    assertThat(export("--format", "csv", "--output", target).code()).isZero();
    assertThat(receipt).content().contains("mine.csv\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"md-folder", "text-folder", "datapackage", "ro-crate"})
  void aFolderListsItsFiles(String format) throws IOException {
    Path target = folder.resolve("folder-" + format);
    Done exported = export("--format", format, "--output", target);
    Path manifest = target.resolve("manifest-sha256.txt");
    List<String> lines = Files.readAllLines(manifest);
    assertThat(lines.getFirst()).startsWith("# pressmark export: 2 articles, ");
    List<String> named = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String name = line.substring(66);
      named.add(name);
      assertThat(line)
          .isEqualTo(Digest.hex(Digest.of(Files.readAllBytes(target.resolve(name)))) + "  " + name);
    }
    try (Stream<Path> files = Files.walk(target)) {
      assertThat(files
              .filter(Files::isRegularFile)
              .filter(file -> !file.equals(manifest))
              .map(file -> target.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(named);
    }
    assertThat(exported.err())
        .contains("2 articles, ", Digest.hex(Digest.of(Files.readAllBytes(manifest))));
    Path again = folder.resolve("again-" + format);
    export("--format", format, "--output", again);
    assertThat(again.resolve("manifest-sha256.txt")).hasSameBinaryContentAs(manifest);
  }

  /// What the WARC file of a result holds is an archive's: it is read as any other source.
  @Test
  void theWarcOfAResultHasTheDocumentAndItsArticle() throws IOException {
    Path target = folder.resolve("pier.warc.gz");
    Done exported = export("old", "pier", "--format", "warc", "--output", target);
    byte[] bytes = Files.readAllBytes(target);
    assertThat(exported.err()).isEqualTo("pressmark: export: 1 article, " + told(bytes) + "\n");
    List<String> types = new ArrayList<>();
    try (WarcReader warc = new WarcReader(target)) {
      for (WarcRecord record : warc) {
        types.add(record.type());
      }
    }
    assertThat(types).containsExactly("warcinfo", "resource", "conversion");
    Path copy = folder.resolve("copy");
    assertThat(new Office().run("ingest", target, "-a", copy).code()).isZero();
    assertThat(new Office().run("search", "-a", copy, "pier", "--count").out()).isEqualTo("1\n");
  }

  @Test
  void theWarcOfAllIsTheWholeArchive() throws IOException {
    Path target = folder.resolve("all.warc.gz");
    assertThat(export("--format", "warc", "--output", target).code()).isZero();
    try (WarcReader all = new WarcReader(target);
        WarcReader one = new WarcReader(archive.resolve("warc/pressmark-00001.warc.gz"))) {
      assertThat(all.records().count()).isEqualTo(one.records().count()).isGreaterThan(5);
    }
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
        List.of("-f", "parquet", "--format parquet: needs --output FILE"),
        List.of("-f", "text-folder", "--format text-folder: needs --output FILE"),
        List.of("-f", "jsonl", "--bom", "--bom: only a csv file can have one"),
        List.of(
            "-f",
            "pfd",
            "--format: \"pfd\" is not a format; known formats: text, md, json, jsonl, html, tei,"
                + " csv, vertical, conllu, ninjs, ris, bibtex, csl, parquet, md-folder,"
                + " text-folder, datapackage, ro-crate, warc, wacz, bagit"))) {
      Done done = export(words.subList(0, words.size() - 1).toArray());
      assertThat(done.err())
          .isEqualTo("pressmark: export: " + words.getLast() + "; see: pressmark export --help\n");
      assertThat(done.code()).isEqualTo(2);
    }
    assertThat(target).doesNotExist();
  }
}
