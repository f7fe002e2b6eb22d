package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;

/// Parquet files, as DuckDB writes them.
class ParquetTest {
  private static final String ROWS = """
      SELECT * FROM (VALUES
        (7, 'Storm hits coast', 'The storm, at last.', TIMESTAMP '2021-05-03 08:15:00',
         ['Ada Roth', 'Ben Okri'], {'views': 12, 'site': 'coast'}, true),
        (8, NULL, 'It went.', NULL, NULL, NULL, NULL))
      t(id, title, body, published_at, authors, extra, free)""";

  @TempDir
  private Path folder;

  private final List<String> remarks = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd"})
  void readsARowAsAnArticleHoweverItIsPacked(String codec) throws Exception {
    Path file = write(ROWS, codec);
    List<Found> rows = read(file);
    assertThat(rows).hasSize(2);
    Page.Flat page = (Page.Flat) page(rows.getFirst());
    assertThat(page.text()).isEqualTo("The storm, at last.");
    assertThat(page.given())
        .containsEntry(Field.HEADLINE, List.of("Storm hits coast"))
        .containsEntry(Field.AUTHOR, List.of("Ada Roth", "Ben Okri"));
    assertThat(page.given())
        .hasEntrySatisfying(
            Field.DATE_PUBLISHED,
            dates -> assertThat(dates.getFirst()).startsWith("2021-05-03T08:15"));
    assertThat(page.columns()).containsEntry(Field.AUTHOR, "authors");
    assertThat(rows.get(1).origin()).hasToString(FileName.of(file) + "#2");
    assertThat(remarks)
        .containsExactly("columns read: text = \"body\", title = \"title\", author = \"authors\","
            + " date = \"published_at\"; not read: \"id\", \"extra\", \"free\"");
  }

  @Test
  void keepsTypesAndLeavesOutWhatIsNotThere() throws Exception {
    List<Found> rows = read(write(ROWS, "zstd"));
    assertThat(new String(((Capture) rows.getFirst()).bytes(), UTF_8))
        .isEqualTo("{\"id\":7,\"title\":\"Storm hits coast\",\"body\":\"The storm, at last.\","
            + "\"published_at\":\"2021-05-03T08:15\",\"authors\":[\"Ada Roth\",\"Ben Okri\"],"
            + "\"extra\":{\"views\":12,\"site\":\"coast\"},\"free\":true}");
    assertThat(new String(((Capture) rows.get(1)).bytes(), UTF_8))
        .isEqualTo("{\"id\":8,\"body\":\"It went.\"}");
  }

  @Test
  void readsManyRowGroupsWithDictionaries() throws Exception {
    Path file = write(
        "SELECT i AS id, 'The storm of day ' || (i % 50) AS text, 'Wire ' || (i % 3) AS source"
            + " FROM range(30000) r(i)",
        "zstd, ROW_GROUP_SIZE 4096");
    List<Found> rows = read(file);
    assertThat(rows).hasSize(30_000);
    assertThat(((Page.Flat) page(rows.get(29_999))).text()).isEqualTo("The storm of day 49");
  }

  @Test
  void readsOneFromAStream() throws Exception {
    byte[] bytes = Files.readAllBytes(write(ROWS, "snappy"));
    try (Stream<Found> found =
        Sources.open(Origin.of("-"), new ByteArrayInputStream(bytes), SourceOptions.DEFAULTS)) {
      assertThat(found.toList()).hasSize(2);
    }
  }

  @Test
  void tellsOfAFileThatIsCutOffOrChangedAndGoesOn() throws Exception {
    byte[] whole = Files.readAllBytes(write(
        "SELECT i AS id, repeat('The storm came. ', 20) || i AS text FROM range(3000) r(i)",
        "snappy"));
    for (int length = 4; length < whole.length; length += whole.length / 12) {
      Path cut = folder.resolve("cut" + length + ".parquet");
      Files.write(cut, Arrays.copyOf(whole, length));
      List<Found> rows = read(cut);
      assertThat(rows.getLast()).isInstanceOf(Found.Lost.class);
      assertThat(((Found.Lost) rows.getLast()).problem().message()).contains("Parquet");
    }
    for (int at = 10; at < whole.length; at += whole.length / 40) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x55;
      Path file = folder.resolve("changed" + at + ".parquet");
      Files.write(file, changed);
      assertThat(read(file)).isNotEmpty();
    }
  }

  private Path write(String query, String codec) throws SQLException {
    Path file = folder.resolve("press-" + codec.split(",")[0] + ".parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (" + query + ") TO '" + file + "' (FORMAT parquet, COMPRESSION " + codec + ")");
    }
    return file;
  }

  private List<Found> read(Path file) throws IOException {
    try (Stream<Found> found =
        Sources.open(List.of(file), SourceOptions.DEFAULTS, (origin, what) -> remarks.add(what))) {
      return found.toList();
    }
  }

  private static Page.Readable page(Found found) {
    return (Page.Readable) new Pages(SourceOptions.DEFAULTS).open((Capture) found);
  }
}
