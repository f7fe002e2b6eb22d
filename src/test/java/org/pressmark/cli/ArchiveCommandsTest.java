package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.archive.ArchiveWriter;
import org.pressmark.article.Capture;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;
import org.pressmark.cli.Office.Done;
import org.pressmark.index.Index;

/// The commands that share an archive: ingest, search, show, verify.
class ArchiveCommandsTest {
  @TempDir
  private static Path folder;

  private static Path press;
  private static Path archive;
  private static Done ingested;

  private static final String LIGHTHOUSE =
      Mark.of(Pages.LIGHTHOUSE.getBytes(StandardCharsets.UTF_8)).value();

  @BeforeAll
  static void ingest() throws IOException {
    press = folder.resolve("press");
    archive = folder.resolve("archive");
    Pages.lighthouse(press);
    Files.copy(press.resolve("lighthouse.html"), press.resolve("twin.html"));
    Pages.empty(press);
    Files.writeString(
        press.resolve("wipe.html"),
        Pages.LIGHTHOUSE
            .replace("Lighthouse shines again", "=Wipe \u001b[2J\u202e again")
            .replace("lighthouse", "pier"));
    ingested = new Office().run("ingest", press, "--archive", archive);
  }

  private static Done run(Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--archive";
    all[words.length + 1] = archive;
    return new Office().run(all);
  }

  @Test
  void sumsUpWhatWasIngested() {
    assertThat(ingested.err()).isEmpty();
    assertThat(ingested.code()).isEqualTo(1);
    assertThat(ingested.out())
        .matches("(?s)4 documents in [0-9.]+ s, [0-9,]+ a second\n.*")
        .contains("""
              new articles           2
              already there          0
              copies                 1  the same bytes from another place
              not cleaned            1  kept as they came, with the reason
            """)
        .contains("\nknown: headline 100 %, alternativeHeadline 0 %, author 0 %, ")
        .contains(
            ",\n  creditText 0 %, keywords 0 %, description 0 %, isAccessibleForFree 0 %,\n  type 100 %\n")
        .contains("\nproblems: empty 1\n  " + press + "/empty.html: empty: has no bytes\n")
        .endsWith("\narchive: " + archive + "; search it with: pressmark search --archive "
            + archive + " WORDS\n");
  }

  @Test
  void addsNothingTheSecondTimeAndSaysSo() throws IOException {
    Path other = folder.resolve("other");
    assertThat(new Office().run("ingest", press, "-a", other).code()).isEqualTo(1);
    Done again = new Office().run("ingest", press, "-a", other);
    assertThat(again.out()).contains("  new articles           0\n  already there          4\n");
    assertThat(new Office().run("verify", "-a", other).out()).endsWith("as it was written\n");
  }

  @Test
  void mixesNoArticlesOfDifferentRules() throws IOException {
    Path kept = folder.resolve("kept");
    String[] rules = {"--keep", "share-bar,comments-line"};
    new Office().run("ingest", press, "-a", kept, rules[0], rules[1]);
    assertThat(kept.resolve("pressmark.json"))
        .content()
        .contains("\n  \"kept\": \"comments-line,share-bar\",\n");
    assertThat(new Office().run("ingest", press, "-a", kept, "--keep", rules[1]).out())
        .contains("  already there          4\n");

    Done without = new Office().run("ingest", press, "-a", kept);
    assertThat(without.err())
        .isEqualTo("pressmark: " + kept + ": its articles were made with --keep"
            + " comments-line,share-bar; give the same, or another --archive\n");
    assertThat(without.code()).isEqualTo(2);

    Path other = folder.resolve("not kept");
    new Office().run("ingest", press, "-a", other);
    Done with = new Office().run("ingest", press, "-a", other, "--keep", "share-bar");
    assertThat(with.err())
        .isEqualTo("pressmark: " + other + ": its articles were made without --keep; leave it out,"
            + " or give another --archive\n");
    assertThat(with.code()).isEqualTo(2);
    assertThat(new Office().run("verify", "-a", kept).code()).isZero();
  }

