package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.bibtex.BibTeXItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import de.undercouch.citeproc.ris.RISConverter;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.formats.conllu.ConlluSentence;
import opennlp.tools.formats.conllu.ConlluStream;
import opennlp.tools.formats.conllu.ConlluWordLine;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Block;
import org.pressmark.article.Field;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Other programs read what is exported, and find in it what was in the articles.
class OtherReadersTest {
  @TempDir
  private Path folder;

  private Path file(String form) throws IOException {
    String name = "articles." + form;
    return Files.write(folder.resolve(name), FormsGoldenTest.made(form).get(name));
  }

  private static String text(String form) throws IOException {
    return new String(FormsGoldenTest.made(form).get("articles." + form), StandardCharsets.UTF_8);
  }

  private static List<List<String>> asked(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(found.getString(column)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /// As UTF-8 can say it: half a pair is a question mark there.
  private static String carried(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void duckDbReadsEveryCellOfTheParquetFile() throws IOException, SQLException {
    Path parquet = file("parquet");
    for (Column column : Column.values()) {
      String cell = switch (column.kind()) {
        case LIST -> "array_to_string(" + column + ", '; ')";
        case TEXT, NUMBER -> column.toString();
        case TIME -> "strftime(" + column + " at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ')";
      };
      List<String> read =
          asked("select coalesce(" + cell + "::varchar, '') from '" + parquet + "'").stream()
              .map(List::getFirst)
              .toList();
      assertThat(read)
          .as(column.toString())
          .isEqualTo(
              Hostile.items().stream().map(item -> carried(column.cell(item))).toList());
    }
  }

  @Test
  void duckDbKnowsTheTypesAndWhatIsMissing() throws IOException, SQLException {
    Path parquet = file("parquet");
    Map<String, String> types = new HashMap<>();
    asked("describe select * from '" + parquet + "'")
        .forEach(row -> types.put(row.get(0), row.get(1)));
    assertThat(types)
        .contains(
            entry("title", "VARCHAR"),
            entry("author", "VARCHAR[]"),
            entry("words", "INTEGER"),
            entry("retrieved", "TIMESTAMP WITH TIME ZONE"))
        .hasSize(Column.values().length);
    assertThat(asked("select count(*), count(title), count(date), len(list_distinct(flatten(list("
            + "author)))) from '" + parquet + "'"))
        .containsExactly(List.of("6", "4", "4", "7"));
    assertThat(asked("select decode(value) from parquet_kv_metadata('" + parquet
            + "') where decode(key) = 'pressmark.query'"))
        .containsExactly(List.of("ferry OR \"=x\""));
  }

  /// More rows than a group takes, and pages enough in one.
  @Test
  void duckDbReadsALongParquetFile() throws IOException, SQLException {
    Path parquet = folder.resolve("long.parquet");
    Item item = Hostile.items().getFirst();
    try (var out = Files.newOutputStream(parquet)) {
      Writing rows = new Parquet().open(out, Hostile.HEAD);
      for (int row = 0; row < 70_000; row++) {
        rows.add(item);
      }
      rows.finish();
    }
    assertThat(asked("select count(*), sum(words), min(text) = max(text), sum(len(author))"
            + " from '" + parquet + "'"))
        .containsExactly(List.of("70000", "1190000", "true", "210000"));
    assertThat(asked(
            "select count(distinct row_group_id) > 1 from parquet_metadata('" + parquet + "')"))
        .containsExactly(List.of("true"));
  }

  @Test
  void hardwoodReadsTheParquetFile() throws IOException {
    Path parquet = file("parquet");
    List<String> titles = new ArrayList<>();
    try (var reader = ParquetFileReader.open(InputFile.of(parquet));
        var rows = reader.rowReader()) {
      while (rows.hasNext()) {
        rows.next();
        titles.add(rows.isNull("title") ? "" : rows.getString("title"));
      }
    }
    assertThat(titles)
        .isEqualTo(Hostile.items().stream().map(Column.TITLE::cell).toList());
  }

  @Test
  void duckDbReadsEveryCellOfTheCsvFile() throws IOException, SQLException {
    Path csv = file("csv");
    for (Column column : Column.values()) {
      List<String> read = asked("select coalesce(" + column + ", '') from read_csv('" + csv
              + "', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')")
          .stream()
          .map(List::getFirst)
          .toList();
      assertThat(read)
          .as(column.toString())
          .isEqualTo(Hostile.items().stream()
              .map(item -> guarded(Plain.text(column.cell(item))))
              .toList());
    }
  }

  private static String guarded(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Test
  void aCslProcessorCitesTheArticles() throws IOException {
    List<CSLItemData> items = new ArrayList<>();
    for (Object item : new JsonParser(new JsonLexer(new StringReader(text("csl")))).parseArray()) {
      @SuppressWarnings("unchecked")
      Map<String, Object> map = (Map<String, Object>) item;
      items.add(CSLItemData.fromJson(map));
    }
    assertThat(items).hasSize(6).allMatch(item -> item.getType() == CSLType.ARTICLE_NEWSPAPER);
    assertThat(items.getFirst().getArchiveLocation()).startsWith("pm-");
    CSL csl = new CSL(new ListItemDataProvider(items), "apa");
    csl.setOutputFormat("text");
    csl.registerCitationItems(items.stream().map(CSLItemData::getId).toList());
    String cited = csl.makeBibliography().makeString();
    assertThat(cited)
        .contains("Halvorsen, M., van den Berg, L., & Norland News Agency. (2024, October 11).")
        .contains("Ferry of Ostwick & Sons sails again")
        .contains("The Varn Echo")
        .contains("de la Cruz Jr., A. (1987)");
  }

  @Test
  void aBibtexParserReadsTheReferences() throws IOException, ParseException {
    var database = new BibTeXConverter()
        .loadDatabase(new ByteArrayInputStream(text("bibtex").getBytes(StandardCharsets.UTF_8)));
    assertThat(database.getEntries()).hasSize(6);
    Map<String, CSLItemData> items = new BibTeXConverter().toItemData(database);
    CSLItemData ferry = Objects.requireNonNull(
        items.get(Hostile.items().getFirst().article().mark().value()));
    assertThat(ferry.getTitle()).isEqualTo("Ferry of Ostwick & Sons sails again");
    assertThat(ferry.getAuthor()).hasSize(3);
    assertThat(ferry.getAuthor()[0].getFamily()).isEqualTo("Halvorsen");
    assertThat(ferry.getContainerTitle()).isEqualTo("The Varn Echo");
    assertThat(ferry.getIssued().getRaw()).isEqualTo("2024-10-11");
    assertThat(ferry.getAccessed().getRaw()).isEqualTo("2024-10-12");
    BibTeXItemDataProvider provider = new BibTeXItemDataProvider();
    provider.addDatabase(database);
    assertThat(provider.getIds()).hasSize(6);
  }

  @Test
  void aRisParserReadsTheReferences() throws IOException, ParseException {
    var library = new RISConverter()
        .loadLibrary(new ByteArrayInputStream(text("ris").getBytes(StandardCharsets.UTF_8)));
    Map<String, CSLItemData> items = new RISConverter().toItemData(library);
    assertThat(items).hasSize(6);
    CSLItemData ferry = Objects.requireNonNull(
        items.get(Hostile.items().getFirst().article().mark().value()));
    assertThat(ferry.getType()).isEqualTo(CSLType.ARTICLE_NEWSPAPER);
    assertThat(ferry.getTitle()).isEqualTo("Ferry of Ostwick & Sons sails again");
    assertThat(ferry.getAuthor()).hasSize(3);
    assertThat(ferry.getIssued().getRaw()).isEqualTo("2024/10/11/");
    assertThat(ferry.getAccessed().getRaw()).isEqualTo("2024/10/12/");
  }

  @Test
  void openNlpReadsTheTokens() throws IOException {
    String conllu = text("conllu");
    List<ConlluSentence> sentences = new ArrayList<>();
    try (ConlluStream stream =
        new ConlluStream(() -> new ByteArrayInputStream(conllu.getBytes(StandardCharsets.UTF_8)))) {
      for (ConlluSentence next = stream.read(); next != null; next = stream.read()) {
        sentences.add(next);
      }
    }
    assertThat(sentences.stream().limit(4).map(ConlluSentence::getTextComment))
        .containsExactly(
            "What Dr. Halvorsen saw",
            "Dr. Halvorsen didn't wait.",
            "\"The ferry sails at 18.30,\" she said!",
            "It sailed.");
    for (ConlluSentence sentence : sentences) {
      StringBuilder text = new StringBuilder();
      for (ConlluWordLine word : sentence.getWordLines()) {
        text.append(word.getForm()).append(word.getMisc().equals("SpaceAfter=No") ? "" : " ");
      }
      assertThat(text.toString().strip()).isEqualTo(sentence.getTextComment());
    }
  }

  /// Nothing of the text is lost among tokens but the length of white space.
  @Test
  void theTokensAreTheText() throws IOException {
    String conllu = text("conllu");
    StringBuilder forms = new StringBuilder();
    conllu
        .lines()
        .filter(line -> line.matches("[0-9]+\t.*"))
        .forEach(line -> forms.append(line.split("\t")[1]));
    StringBuilder texts = new StringBuilder();
    for (Item item : Hostile.items()) {
      for (Block block : item.article().body().blocks()) {
        texts.append(Plain.line(block.text()));
      }
    }
    assertThat(forms.toString().replace(" ", "")).isEqualTo(texts.toString().replace(" ", ""));
    StringBuilder vertical = new StringBuilder();
    text("vertical")
        .lines()
        .filter(line -> !line.startsWith("<"))
        .forEach(line -> vertical.append(line));
    assertThat(vertical
            .toString()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"))
        .isEqualTo(forms.toString());
  }

  /// By a grammar of the elements that Pressmark writes, after the Guidelines' content models; the
  /// TEI's own schema is no artifact that a build can ask for.
  @Test
  void theTeiCorpusKeepsToTheGuidelines() throws IOException, SAXException {
    StringWriter complaints = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(complaints));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    assertThat(driver.loadSchema(ValidationDriver.fileInputSource(
            Path.of("test-fixtures/exports/tei-subset.rnc").toFile())))
        .as(complaints.toString())
        .isTrue();
    assertThat(driver.validate(new InputSource(new StringReader(text("tei")))))
        .as(complaints.toString())
        .isTrue();
    String broken = text("tei").replaceFirst("<p>", "<p><div/>");
    assertThat(driver.validate(new InputSource(new StringReader(broken)))).isFalse();
  }

  @Test
  void aSpreadsheetFindsNoFormula() throws IOException {
    assertThat(text("csv")).contains(",'=cmd|' /C calc'!A0,").doesNotContain(",=cmd");
    assertThat(Hostile.items().get(1).article().facts().value(Field.HEADLINE))
        .hasValue("=cmd|' /C calc'!A0");
  }
}
