package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.cli.Office.Done;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class StudyCommandsTest {
  @TempDir
  private static Path folder;

  private static Path archive;

  @BeforeAll
  static void ingest() throws IOException {
    archive = Wire.archive(folder, 120);
  }

  private static Done run(Object... words) {
    return run(new Office(), words);
  }

  private static Done run(Office office, Object... words) {
    Object[] all = Arrays.copyOf(words, words.length + 2, Object[].class);
    all[words.length] = "--archive";
    all[words.length + 1] = archive;
    return office.run(all);
  }

  // Concordance

  @Test
  void keysStandBelowEachOther() {
    Done done = run("search", "harbour", "--kwic", "--context", "3", "-n", "12");
    List<String> lines = done.out().lines().toList();
    assertThat(lines).hasSize(14);
    List<Integer> columns = lines.subList(0, 12).stream()
        .map(line -> line.toLowerCase(Locale.ROOT).indexOf("  harbour  ", 15))
        .distinct()
        .toList();
    assertThat(columns).hasSize(1);
    assertThat(lines.getLast())
        .matches("the beginning of the occurrences in \\d+ articles; these are 1 to 12, more with"
            + " --page 2");
    assertThat(run("search", "harbour", "--kwic", "--sort", "left").out())
        .containsPattern(
            "\n\\d+ occurrences in \\d+ articles; these are 1 to 10, more with --page 2\n$");
    assertThat(
            run("search", "harbour", "--kwic", "--sample", "4", "--seed", "9").out())
        .containsPattern(
            "\n\\d+ occurrences in \\d+ articles; these are 4 of them, drawn by lot with"
                + " --seed 9\n$");
    assertThat(run("search", "harbour", "--kwic", "--page", "999").out())
        .endsWith("; this page is behind the last of them\n");
  }

  @Test
  void everyLineOfAllIsPrinted() {
    long lines = run("search", "the", "--kwic", "--limit", "all", "--format", "csv")
        .out()
        .lines()
        .count();
    String counted =
        run("search", "the", "--kwic", "--limit", "all", "--format", "json").out();
    assertThat(lines).isGreaterThan(1000);
    assertThat(counted).endsWith(",\"articles\":120,\"occurrences\":" + (lines - 1) + "}\n");
  }

  @Test
  void wordsOfOtherScriptsKeepTheirColumns() {
    assertThat(Cell.width("政策")).isEqualTo(4);
    assertThat(Cell.width("e\u0301")).isEqualTo(1);
    assertThat(Cell.right("政策", 6)).isEqualTo("  政策");
    assertThat(Cell.left("المدينة", 9)).isEqualTo("\u2068المدينة\u2069  ");
    assertThat(Cell.isRightToLeft("ferry")).isFalse();
    assertThat(Cell.line("a\r\nb\u202ec\u001b")).isEqualTo("a b\\u202ec\\u001b");
  }

  // Hostile values, other places

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search harbour --kwic --limit all",
        "search harbour --facets author,section,publisher",
        "trend harbour --by author",
        "trend harbour --by author --format csv",
        "words",
        "keyness publisher:echo",
        "collocations harbour",
      })
  void noTerminalGetsOrdersFromAnArticle(String words) {
    Done done = run(new Office().onTerminal().with("NO_COLOR", "1"), (Object[]) words.split(" "));
    assertThat(done.code()).isZero();
    assertThat(done.out()).isNotEmpty().doesNotContain("\u001b");
  }

  @Test
  void noSpreadsheetGetsFormulas() {
    for (String words : List.of(
        "trend harbour --by section --format csv",
        "search harbour --facets section --format csv",
        "search harbour --kwic --limit all --format csv")) {
      assertThat(run((Object[]) words.split(" ")).out())
          .contains("'=HYPERLINK(1)")
          .doesNotContainPattern("(^|[\n,])\"?=HYPERLINK");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search HARBOUR --kwic --sort LEFT",
        "search harbour --facets PUBLISHER,Author --count",
        "trend harbour --by Publisher",
        "trend harbour --by WEEK --format json",
        "words --min 2",
        "keyness publisher:echo --sort LOG-RATIO --min-g2 0",
        "collocations railway --sort LOGDICE",
      })
  void theAnswerIsTheSameInTurkey(String words) {
    Done here = run((Object[]) words.split(" "));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(run((Object[]) words.split(" ")).out()).isEqualTo(here.out());
    } finally {
      Locale.setDefault(before);
    }
    assertThat(here.code()).as(here.err()).isZero();
    assertThat(here.out()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", textBlock = """
      search zzzz --kwic => no article matches zzzz
      search section:politics --kwic => section:politics: ARTICLES, and nothing was asked of headline and text; ask for a word
      search zzzz --facets year => no article matches zzzz
      search harbuor => no article matches harbuor; did you mean: harbour
      search railwya AND brigde => no article matches railwya AND brigde; did you mean: railway AND bridge
      search author:thorn => no article matches author:thorn; did you mean: author:thorne
      trend zzzz => no article matches zzzz
      trend harbour --from 2030 --to 2031 => no article of that time matches harbour
      trend section:politics => section:politics: nothing was asked of headline and text, so there are articles and no occurrences to count
      words zzzz => no article matches zzzz
      keyness zzzz => no article matches zzzz
      keyness * => there are no other articles to hold them against
      collocations zzzz => no article matches zzzz
      """)
  void saysWhereThereIsNothing(String words, String message) {
    Done done = run((Object[]) words.split(" "));
    assertThat(done.code()).isZero();
    assertThat(done.err().replaceAll("\\d+ articles", "ARTICLES"))
        .isEqualTo("pressmark: " + message + "\n");
  }

  @Test
  void tellsProgramsToo() {
    assertThat(run("search", "harbuor", "--format", "json").out())
        .isEqualTo("{\"query\":\"harbuor\",\"total\":0,\"page\":1,\"hits\":[],\"suggestion\":"
            + "\"harbour\"}\n");
    assertThat(run("search", "harbour", "-n", "1", "--facets", "year", "--format", "json")
            .out())
        .containsPattern("],\"facets\":\\{\"year\":\\{\"distinct\":4,\"unknown\":\\d+,\"coarse\":0,"
            + "\"values\":\\[\\{\"value\":\"2019\",\"articles\":\\d+,\"share\":0\\.\\d{6}}");
  }

  @Test
  void countsEverythingWhereEverythingIsAskedFor() {
    assertThat(run("trend", "*", "--by", "language").out())
        .containsPattern("\nall +120 +120 +100\\.0 % ");
    assertThat(run("search", "*", "--facets", "type", "--count").out()).startsWith("120\n\ntype");
    assertThat(run("words", "*", "--format", "json").out())
        .isEqualTo(run("words", "--format", "json").out());
  }

  // Trend

  @Test
  void saysWhatWasCountedAndHowMuchThatCovers() {
    assertThat(run("trend", "harbour", "--by", "year").out())
        .startsWith(
            "year     articles  of all   share  occurrences  of all words  per million\n2019 ")
        .containsPattern("\nno date +\\d+ +\\d+ +")
        .containsPattern("\nall +\\d+ +120 +")
        .contains("\noccurrences: places in headline and text where the question matches; words:"
            + " those of headline and text, cut by Unicode's rules\n")
        .containsPattern("\ncoverage: of 120 articles in the archive \\(state of [-0-9]{10}\\)"
            + " \\d+ have no date, of which \\d+ match\n$");
    assertThat(run("trend", "harbour", "--by", "year", "--format", "json").out())
        .startsWith("{\"query\":\"harbour\",\"by\":\"year\",\"families\":\"all\",\"archive\":\"")
        .contains("\"buckets\":[{\"bucket\":\"2019\",\"articles\":")
        .contains("\"totals\":[{\"bucket\":\"unknown\",");
  }

  @Test
  void saysOfWhatTimeWasCountedAndWhatWasNot() {
    Done done = run("trend", "harbour", "--by", "year", "--from", "2020-06", "--to", "2021");
    assertThat(done.out())
        .containsPattern("\n2020 .*\n2021 .*\nall ")
        .doesNotContain("\n2019")
        .doesNotContain("\nno date")
        .containsPattern("\ncoverage: of 120 articles in the archive \\(state of [-0-9]{10}\\) \\d+"
            + " are from 2020-06-01 to 2021-12-31; not counted: \\d+ have no date, of which \\d+"
            + " match\n$");
    assertThat(run("trend", "harbour", "--to", "2019-02", "--format", "json").out())
        .contains(",\"to\":\"2019-02-28\",\"articles_of_the_time\":")
        .contains("\"articles_of_the_archive\":120,\"not_counted\":[{\"bucket\":\"undated\",")
        .doesNotContain("\"from\"");
    assertThat(run("trend", "harbour", "--by", "section", "--from", "2022").out())
        .contains(" are from 2022-01-01; ");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", textBlock = """
      --from 2021-13 => --from: "2021-13" is not a date; write one like 2021, 2021-09 or 2021-09-29
      --to yesterday => --to: "yesterday" is not a date; write one like 2021, 2021-09 or 2021-09-29
      --from 2022-01 --to 2021 => --from 2022-01 --to 2021: there is no day between: it begins after its end
      """)
  void refusesATimeWithoutADay(String options, String message) {
    Done done = run((Object[]) ("trend harbour " + options).split(" "));
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err())
        .isEqualTo("pressmark: trend: " + message + "; see: pressmark trend --help\n");
  }

  @Test
  void drawsAPictureThatCanBePrinted() throws Exception {
    Path svg = folder.resolve("trend.svg");
    assertThat(run("trend", "harbour", "--by", "month", "--format", "svg", "-o", svg)
            .out())
        .isEmpty();
    DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
    documents.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document drawing = documents.newDocumentBuilder().parse(svg.toFile());
    assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(text(drawing, "title")).containsExactly("harbour, by month");
    assertThat(text(drawing, "desc"))
        .containsExactly("occurrences per million words, by month, as a line");
    assertThat(text(drawing, "text"))
        .anyMatch(text -> text.startsWith("harbour: "))
        .anyMatch(text -> text.matches("coverage: of 120 articles in the archive .*"));
    byte[] again = run("trend", "harbour", "--by", "month", "--format", "svg").bytes();
    assertThat(again).isEqualTo(Files.readAllBytes(svg));
  }

  private static List<String> text(Document drawing, String tag) {
    NodeList nodes = drawing.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(at -> nodes.item(at).getTextContent().strip())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"month", "publisher", "author"})
  void drawsTheSameAsPixels(String by) throws IOException {
    byte[] png = run("trend", "harbour", "--by", by, "--format", "png").bytes();
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(image.getHeight()).isBetween(300, 1400);
    assertThat(image.getColorModel().getNumColorComponents()).isEqualTo(1);
    long black = 0;
    for (int x = 0; x < image.getWidth(); x += 2) {
      for (int y = 0; y < image.getHeight(); y += 2) {
        black += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    assertThat(black).isBetween(500L, (long) image.getWidth() * image.getHeight() / 8);
    assertThat(run("trend", "harbour", "--by", by, "--format", "png").bytes()).isEqualTo(png);
  }

  @Test
  void drawsNothingWhereThereIsNothing() {
    assertThat(run("trend", "zzzz", "--by", "publisher", "--format", "svg").out())
        .contains("zzzz: 0 of 120 articles match");
  }

  // Words

  @Test
  void leavesOutTheWordsOfAList() throws IOException {
    Path stop = folder.resolve("stop.txt");
    Files.writeString(stop, "# small words\nTHE\nof\n\nand\n");
    assertThat(run("words", "--format", "csv").out()).contains(",the,").contains(",of,");
    assertThat(run("words", "--stop-words", stop, "--format", "csv").out())
        .doesNotContain(",the,")
        .doesNotContain(",of,")
        .contains(",harbour,");
    assertThat(run("collocations", "harbour", "--sort", "frequency").out()).contains("  the  ");
    assertThat(run("collocations", "harbour", "--sort", "frequency", "--stop-words", stop)
            .out())
        .doesNotContain("  the  ");
    assertThat(run("words", "--stop-words", folder.resolve("none.txt")).code()).isEqualTo(3);
  }

  @Test
  void saysWhatOfAListIsNotShown() {
    Done done = run("words", "--limit", "5", "--page", "2");
    assertThat(done.out()).contains("\n   6  ").contains("\n  10  ").doesNotContain("\n  11  ");
    assertThat(done.err())
        .matches("pressmark: \\d+ more; go on with --page 3, or see all with --limit all\n");
    assertThat(run("words", "--limit", "all").err()).isEmpty();
  }

  // Questions that were saved

  @Test
  void keepsQuestionsUnderTheirNames() throws IOException {
    Path press = folder.resolve("press");
    Files.createDirectories(press);
    Files.writeString(press.resolve("one.txt"), Pages.FIRST);
    Path kept = folder.resolve("kept");
    assertThat(new Office().run("ingest", press, "-a", kept).code()).isZero();
    Office office = new Office();
    assertThat(office.run("search", "--list-saved", "-a", kept).err())
        .isEqualTo("pressmark: no question was saved yet; keep one with: pressmark search QUERY"
            + " --save NAME\n");
    office.run("search", "lighthouse OR\tferry", "--save", "sea", "--count", "-a", kept);
    office.run("search", "=1+1", "--save", "sum", "--count", "-a", kept);
    assertThat(office.run("search", "(broken", "--save", "broken", "-a", kept).code())
        .isEqualTo(2);
    assertThat(Files.readString(kept.resolve("queries.txt")))
        .isEqualTo("sea\tlighthouse OR ferry\nsum\t=1+1\n");
    assertThat(office.run("search", "--list-saved", "-a", kept).out())
        .isEqualTo("name  question\nsea   lighthouse OR ferry\nsum   =1+1\n");
    assertThat(
            office.run("search", "--list-saved", "--format", "csv", "-a", kept).out())
        .isEqualTo("name,query\r\nsea,lighthouse OR ferry\r\nsum,'=1+1\r\n");
    for (String command : List.of("search", "trend", "words", "keyness", "collocations")) {
      assertThat(office.run(command, "--saved", "sea", "-a", kept).out())
          .isEqualTo(office.run(command, "lighthouse OR ferry", "-a", kept).out());
    }
    assertThat(office
            .run("search", "--saved", "sea", "NOT", "ferry", "--count", "-a", kept)
            .out())
        .isEqualTo(office
            .run("search", "(lighthouse OR ferry) AND NOT ferry", "--count", "-a", kept)
            .out());
    Done unknown = office.run("trend", "--saved", "land", "-a", kept);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo("pressmark: trend: --saved: there is no question named \"land\" in this archive;"
            + " known are: sea, sum; see: pressmark trend --help\n");
    assertThat(office.run("verify", "-a", kept).code()).isZero();
  }

  // More like this

  @Test
  void findsArticlesThatResembleOne() throws IOException {
    Path press = Files.createDirectory(folder.resolve("alike"));
    List<String> texts = List.of(
        "The lighthouse keeper on Skerry rock painted the lamp room and the railings in May.",
        "Painters came to the lighthouse on Skerry rock, where the keeper showed them the lamp room.",
        "The town council voted on the budget for schools and roads after a long debate.",
        "A long debate on school budgets ended with a vote of the council late on Monday night.",
        "Chess players met in the market hall, and the youngest of them won every game.");
    for (int at = 0; at < texts.size(); at++) {
      Files.writeString(press.resolve(at + ".txt"), texts.get(at) + "\n");
    }
    Path alike = folder.resolve("alike-archive");
    new Office().run("ingest", press, "-a", alike);
    String found =
        new Office().run("search", "painted", "--format", "json", "-a", alike).out();
    String id = found.replaceAll("(?s).*?\"id\":\"(pm-[a-z2-7]+)\".*", "$1");
    String like =
        new Office().run("search", "--like", id, "--format", "csv", "-a", alike).out();
    assertThat(like.lines().toList().get(1)).contains("Painters came to the lighthouse");
    assertThat(like).doesNotContain(id);
    assertThat(new Office().run("search", "--like", id, "council", "-a", alike).out())
        .doesNotContain("Painters");
  }
}