  @Test
  void sumsUpForPrograms() throws IOException {
    Path other = folder.resolve("for programs");
    Done done = new Office().run("ingest", press, "-a", other, "--json");
    assertThat(done.out())
        .startsWith("{\"archive\":\"" + other
            + "\",\"stopped\":false,\"documents\":4,\"due\":0,\"articles\":2,"
            + "\"already\":0,\"copies\":1,\"notCleaned\":1,\"bytes\":")
        .contains(
            "\"problems\":{\"empty\":1},\"passedOver\":0,\"passed\":{},\"sources\":[{\"source\":\""
                + press + "\",\"documents\":4,\"due\":0,\"articles\":2,\"already\":0,\"copies\":1,"
                + "\"passedOver\":0,\"problems\":{\"empty\":1}}]")
        .contains("\"missed\":[{\"source\":\"" + press
            + "/empty.html\",\"kind\":\"empty\",\"message\":\"has no bytes\"}],\"notes\":[],")
        .endsWith("}\n");
    assertThat(other.resolve("last-ingest.json")).hasContent(done.out());
  }

  @Test
  void findsArticlesAndTellsAboutThem() {
    assertThat(run("search", "lighthouse", "islanders").out())
        .startsWith("1  Lighthouse shines again\n   2024-10-11 · The Varn Echo · en\n   ")
        .contains("\n   " + LIGHTHOUSE + "  " + press + "/lighthouse.html\n")
        .endsWith("\n\n1 article\n");
  }

