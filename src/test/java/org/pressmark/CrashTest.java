package org.pressmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Found;
import org.pressmark.article.Position;
import org.pressmark.cli.Main;
import org.pressmark.json.ArticleJson;
import org.pressmark.source.SourceOptions;
import org.pressmark.source.Sources;

/// A crash costs nothing: a run that is killed and started again ends where an unbroken one ends.
class CrashTest {
  private static final int DOCUMENTS = 1200;
  private static final String STORY = """
      Harbour council votes on pier %1$d

      The council of Port Ellery voted on Tuesday to repair pier %1$d before the winter, after a storm \
      had torn away %1$d of its planks.

      Work will begin in May, said the harbour master, and it will cost the town a good deal.
      """;

  @TempDir
  Path folder;

  private Path press;

  @BeforeEach
  void writeDocuments() throws IOException {
    press = Files.createDirectory(folder.resolve("press"));
    for (int number = 0; number < DOCUMENTS; number++) {
      Files.writeString(
          press.resolve(String.format(Locale.ROOT, "story-%04d.txt", number)),
          String.format(Locale.ROOT, STORY, number),
          UTF_8);
    }
  }

  @Test
  void aKilledRunThatIsRepeatedGivesTheArchiveOfAnUnbrokenOne() throws Exception {
    Path unbroken = folder.resolve("unbroken");
    ingest(unbroken);

    Path broken = folder.resolve("broken");
    for (long kilobytes : new long[] {1, 200, 400}) {
      killOnceItHolds(broken, kilobytes * 1000);
    }
    Tally tally = ingest(broken);

    assertThat(tally.already()).isPositive();
    assertThat(tally.articles()).isEqualTo(DOCUMENTS - tally.already());
    assertThat(stories(broken)).isEqualTo(stories(unbroken)).hasSize(DOCUMENTS);
  }

  @Test
  void ingestingTheSameFolderAgainAddsNothing() throws IOException {
    Path archive = folder.resolve("archive");
    ingest(archive);
    Position end = Archive.open(archive).end();
    Tally tally = ingest(archive);
    assertThat(tally.already()).isEqualTo(DOCUMENTS);
    assertThat(tally.articles()).isZero();
    assertThat(Archive.open(archive).end()).isEqualTo(end);
  }

  private Tally ingest(Path archive) throws IOException {
    try (Stream<Found> found = Sources.open(List.of(press), SourceOptions.DEFAULTS)) {
      return Ingest.run(
          archive,
          Load.of(found),
          new Pressmark(Options.DEFAULTS),
          InOrder.of(2),
          Watch.NONE,
          Clock.systemUTC(),
          Optional.empty());
    }
  }

  private void killOnceItHolds(Path archive, long bytes) throws Exception {
    Process run = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "ingest",
            press.toString(),
            "--archive",
            archive.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("run.log").toFile())
        .start();
    while (run.isAlive() && size(archive) < bytes) {
      Thread.sleep(5);
    }
    run.destroyForcibly();
    assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static long size(Path archive) throws IOException {
    Path warc = archive.resolve("warc/pressmark-00001.warc.gz");
    return Files.exists(warc) ? Files.size(warc) : 0;
  }

  /// Mark, origin and article of every entry, in order; not the times, which differ from run to
  /// run.
  private static List<String> stories(Path folder) throws IOException {
    List<String> stories = new ArrayList<>();
    try (Stream<Entry> entries = Archive.open(folder).entries(Position.START)) {
      entries.forEach(entry -> stories.add(entry.mark()
          + " "
          + entry.origin()
          + " "
          + switch (entry.content()) {
            case Entry.Content.Kept kept -> ArticleJson.write(kept.article());
            case Entry.Content.Rejected rejected -> rejected.problem().toString();
            case Entry.Content.Again ignored -> "again";
          }));
    }
    return stories;
  }
}
