package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.pressmark.InOrder;
import org.pressmark.Options;
import org.pressmark.Reclean;
import org.pressmark.Revision;
import org.pressmark.Watch;
import org.pressmark.archive.Archive;
import org.pressmark.archive.Fetched;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.cli.Office.Done;
import org.pressmark.http.Response;
import org.pressmark.json.Invented;

/// An archive that an older program made, under the present rules.
class RecleanCommandTest {
  private static final String CODED =
      OldArchive.page("The Varn Echo", "Lighthouse <b>shines</b>", OldArchive.CODE);
  private static final String CLEAN = OldArchive.page("The Varn Echo", "Lamp arrives", "");
  private static final String OTHER =
      OldArchive.page("Ostholm Courier", "Ferry \u001b[2J sails", OldArchive.CODE);
  private static final String MISSED = OldArchive.page("Ostholm Courier", "Pier opens", "");

  @TempDir
  private Path folder;

  private Path archive;

  @BeforeEach
  void write() throws IOException {
    archive = folder.resolve("archive");
    Capture bare = OldArchive.capture("press/bare.html", "<html><body></body></html>");
    new OldArchive(archive)
        .with("press/coded.html", CODED)
        .with("press/clean.html", CLEAN)
        .with("press/other.html", OTHER)
        .without("press/missed.html", MISSED)
        .with(new Outcome.Kept(bare, Invented.article(4, bare)))
        .write();
  }

  @Test
  void keepsWhatWentOverTheWire() throws IOException {
    Capture page = Fetched.from("https://echo.example/lamp")
        .of(Response.of(OldArchive.page("The Varn Echo", "Lamp burns", OldArchive.CODE))
            .gzipped()
            .chunked(64));
    new OldArchive(archive).with(page).write();
    Done done = run("reclean", "--accept", "all");
    assertThat(done.code()).as(done.err()).isZero();
    Entry newest = entries().stream()
        .filter(entry -> entry.mark().equals(page.mark()))
        .reduce((one, other) -> other)
        .orElseThrow();
    assertThat(newest.isLater()).isTrue();
    assertThat(newest.content())
        .isInstanceOfSatisfying(
            Entry.Content.Kept.class,
            kept -> assertThat(kept.article().body().text()).doesNotContain("fbq"));
    Capture back = Archive.open(archive).capture(newest.at());
    assertThat(back.bytes()).isEqualTo(page.bytes());
    assertThat(back.exchange().orElseThrow().response())
        .isEqualTo(page.exchange().orElseThrow().response());
    assertThat(run("verify").code()).isZero();
    assertThat(run("show", page.mark().value(), "--raw").bytes()).isEqualTo(page.bytes());
  }

