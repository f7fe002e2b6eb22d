package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.source.table.Column;
import org.pressmark.source.table.Columns;

/// Tables of text: CSV, TSV and what people call so.
class TablesTest {
  private static final String STORM =
      "The storm reached the coast at noon and took the roofs of three houses with it.";

  @TempDir
  private Path folder;

  private final List<String> remarks = new ArrayList<>();

  @Test
  void readsARowAsAnArticleAndSaysWhichColumnIsWhat() throws IOException {
    List<Found> rows = read("press.csv", """
        id,headline,body,published_at,byline,shares
        7,Storm hits coast,"The storm, at last.",2021-05-03,Ada Roth,12
        8,Calm returns,"It went.
        ""Finally"", they said.",2021-05-04,Ben Okri,3
        """);
    assertThat(texts(rows))
        .containsExactly("The storm, at last.", "It went.\n\"Finally\", they said.");
    Page.Readable page = page(rows.getFirst());
    assertThat(page.given())
        .containsEntry(Field.HEADLINE, List.of("Storm hits coast"))
        .containsEntry(Field.AUTHOR, List.of("Ada Roth"))
        .containsEntry(Field.DATE_PUBLISHED, List.of("2021-05-03"));
    assertThat(page.columns()).containsEntry(Field.DATE_PUBLISHED, "published_at");
    assertThat(rows.getFirst().origin()).hasToString(file("press.csv") + "#1");
    assertThat(remarks)
        .containsExactly("columns read: text = \"body\", title = \"headline\", author = \"byline\","
            + " date = \"published_at\"; not read: \"id\", \"shares\"");
  }

  @Test
  void keepsARowWholeAsOneObject() throws IOException {
    Capture row = (Capture) read("a.csv", "x,text,x,\n1,a \"b\" c,é,,\n").getFirst();
    assertThat(new String(row.bytes(), UTF_8))
        .isEqualTo(
            "{\"x\":\"1\",\"text\":\"a \\\"b\\\" c\",\"x_2\":\"é\",\"column_4\":\"\",\"column_5\":\"\"}");
  }

  @Test
  void givesARowTheSameMarkInEveryDialect() throws IOException {
    List<String> marks = new ArrayList<>();
    for (String table : List.of(
        "title,text\nStorm,It came\n",
        "title;text\r\n\"Storm\";\"It came\"\r\n",
        "title\ttext\nStorm\tIt came",
        "\uFEFFtitle|text\nStorm|It came\n")) {
      marks.add(((Capture) read("a.csv", table).getFirst()).mark().toString());
    }
    assertThat(marks).hasSize(4);
    assertThat(new java.util.HashSet<>(marks)).hasSize(1);
  }

  @Test
  void readsWhatTheUserSaysOfColumns() throws IOException {
    List<Found> rows = read(
        "odd.csv",
        "nr,when,who,stuff,text\nA-17,1632879190,\"['Ada Roth', 'Ben O\\'Dell']\",The storm came.,no\n",
        Columns.parse("text=stuff,date=when,author=who,id=nr"));
    Page.Readable page = page(rows.getFirst());
    assertThat(((Page.Flat) page).text()).isEqualTo("The storm came.");
    assertThat(page.given())
        .containsEntry(Field.DATE_PUBLISHED, List.of("2021-09-29T01:33:10Z"))
        .containsEntry(Field.AUTHOR, List.of("Ada Roth", "Ben O'Dell"));
    assertThat(rows.getFirst().origin().member()).contains("A-17");
  }

  @Test
  void saysWhichColumnsThereAreWhereOneIsMissing() throws IOException {
    assertThat(problems(read("a.csv", "a,text,b\n1,2,3\n", Columns.parse("text=body"))))
        .containsExactly("malformed: is a table without a column \"body\", which --map names; its"
            + " columns are \"a\", \"text\", \"b\"");
    assertThat(problems(read("a.csv", "who,when,what\nx,y,z\nu,v,w\n")))
        .containsExactly(
            "textless: is a table, and no column is called as if it had a text; say"
                + " which one has, such as --map text=who; its columns are \"who\", \"when\", \"what\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|\"text\" does not say what a column is; write text=body, for instance",
        "body=text|\"body\" is nothing that a column can be; known are text, html, title, author, date,"
            + " modified, url, section, language, publisher, id, description, keywords, image",
        "text=a,text=b|two columns can not both be the text",
      })
  void saysWhatIsWrongWithAMap(String words, String message) {
    assertThatThrownBy(() -> Columns.parse(words)).hasMessage(message);
  }

  @Test
  void guessesTheColumnsOfATableWithoutNames() throws IOException {
    List<Found> rows = read("a.csv", """
        2021-05-03,https://coast.example/1,Storm hits the coast,"%s"
        2021-05-04,https://coast.example/2,Calm is back again,"%s"
        """.replace("%s", STORM + " " + STORM));
    Page.Readable page = page(rows.getFirst());
    assertThat(rows).hasSize(2);
    assertThat(((Page.Flat) page).text()).startsWith("The storm reached");
    assertThat(page.given())
        .containsEntry(Field.HEADLINE, List.of("Storm hits the coast"))
        .containsEntry(Field.DATE_PUBLISHED, List.of("2021-05-03"))
        .containsEntry(Field.URL, List.of("https://coast.example/1"));
  }