  @Test
  void saysSoWhereNothingIsFound() {
    Done done = run("search", "submarine");
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).isEqualTo("pressmark: no article matches submarine\n");
    assertThat(done.code()).isZero();
    assertThat(run("search", "submarine", "--count").out()).isEqualTo("0\n");
  }

  @Test
  void counts() {
    assertThat(run("search", "islanders", "--count").out()).isEqualTo("2\n");
  }

  @Test
  void turnsPages() {
    assertThat(run("search", "islanders", "--limit", 1).out())
        .startsWith("1  ")
        .endsWith("\n\n2 articles; these are 1 to 1, more with --page 2\n");
    assertThat(run("search", "islanders", "--limit", 1, "--page", 2).out())
        .startsWith("2  ")
        .endsWith("\n\n2 articles; these are 2 to 2\n");
    assertThat(run("search", "islanders", "--page", 2).out())
        .isEqualTo("2 articles; this page is behind the last of them\n");
  }

  @Test
  void answersWhileAnotherProcessIsWriting() throws IOException {
    Path other = folder.resolve("busy");
    new Office().run("ingest", press, "-a", other);
    Path late = Files.writeString(folder.resolve("late.html"), Pages.LIGHTHOUSE + " ");
    try (ArchiveWriter writer = ArchiveWriter.open(other, Clock.systemUTC());
        Index index = Index.open(other.resolve("index"))) {
      byte[] bytes = Files.readAllBytes(late);
      writer.append(new Outcome.Rejected(
          Capture.of(Origin.of("late.html"), bytes),
          new Problem(Problem.Kind.TEXTLESS, "found no paragraph of text")));
      writer.commit();
      Done done = new Office().run("search", "lighthouse", "--count", "-a", other);
      assertThat(done.out()).isEqualTo("1\n");
      assertThat(done.err()).startsWith("pressmark: the newest documents are not found yet: ");
      assertThat(new Office().run("ingest", late, "-a", other).code()).isEqualTo(3);
      assertThat(index.position()).isNotNull();
    }
  }

  @Test
  void passesOverItsOwnArchive() throws IOException {
    Path all = folder.resolve("all");
    Pages.lighthouse(all);
    Path own = all.resolve("output");
    new Office().run("ingest", all, "-a", own);
    Done again = new Office().run("ingest", all, "-a", own);
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("1 document in ");
    assertThat(again.err())
        .matches("pressmark: \\S+/all/output: passed over [0-9]+ files of the archive itself\n");
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    Done done = run("search", "headline:(");
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).startsWith("pressmark: ").hasLineCount(1);
    assertThat(done.code()).isEqualTo(2);
  }

  @Test
  void answersPrograms() {
    assertThat(run("search", "lighthouse", "--format", "json").out())
        .startsWith("{\"query\":\"lighthouse\",\"total\":1,\"page\":1,\"hits\":[{\"id\":\""
            + LIGHTHOUSE + "\",\"source\":\"" + press
            + "/lighthouse.html\",\"headline\":\"Lighthouse shines again\"")
        .endsWith("]}\n");
    assertThat(run("search", "pier", "--format", "csv").out())
        .startsWith(
            "id,headline,author,publisher,section,date,language,type,score,snippet,source\r\npm-")
        .contains(",'=Wipe ");
  }

  @ParameterizedTest
  @CsvSource({"table", "json", "csv"})
  void letsNoArticleGiveOrdersToATerminal(String format) {
    Done done = new Office()
        .onTerminal()
        .with("NO_COLOR", "1")
        .run("search", "pier", "--format", format, "-a", archive);
    assertThat(done.out()).contains("Wipe").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void showsAnArticleByTheBeginningOfItsId() {
    String beginning = LIGHTHOUSE.substring(0, 8);
    assertThat(run("show", beginning).out())
        .startsWith("id                   " + LIGHTHOUSE + "\nsource               " + press
            + "/lighthouse.html\nheadline             Lighthouse shines again  (")
        .endsWith("\n\n" + Pages.FIRST + "\n" + Pages.SECOND + "\n");
    assertThat(run("show", beginning, "--format", "text").out())
        .isEqualTo(Pages.FIRST + "\n" + Pages.SECOND + "\n");
    assertThat(run("show", beginning, "--cuts").out())
        .startsWith(press + "/lighthouse.html: ")
        .contains("© 2024 The Varn Echo");
  }

  @Test
  void givesTheDocumentBackToTheByte() {
    assertThat(run("show", LIGHTHOUSE, "--raw").bytes())
        .isEqualTo(Pages.LIGHTHOUSE.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"date", "datePublished", "DATEPUBLISHED", "published"})
  void tellsWhoIsBelieved(String field) {
    assertThat(run("show", LIGHTHOUSE, "--why", field).out()).isEqualTo("""
            datePublished: 2024-10-11T19:30:00+02:00
            open-graph says so (meta[property=article:published_time]).
              believed  0.90  open-graph  2024-10-11T19:30:00+02:00  (meta[property=article:published_time])
            """);
    assertThat(run("show", LIGHTHOUSE, "--why", "image").out())
        .isEqualTo("image: nothing in the document says anything about it\n");
  }

  @Test
  void saysWhatAnIdMayMean() {
    assertThat(run("show", "pm-").err())
        .startsWith("pressmark: show: pm-: may mean pm-")
        .endsWith("; see: pressmark show --help\n");
    assertThat(run("show", "pm-1").err())
        .isEqualTo("pressmark: show: pm-1: no such id in " + archive + "; `pressmark search` prints"
            + " ids, such as pm-mfrggzdfmztwq2lknnwg; see: pressmark show --help\n");
    assertThat(run("show", "pm-1").code()).isEqualTo(2);
  }

  @Test
  void showsWhyADocumentBecameNoArticle() {
    String empty = Mark.of(new byte[0]).value();
    Done done = run("show", empty);
    assertThat(done.err())
        .isEqualTo(
            "pressmark: " + press + "/empty.html: could not be cleaned: has no bytes; see the"
                + " document itself with: pressmark show " + empty + " --raw\n");
    assertThat(done.code()).isEqualTo(1);
  }

  @Test
  void verifiesThatAllIsThere() {
    Done done = run("verify");
    assertThat(done.out())
        .isEqualTo(archive + ": 4 documents: 2 articles, 1 not cleaned, 1 copy\n"
            + "whole: every byte is as it was written\n");
    assertThat(done.code()).isZero();
  }

  @Test
  void findsDamage() throws IOException {
    Path other = folder.resolve("damaged");
    new Office().run("ingest", press, "-a", other);
    try (Stream<Path> files = Files.list(other.resolve("warc"))) {
      Path warc = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(warc);
      bytes[bytes.length / 2] ^= 1;
      Files.write(warc, bytes);
      Done done = new Office().run("verify", "-a", other);
      assertThat(done.code()).isEqualTo(3);
      assertThat(done.out()).contains("\ndamaged: " + warc + "@").endsWith("damaged place\n");
    }
  }

  @Test
  void buildsALostIndexAgainAndShowsHowFarItIs() throws IOException {
    Path other = folder.resolve("lost");
    new Office().run("ingest", press, "-a", other);
    try (Stream<Path> files = Files.list(other.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertThat(new Office().run("verify", "-a", other).out())
        .contains("\nremark: " + other + "/index: there is no index; the next command makes a new"
            + " one\n");
    assertThat(new Office().run("search", "islanders", "--count", "-a", other).out())
        .isEqualTo("2\n");
  }
}