  private List<Entry> entries() throws IOException {
    try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
      return entries.toList();
    }
  }

  private Done run(Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--archive";
    all[words.length + 1] = archive;
    return new Office().run(all);
  }

  private static String id(String page) {
    return Mark.of(page.getBytes(StandardCharsets.UTF_8)).value();
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(archive)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = archive.relativize(path).toString();
        if (!name.startsWith("index") && !name.equals("lock")) {
          files.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  @Test
  void saysWhatWouldChangeAndWritesNothing() throws IOException {
    Map<String, String> before = files();
    Done done = run("reclean");
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out())
        .startsWith(archive + ": 5 documents held against pressmark ")
        .contains("""
              same                       1
              changed text               2
              changed facts              0
              changed evidence           0  same text and values; other cuts, structure, sources
              now cleaned                1
              no longer cleaned          1
              other reason               0  not cleaned before and now
              not compared               0  kept as they are
              passed over                0  made under these rules, or held against them
            """)
        .containsPattern("\nmade under: pressmark 0\\.0\\.9, rules [0-9a-f]{12}: 5\n")
        .contains("\nOstholm Courier: 2 of 2 differ: text 1, now cleaned 1\n")
        .contains("\nThe Varn Echo: 1 of 2 differ: text 1\n")
        .contains("\n " + id(CODED) + "  press/coded.html\n  text: ")
        .contains("[- !function(k,l){if(k.fbq)return;")
        .doesNotContain("\u001b")
        .endsWith("\nnothing was written; take it over with --accept all, or OUTLET,…\n");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void takesOverEverythingAndKeepsWhatWas() throws IOException {
    Done done = run("reclean", "--accept", "all");
    assertThat(done.out())
        .endsWith("\n4 new versions; those before them: pressmark show ID --versions\n");
    assertThat(run("verify").out())
        .contains(": 5 documents: 4 articles, 1 not cleaned, 0 copies; 4 later versions\n")
        .doesNotContain("remark")
        .endsWith("as it was written\n");
    assertThat(run("show", id(CODED)).out()).doesNotContain("fbq");
    assertThat(run("show", id(CODED), "--pick", 1).out()).contains("fbq");
    assertThat(run("show", id(CODED), "--pick", 2).out())
        .isEqualTo(run("show", id(CODED)).out());
    assertThat(run("show", id(CODED), "--raw").out()).isEqualTo(CODED);
    assertThat(run("show", id(MISSED)).out()).contains("Pier opens");
    assertThat(run("search", "pier", "--count").out()).isEqualTo("1\n");
    assertThat(run("show", id("<html><body></body></html>")).code()).isEqualTo(1);
    assertThat(run("search", "fbq", "--count").out()).isEqualTo("0\n");
  }

  @Test
  void exportsEachArticleOnceAsItIsNow() throws IOException {
    run("reclean", "--accept", "all");
    Done done = run("export");
    assertThat(done.out().lines()).hasSize(4);
    assertThat(done.out()).contains(id(CODED), id(CLEAN), id(OTHER), id(MISSED));
    assertThat(done.out()).doesNotContainPattern("\"text\":\"[^\"]*fbq");
    Path wacz = folder.resolve("press.wacz");
    assertThat(run("export", "--format", "wacz", "--output", wacz).code()).isZero();
    assertThat(inside(wacz, "pages/pages.jsonl").lines()).hasSize(6);
    assertThat(inside(wacz, "pages/pages.jsonl")).doesNotContain("fbq").contains("Pier opens");
  }

  @Test
  void exportsAChosenArticleWithItsDocument() throws IOException {
    run("reclean", "--accept", "all");
    Path wacz = folder.resolve("choice.wacz");
    assertThat(run("export", "pier", "--format", "wacz", "--output", wacz).code())
        .isZero();
    assertThat(inside(wacz, "pages/pages.jsonl").lines()).hasSize(2);
    Path other =
        Files.createDirectories(folder.resolve("other/warc")).resolve("pressmark-00001.warc.gz");
    try (ZipFile zip = new ZipFile(wacz.toFile());
        InputStream warc = zip.getInputStream(zip.getEntry("archive/pressmark-choice.warc.gz"))) {
      Files.copy(warc, other);
    }
    List<String> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(other)) {
      for (WarcRecord record : reader) {
        types.add(record.type());
      }
    }
    assertThat(types).containsExactly("warcinfo", "resource", "conversion", "conversion");
  }

  private static String inside(Path wacz, String name) throws IOException {
    try (ZipFile zip = new ZipFile(wacz.toFile());
        InputStream file = zip.getInputStream(zip.getEntry(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void hasNothingLeftToDoTheSecondTime() throws IOException {
    run("reclean", "--accept", "all");
    Map<String, String> before = files();
    Done again = run("reclean", "--accept", "all");
    assertThat(again.out())
        .contains("  passed over                5  made under")
        .contains("\n0 new versions; ");
    assertThat(files()).isEqualTo(before);
    Done all = run("reclean", "--all");
    assertThat(all.out()).contains("  same                       5\n");
    assertThat(all.out()).endsWith("\nnothing was written\n");
  }

  @Test
  void takesOverOneOutletOnly() {
    Done done = run("reclean", "--accept", "the varn echo,No Such Paper");
    assertThat(done.err())
        .isEqualTo("pressmark: --accept: no document that was compared is of \"no such paper\";"
            + " outlets are named as the list of `pressmark reclean` names them\n");
    assertThat(done.out())
        .contains("\nThe Varn Echo: 1 of 2 differ: text 1, accepted 1\n")
        .contains("\n1 new version; ");
    assertThat(run("show", id(CODED)).out()).doesNotContain("fbq");
    assertThat(run("show", id(OTHER)).out()).contains("fbq");
    assertThat(run("reclean").out())
        .contains("  passed over                1  made")
        .contains("\nOstholm Courier: 2 of 2 differ: text 1, now cleaned 1\n");
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void listsVersionsWithTheirRulesAndTimes() {
    run("reclean", "--accept", "all");
    assertThat(run("show", id(CODED), "--versions").out())
        .matches("1  2023-02-01T10:00:00Z  pressmark 0\\.0\\.9, rules [0-9a-f]{12}  Lighthouse .*\n"
            + "2  [0-9T:-]+Z  pressmark .*, rules [0-9a-f]{12}  Lighthouse .*\n");
    assertThat(run("show", id(CODED), "--versions", "--diff").out())
        .contains("\n1 -> 2\n  text: ")
        .contains("[- !function(k,l){");
    assertThat(run("show", id(MISSED), "--versions").out())
        .contains("  not cleaned: found no paragraph of text\n2  ");
    Done none = run("show", id(CODED), "--pick", 3);
    assertThat(none.err())
        .isEqualTo("pressmark: show: --pick: 3: there are versions 1 to 2 of " + id(CODED)
            + "; see: pressmark show --help\n");
    assertThat(none.code()).isEqualTo(2);
  }

  @Test
  void showsTheDifferencesAsAPageOnWhichNothingRuns() throws IOException {
    Path page = folder.resolve("changes.html");
    Done done = run("reclean", "--html", page);
    assertThat(done.out()).contains("\npage: " + page + "\n");
    String html = Files.readString(page);
    assertThat(html)
        .contains("<td><bdi>The Varn Echo</bdi></td><td><bdi>2</bdi></td>")
        .contains("<del> !function(k,l){")
        .contains("<h2 dir=\"auto\">Ostholm Courier</h2>")
        .contains("default-src 'none'")
        .doesNotContain("<script")
        .doesNotContain("<b>shines")
        .doesNotContain("\u001b")
        .endsWith("</html>\n");
    run("reclean", "--html", page, "--threads", 1);
    assertThat(page).hasContent(html);
  }

  @Test
  void tellsProgramsTheCounts() {
    assertThat(run("reclean", "--json").out())
        .startsWith("{\"archive\":\"" + archive + "\",\"stopped\":false,\"rules\":\"pressmark ")
        .contains("\"documents\":5,\"same\":1,\"changedText\":2,\"changedFacts\":0,")
        .contains("\"nowCleaned\":1,\"noLongerCleaned\":1,")
        .contains("\"outlets\":{")
        .contains("\"The Varn Echo\":{\"documents\":2,\"same\":1,\"changedText\":1,");
  }

  @Test
  void goesOnWhereAnInterruptedRunStopped() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Revision stopped = Reclean.run(
        archive,
        Options.DEFAULTS,
        new Reclean.Wish(new Reclean.Accept.Everything(), false, 3),
        InOrder.of(1),
        Watch.NONE,
        java.time.Clock.systemUTC(),
        () -> asked.incrementAndGet() > 3);
    assertThat(stopped.isStopped()).isTrue();
    assertThat(stopped.all().accepted()).isBetween(1L, 3L);
    assertThat(run("verify").code()).isZero();
    Done rest = run("reclean", "--accept", "all");
    assertThat(rest.code()).isZero();
    Path whole = folder.resolve("whole");
    Path interrupted = archive;
    Stories.delete(whole);
    archive = whole;
    Capture bare = OldArchive.capture("press/bare.html", "<html><body></body></html>");
    new OldArchive(whole)
        .with("press/coded.html", CODED)
        .with("press/clean.html", CLEAN)
        .with("press/other.html", OTHER)
        .without("press/missed.html", MISSED)
        .with(new Outcome.Kept(bare, Invented.article(4, bare)))
        .write();
    run("reclean", "--accept", "all", "--threads", 3);
    assertThat(Stories.of(interrupted)).isEqualTo(Stories.of(whole)).hasSize(9);
  }

  @Test
  void aLaterIngestKnowsTheDocumentsAndTheirVersions() throws IOException {
    run("reclean", "--accept", "all");
    Path press = Files.createDirectories(folder.resolve("press"));
    Files.writeString(press.resolve("copy.html"), CODED);
    assertThat(run("ingest", press).out()).contains("  copies                 1  ");
    assertThat(run("verify").out()).endsWith("as it was written\n").contains(", 1 copy; 4 later");
    try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
      Entry last = entries.reduce((one, next) -> next).orElseThrow();
      assertThat(Archive.open(archive).capture(last.at()).bytes())
          .isEqualTo(CODED.getBytes(StandardCharsets.UTF_8));
    }
    Stories.delete(archive.resolve("index"));
    assertThat(run("search", "fbq", "--count").out()).isEqualTo("0\n");
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void noticesAnIndexThatKnowsAnOlderVersion() throws IOException {
    run("search", "pier");
    Path old = folder.resolve("old-index");
    Stories.copy(archive.resolve("index"), old);
    run("reclean", "--accept", "all");
    Stories.delete(archive.resolve("index"));
    Stories.copy(old, archive.resolve("index"));
    assertThat(run("verify").out()).contains("remark: ", "is behind the archive");
    assertThat(run("search", "fbq", "--count").out()).isEqualTo("0\n");
    assertThat(run("verify").out()).doesNotContain("remark").endsWith("as it was written\n");
  }

  @Test
  void listsTheCapturesOfAnArticleAndItsSilentEdits() throws IOException {
    Path press = Files.createDirectories(folder.resolve("captures"));
    String link = "<link rel=\"canonical\" href=\"https://varn-echo.example/lighthouse%s\">";
    String first =
        Pages.LIGHTHOUSE.replace("<title>", String.format(Locale.ROOT, link, "") + "<title>");
    String second = first
        .replace("Lighthouse shines again", "Lighthouse shines once more")
        .replace("forty islanders", "fifty islanders");
    save(press.resolve("a.html"), first, "2024-10-11T20:00:00Z");
    save(press.resolve("b.html"), second, "2024-10-12T07:30:00Z");
    save(
        press.resolve("c.html"),
        Pages.LIGHTHOUSE.replace("<title>", String.format(Locale.ROOT, link, "-2") + "<title>"),
        "2024-10-13T07:30:00Z");
    assertThat(run("ingest", press).code()).isZero();
    assertThat(run("show", id(second), "--captures").out())
        .isEqualTo("1  2024-10-11T20:00:00Z  " + id(first) + "  Lighthouse shines again\n"
            + "2  2024-10-12T07:30:00Z  " + id(second) + "  Lighthouse shines once more\n");
    assertThat(run("show", id(first), "--captures", "--diff").out())
        .contains("\n1 -> 2\n  headline: Lighthouse shines [-again-]{+once more+}\n")
        .contains("  text: ")
        .contains("Some [-forty-]{+fifty+} islanders");
    assertThat(run("show", id(first)).out())
        .contains("\ncaptures             2  (see them with --captures)\n");
    assertThat(run("show", id(CLEAN)).out()).doesNotContain("captures");
    assertThat(run("show", id(CLEAN), "--captures").out()).hasLineCount(1);
  }

  @Test
  void takesDocumentsWithoutAnAddressForOneArticleWhereTheyCameFromOnePath() throws IOException {
    Path press = Files.createDirectories(folder.resolve("again"));
    Path story = press.resolve("story.html");
    save(story, CLEAN, "2024-10-11T20:00:00Z");
    run("ingest", press);
    String edited = CLEAN.replace("forty", "fifty");
    save(story, edited, "2024-10-12T20:00:00Z");
    run("ingest", press);
    assertThat(run("show", id(edited), "--captures").out()).hasLineCount(1);
    String third = edited.replace("oldest", "youngest");
    save(story, third, "2024-10-13T20:00:00Z");
    run("ingest", press);
    assertThat(run("show", id(third), "--captures", "--diff").out())
        .startsWith("1  2024-10-12T20:00:00Z  " + id(edited))
        .contains("[-oldest-]{+youngest+}");
  }

  private static void save(Path file, String page, String time) throws IOException {
    Files.writeString(file, page);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
  }

  @Test
  void asksForWordsThatMakeSense() {
    assertThat(List.of(
            run("reclean", "--accept", "all,x").err(),
            run("reclean", "--samples", "-1").err(),
            run("show", "x", "--diff").err(),
            run("show", "x", "--pick", "1", "--versions").err()))
        .containsExactly(
            "pressmark: reclean: --accept: give all, or none, or names of outlets; see: pressmark"
                + " reclean --help\n",
            "pressmark: reclean: --samples: -1 is not from 0 to 100; see: pressmark reclean"
                + " --help\n",
            "pressmark: show: --diff: goes with --versions or --captures; see: pressmark show"
                + " --help\n",
            "pressmark: show: --pick: does not go with --raw, --versions or --captures; see:"
                + " pressmark show --help\n");
  }
}