  @Test
  void opensARowWithAPageAsAPage() throws IOException {
    List<Found> rows = read(
        "a.csv",
        "url,html,text\nhttps://coast.example/a,\"<html><body><p>The storm</p></body></html>\",x\n");
    assertThat(page(rows.getFirst())).isInstanceOf(Page.Html.class);
  }

  @Test
  void losesNoOtherRowToAQuoteThatIsMissing() throws IOException {
    List<Found> rows = read("a.csv", """
        id,title,text
        1,One,"The first."
        2,Two,"The second, whose end is missing
        3,Three,"The third."
        4,Four,"The ""fourth""."
        5,Five,"She said "no" and left."
        """);
    assertThat(texts(rows))
        .containsExactly(
            "The first.", "The third.", "The \"fourth\".", "She said \"no\" and left.");
    assertThat(problems(rows))
        .containsExactly(
            "malformed: is a broken row (line 3): a quote that opens in it is not closed");
    assertThat(rows.get(1).origin().member()).contains("2");
    assertThat(new String(((Capture) rows.get(1)).bytes(), UTF_8))
        .isEqualTo("2,Two,\"The second, whose end is missing\n");
  }

  @Test
  void readsOnBehindAQuoteThatIsNeverClosed() throws IOException {
    List<Found> rows = read(
        "a.csv",
        "id,date,text\n1,2021-05-03,One.\n2,2021-05-04,\"Two\n"
            + "and some prose, with a comma, here\n3,2021-05-05,Three.\n4,2021-05-06,Four.\n");
    assertThat(texts(rows)).containsExactly("One.", "Three.", "Four.");
    assertThat(problems(rows))
        .containsExactly(
            "malformed: is a broken row (lines 3 to 4): a quote that opens in it is not"
                + " closed");
  }

  @Test
  void keepsATornLastRowAsItStands() throws IOException {
    List<Found> rows = read("a.csv", "id,title,text\n1,One,First.\n2,Two,Second.\n3,Thr");
    assertThat(texts(rows)).containsExactly("First.", "Second.");
    assertThat(problems(rows))
        .containsExactly("malformed: is a broken row (line 4): only 2 of 3 fields: it is cut off");
  }

  @Test
  void saysWhenARowHasMoreFieldsThanThereAreColumns() throws IOException {
    assertThat(problems(read(
            "a.csv", "title,text\nOne,It came, it went\nTwo,It went\nThree,x\nFour,y\nFive,z\n")))
        .containsExactly("malformed: is a broken row (line 2): 3 fields, where there are 2 columns;"
            + " is a delimiter or a quote in a field that has no quotes around it?");
  }

  @ParameterizedTest
  @CsvSource({
    "GBK,风暴袭击了海岸，三座房屋的屋顶被掀翻。居民们说，从未见过这样的大风。",
    "windows-1251,Шторм обрушился на побережье и сорвал крыши трёх домов.",
    "UTF-16LE,La tempête a frappé la côte à midi.",
    "windows-1252,Der Sturm erreichte die Küste – „schrecklich“; sagte ein Fischer aus Größnitz."
  })
  void readsATableInItsOwnCharset(String charset, String text) throws IOException {
    StringBuilder table = new StringBuilder(charset.startsWith("UTF") ? "\uFEFF" : "")
        .append("title,text\nStorm,no letters beyond ASCII\n");
    for (int i = 0; i < 30; i++) {
      table.append("n,\"").append(text).append("\"\n");
    }
    List<Found> rows =
        read("a.csv", table.toString().getBytes(Charset.forName(charset)), Columns.GUESSED);
    assertThat(rows).hasSize(31);
    assertThat(texts(rows).get(30)).isEqualTo(text);
  }

