package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.cli.Office.Done;
import org.pressmark.export.Csv;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportCommandTest {
  private static final String HOSTILE = "1 < 2 & \"Sons\"\u202e";

  @TempDir
  private static Path folder;

  private static Path archive;

  /// A daily with a hole of ten days and a week of short articles, and an outlet with a name of
  /// its own.
  @BeforeAll
  static void ingest() throws IOException {
    archive = folder.resolve("archive");
    Path press = Files.createDirectories(folder.resolve("press"));
    for (int day = 0; day < 84; day++) {
      for (int story = 0; story < 3 && (day < 30 || day >= 40); story++) {
        int paragraphs = day >= 70 && day < 77 ? 1 : 6;
        Files.writeString(
            press.resolve(day + "-" + story + ".html"),
            page(
                "The Varn Echo",
                LocalDate.of(2024, 1, 1).plusDays(day),
                day * 3 + story,
                paragraphs));
      }
    }
    Files.writeString(
        press.resolve("hostile.html"),
        page(
            HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"),
            LocalDate.of(2024, 1, 1),
            999,
            4));
    Pages.empty(press);
    assertThat(new Office().run("ingest", press, "-a", archive).code()).isEqualTo(1);
  }

  private static String page(String outlet, LocalDate day, int number, int paragraphs) {
    StringBuilder story = new StringBuilder();
    for (int at = 0; at < paragraphs; at++) {
      story.append(String.format(
          Locale.ROOT,
          "<p>Keeper %d counted the gulls on pier %d of Ostwick and wrote the number %d into the"
              + " book, as the harbour office had asked in its letter.</p>%n",
          number,
          at,
          number * 31 + at));
    }
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <title>Gulls of day %d</title><meta property="og:site_name" content="%s">
        <meta property="article:published_time" content="%sT08:00:00Z"></head>
        <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
        <h1>Gulls of day %d</h1>%s<script>track("view", {id: %d});</script></article>
        <footer>© All rights reserved</footer></body></html>
        """.replaceFirst("%d", Integer.toString(number))
        .replaceFirst("%s", Matcher.quoteReplacement(outlet))
        .replaceFirst("%s", day.toString())
        .replaceFirst("%d", Integer.toString(number))
        .replaceFirst("%s", Matcher.quoteReplacement(story.toString()))
        .replaceFirst("%d", Integer.toString(number));
  }

  private static Done report(Object... words) {
    return office(new Office(), words);
  }

  private static Done office(Office office, Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "report";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--archive";
    all[words.length + 2] = archive;
    return office.run(all);
  }

  @Test
  void tellsTheFiguresAndWhatNeedsALook() {
    Done done = report();
    assertThat(done.out())
        .contains("  articles                       223\n")
        .contains("  not cleaned                      1\n")
        .contains("  The Varn Echo                  222  2024-01-01 to 2024-03-24\n")
        .contains("  The Varn Echo                   10  days, 2024-01-31 to 2024-02-09\n")
        .contains("  The Varn Echo                   21  articles from 2024-03-11 on, ")
        .contains("shorter: a broken parser, or a paywall?\n")
        .doesNotContain("\u202e");
    assertThat(done.code()).isZero();
  }

  @Test
  void givesTheSameAsOneTidyTable() {
    String csv = report("--format", "csv").out();
    assertThat(csv.lines())
        .startsWith("table,outlet,item,period,measure,value")
        .contains(
            "summary,,,,articles,223",
            "outlets,The Varn Echo,,,articles,222",
            "days,The Varn Echo,,2024-01-02,articles,3",
            "gaps,The Varn Echo,,2024-01-31/2024-02-09,days,10",
            "shifts,The Varn Echo,,2024-03-11,weeks,1",
            "facts,,datePublished,,missing,0")
        .allMatch(line -> line.split(",", -1).length >= 6);
    long days = csv.lines()
        .filter(line -> line.startsWith("days,The Varn Echo,"))
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
        .sum();
    assertThat(days).isEqualTo(222);
  }

  @Test
  void givesTheSameAsJson() {
    assertThat(report("--format", "json").out())
        .startsWith("{\"articles\":223,\"notCleaned\":1,")
        .contains("\"gaps\":[{\"from\":\"2024-01-31\",\"to\":\"2024-02-09\",\"days\":10,"
            + "\"usualInterval\":1}]")
        .contains("\"question\":\"shorter: a broken parser, or a paywall?\"");
  }

  @Test
  void drawsAPageThatRunsAndLoadsNothing()
      throws IOException, ParserConfigurationException, SAXException {
    Path target = folder.resolve("report.html");
    assertThat(report("--format", "html", "--output", target).code()).isZero();
    String page = Files.readString(target);
    assertThat(page)
        .contains("1 &lt; 2 &amp; &quot;Sons&quot;\\u202e")
        .doesNotContain("\u202e", "<script", "http:", "https:", "url(", "@import")
        .contains("default-src 'none'");
    String svgs =
        "<page>" + page.substring(page.indexOf("<main>"), page.indexOf("</body>")) + "</page>";
    var document = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svgs)));
    var pictures = document.getElementsByTagName("svg");
    assertThat(pictures.getLength()).isGreaterThanOrEqualTo(4);
    for (int at = 0; at < pictures.getLength(); at++) {
      var attributes = pictures.item(at).getAttributes();
      assertThat(attributes.getNamedItem("role").getNodeValue()).isEqualTo("img");
      assertThat(attributes.getNamedItem("aria-label").getNodeValue()).isNotEmpty();
    }
    Done again = report("--format", "html", "--output", target);
    assertThat(again.err()).contains("is there already");
    assertThat(report("--format", "html").out()).isEqualTo(page);
  }

  @Test
  void asksOnATerminalAndGoesOnLater() throws IOException {
    Path answers = folder.resolve("terminal.csv");
    Done first = office(
        new Office().onTerminal().reading("yes\nperhaps\nn\nq\n"),
        "--sample",
        "10",
        "--answers",
        answers);
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.out()).startsWith("answered: 2 of 10\n");
    assertThat(first.err()).contains("1 of 10, ", "3 of 10, ").doesNotContain("4 of 10, ");
    Done second = office(
        new Office().onTerminal().reading("y\n".repeat(8)), "--sample", "10", "--answers", answers);
    assertThat(second.code()).isZero();
    assertThat(second.out()).startsWith("answered: 10 of 10\n");
    assertThat(second.err()).contains("3 of 10, ").doesNotContain("2 of 10, ");
    assertThat(Files.readAllLines(answers).getFirst())
        .isEqualTo("item,belongs,before,text,after,source");
  }

  /// Judged by the truth of the fixture: gulls belong to the story, all else does not.
  @Test
  void reckonsTheErrorRateFromAnswersGivenElsewhere() throws IOException {
    Path answers = folder.resolve("elsewhere.csv");
    Done drawn = report("--sample", "40", "--answers", answers);
    assertThat(drawn.code()).isEqualTo(1);
    assertThat(drawn.err())
        .isEqualTo(
            "pressmark: " + answers + ": 40 questions; answer in its column \"belongs\", with"
                + " yes or no, and give the same command again\n");
    String sheet = Files.readString(answers);
    Path same = folder.resolve("same.csv");
    report("--sample", "40", "--answers", same);
    assertThat(Files.readString(same)).isEqualTo(sheet);
    Path other = folder.resolve("other.csv");
    report("--sample", "40", "--seed", "2", "--answers", other);
    assertThat(Files.readString(other)).isNotEqualTo(sheet);
    StringBuilder filled = new StringBuilder();
    for (var row : CsvReader.builder().ofCsvRecord(sheet)) {
      List<String> cells = new ArrayList<>(row.getFields());
      if (row.getStartingLineNumber() > 1) {
        cells.set(1, cells.get(3).startsWith("Keeper") ? "yes" : "no");
      }
      filled.append(Csv.row(cells));
    }
    Files.writeString(answers, filled);
    Done told = report("--sample", "40", "--answers", answers);
    assertThat(told.code()).isZero();
    assertThat(told.out())
        .startsWith("answered: 40 of 40\n")
        .contains("In a random sample (seed 1, cuts stratified by rule)")
        .contains(", 0.0 % of the ")
        .contains("95 % confidence interval 0.0 to ");
    Done two = report("--sample", "40", "--answers", answers, "--answers", answers);
    assertThat(two.out()).contains("both answered 40, alike 40; Cohen's kappa 1.00\n");
    Done wrong = report("--sample", "40", "--seed", "3", "--answers", answers);
    assertThat(wrong.err()).contains("is not in this sample");
    assertThat(wrong.code()).isEqualTo(3);
  }
}
