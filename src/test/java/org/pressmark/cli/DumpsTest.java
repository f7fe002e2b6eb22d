package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.cli.Office.Done;

/// Dumps and collections, from the command line to the archive and out of it again.
class DumpsTest {
  private static final String STORY =
      "The storm reached the coast of Arvel at noon on Monday and took the roofs of three houses with it,"
          + " as the harbour master said. Nobody was hurt, but the ferry stays where it is.";

  @TempDir
  private Path folder;

  @Test
  void ingestsATableAParquetFileAMailboxAFeedAndAnExport() throws Exception {
    Path press = Files.createDirectories(folder.resolve("press"));
    Files.writeString(
        press.resolve("a.csv"),
        "nr,stuff,when\n1,\"" + story("gulls") + "\",1620029700\n2,\"torn,1620029700\n");
    parquet(press.resolve("b.parquet"));
    Files.writeString(press.resolve("c.mbox"), mailbox());
    Files.writeString(press.resolve("d.xml"), feed());
    Files.writeString(press.resolve("e.txt"), export("otters") + export("whales"));
    Path archive = folder.resolve("archive");
    Done done = new Office()
        .run("ingest", press, "--archive", archive, "--map", "text=stuff,date=when", "--json");
    assertThat(done.err())
        .contains("a.csv: columns read: text = \"stuff\", date = \"when\"; not read: \"nr\"")
        .contains("e.txt: an export of a press database with 2 articles");
    assertThat(done.out())
        .contains("\"remarks\":[{\"source\":\"" + press + "/a.csv\",\"remark\":\"columns read: ")
        .contains("\"articles\":6")
        .contains("is a broken row (line 3)");
    assertThat(done.code()).isEqualTo(Exit.INCOMPLETE);
    String found = search(archive, "storm");
    assertThat(found)
        .contains("a.csv#1", "b.parquet#1", "c.mbox#1", "d.xml#1", "e.txt#1", "e.txt#2");
    assertThat(search(archive, "gulls")).contains("2021-05-03");
    Done again = new Office()
        .run("ingest", press, "--archive", archive, "--map", "text=stuff,date=when", "--json");
    assertThat(again.out()).contains("\"articles\":0").contains("\"already\":7");
    assertThat(new Office().run("verify", "--archive", archive).code()).isZero();
    assertThat(new Office().run("reclean", "--archive", archive, "--all").err())
        .doesNotContain("broken JSON");
  }

  @Test
  void cleansATableAsTheUserMapsIt() throws IOException {
    Path table = Files.writeString(
        folder.resolve("a.csv"), "id,lead,stuff\nA7,no,\"" + story("gulls") + "\"\n");
    Done done = new Office()
        .run("clean", "--format", "jsonl", "--map", "text=stuff", "--map", "id=id", table);
    assertThat(done.out()).contains("\"id\":\"a#A7\"").contains("\"text\":\"The storm");
    assertThat(done.code()).isZero();
  }

  @Test
  void saysWhichColumnsThereAre() throws IOException {
    Path table = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");
    assertThat(new Office().run("clean", "--map", "text=body", table).err())
        .contains("a.csv: not cleaned: is a table without a column \"body\", which --map names; its"
            + " columns are \"x\", \"y\"");
    Done wrong = new Office().run("clean", "--map", "body=text", table);
    assertThat(wrong.err())
        .contains("--map: \"body\" is nothing that a column can be; known are text,");
    assertThat(wrong.code()).isEqualTo(Exit.USAGE);
  }

  private String search(Path archive, String words) {
    return new Office()
        .run("search", words, "--archive", archive, "--format", "json")
        .out();
  }

  private static String story(String what) {
    return STORY + " There were " + what
        + " in the streets of the old town, and no bread in the shops.";
  }

  private static void parquet(Path file) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT '" + story("seals") + "' AS stuff, TIMESTAMP '2021-05-03 08:15:00' AS"
              + " \"when\", ['Ada Roth'] AS authors) TO '" + file
              + "' (FORMAT parquet, COMPRESSION zstd)");
    }
  }

  private static String mailbox() {
    return "From news@coast.example Mon May  3 08:15:00 2021\nFrom: The Coast <news@coast.example>\n"
        + "Subject: Storm\nDate: Mon, 03 May 2021 08:15:00 +0200\nMessage-ID: <1@coast.example>\n\n"
        + story("hares") + "\n\n";
  }

  private static String feed() {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Coast</title><item>"
        + "<title>Storm</title><link>https://coast.example/a</link><pubDate>Mon, 03 May 2021 08:15:00 +0200"
        + "</pubDate><description>" + story("foxes") + "</description></item></channel></rss>";
  }

  private static String export(String what) {
    return "Storm takes three roofs\nBy Ada Roth\n45 words\n3 May 2021\nThe Coast\nCOASTD\nEnglish\n"
        + "(c) 2021 Coast Press\n\n" + story(what) + "\n\nDocument COASTD0020210503eh53000"
        + what.substring(0, 3) + "\n\n";
  }
}