  @Test
  void readsTwoCharsetsInOneFile() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("title,text\na,Il a été élu.\n".getBytes(UTF_8));
    bytes.writeBytes("b,Il a été élu.\n".getBytes(Charset.forName("windows-1252")));
    assertThat(texts(read("a.csv", bytes.toByteArray(), Columns.GUESSED)))
        .containsExactly("Il a été élu.", "Il a été élu.");
  }

  @Test
  void knowsATableOnStandardInputByItsColumns() throws IOException {
    String table = "title\ttext\tdate\nStorm\tIt came.\t2021-05-03\nCalm\tIt went.\t2021-05-04\n";
    assertThat(texts(read(table.getBytes(UTF_8)))).containsExactly("It came.", "It went.");
    String prose = "Title, text and date were all wrong.\nSo they said, in the end, of it.\n";
    assertThat(texts(read(prose.getBytes(UTF_8)))).containsExactly(prose);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body><p>a, b, c</p></body></html>",
        "{\"text\": \"a, b\"}",
        "%PDF-1.4 , ,",
      })
  void takesNoOtherFileForATableByItsName(String content) throws IOException {
    assertThat(read("a.csv", content)).hasSize(1);
    assertThat(remarks).isEmpty();
  }

  @Test
  void tellsOfPackedTablesThatAreCutOff() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("title,text\n".getBytes(UTF_8));
      java.util.Random random = new java.util.Random(1);
      for (int i = 0; i < 20_000; i++) {
        out.write(("t" + i + ",It came " + random.nextLong() + ".\n").getBytes(UTF_8));
      }
    }
    byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    List<Found> rows = read("a.csv.gz", half, Columns.GUESSED);
    assertThat(rows.size()).isGreaterThan(5_000);
    assertThat(rows.getLast()).isInstanceOf(Found.Lost.class);
    assertThat(((Found.Lost) rows.getLast()).problem().message()).contains("cut off in line");
  }

  @Test
  void readsATableThatIsLargerThanItsLimitsRowByRow() throws IOException {
    SourceOptions small = new SourceOptions(1 << 16, Duration.ofSeconds(5));
    byte[] head = "title,text\n".getBytes(UTF_8);
    byte[] row = ("t,\"" + STORM + "\"\n").getBytes(UTF_8);
    List<InputStream> parts = new ArrayList<>();
    parts.add(new java.io.ByteArrayInputStream(head));
    for (int i = 0; i < 20_000; i++) {
      parts.add(new java.io.ByteArrayInputStream(row));
    }
    InputStream in = new SequenceInputStream(Collections.enumeration(parts));
    try (Stream<Found> found = Sources.open(Origin.of("-"), in, small)) {
      assertThat(found.filter(Capture.class::isInstance).count()).isEqualTo(20_000);
    }
  }

  @Test
  void takesTimeInProportionToAHostileTable() throws IOException {
    StringBuilder table = new StringBuilder("a,text\n");
    for (int i = 0; i < 200_000; i++) {
      table.append("a,\"\"x\n");
    }
    assertThat(read("a.csv", table.toString()).size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1632879190|2021-09-29T01:33:10Z",
        "1632879190000|2021-09-29T01:33:10Z",
        "1632879190000000000|2021-09-29T01:33:10Z",
        "1632879190.0|2021-09-29T01:33:10Z",
        "1.632879190E9|2021-09-29T01:33:10Z",
        "20210929T013310Z|2021-09-29T01:33:10Z",
        "20210929013310|2021-09-29T01:33:10Z",
        "2021|2021",
        "20210929|20210929",
        "29 September 2021|29 September 2021",
      })
  void readsTimesAsNumbers(String value, String time) {
    assertThat(Value.time(value)).isEqualTo(time);
  }

  @Test
  void carriesWhatTheUserSaidToWhereARecordIsOpenedAgain() throws IOException {
    Columns told = new Columns(Map.of(Column.TEXT, "a,b=c;\"é\""));
    Capture record =
        (Capture) read("a.jsonl", "{\"a,b=c;\\\"é\\\"\":\"The storm.\",\"text\":\"no\"}\n", told)
            .getFirst();
    Capture again = new Capture(
        record.origin(), record.bytes(), record.mediaType(), record.url(), record.time());
    assertThat(((Page.Flat) page(again)).text()).isEqualTo("The storm.");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private List<Found> read(String name, String content) throws IOException {
    return read(name, content, Columns.GUESSED);
  }

  private List<Found> read(String name, String content, Columns told) throws IOException {
    return read(name, content.getBytes(UTF_8), told);
  }

  private List<Found> read(String name, byte[] content, Columns told) throws IOException {
    Files.write(file(name), content);
    try (Stream<Found> found = Sources.open(
        List.of(file(name)),
        SourceOptions.DEFAULTS.with(told),
        (origin, what) -> remarks.add(what))) {
      return found.toList();
    }
  }

  private static List<Found> read(byte[] content) {
    try (Stream<Found> found = Sources.open(
        Origin.of("-"), new java.io.ByteArrayInputStream(content), SourceOptions.DEFAULTS)) {
      return found.toList();
    }
  }

  private static Page.Readable page(Found found) {
    return (Page.Readable) new Pages(SourceOptions.DEFAULTS).open((Capture) found);
  }

  private static List<String> texts(List<Found> rows) {
    return rows.stream()
        .filter(Capture.class::isInstance)
        .map(row -> new Pages(SourceOptions.DEFAULTS).open((Capture) row))
        .filter(Page.Flat.class::isInstance)
        .map(page -> ((Page.Flat) page).text())
        .toList();
  }

  private static List<String> problems(List<Found> rows) {
    return rows.stream()
        .map(row -> switch (row) {
          case Found.Lost lost -> lost.problem().toString();
          case Found.Passed passed -> "";
          case Capture capture ->
            new Pages(SourceOptions.DEFAULTS).open(capture) instanceof Page.Unreadable page
                ? page.problem().toString()
                : "";
        })
        .filter(problem -> !problem.isEmpty())
        .toList();
  }
}
