package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;

/// A process that ingests is killed (SIGKILL) at random moments, and the same command is given
/// again. A third of what it ingests are files, the rest lies in a WARC and a ZIP file, so that it
/// is
/// killed inside these too. Half of the time that run is killed as well; else it may end, and then
/// the archive has to
/// be the one of a run that nobody killed.
///
/// ```
/// mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KillIT \
///     -Dkills=300 -Ddocuments=2000 -Dseed=7
/// ```
@DisabledOnOs(OS.WINDOWS)
class KillIT {
  private static final int KILLS = Integer.getInteger("kills", 25);
  private static final int DOCUMENTS = Integer.getInteger("documents", 600);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int SIGKILL = 128 + 9;

  private final Random random = new Random(SEED);
  private final Map<String, Integer> moments = new TreeMap<>();

  @TempDir
  private Path folder;

  private Path press;
  private Path archive;
  private long nanosOfARun;
  private List<String> unbroken = List.of();
  private String articles = "";

  @Test
  void aRunThatIsKilledAndRepeatedEndsAsIfNothingHadHappened() throws Exception {
    int kills = 0;
    int resumed = 0;
    while (kills < KILLS) {
      boolean isKilled = kill();
      kills += isKilled ? 1 : 0;
      requireWhole();
      if (!isKilled || random.nextBoolean() || kills == KILLS) {
        resume();
        resumed++;
        Stories.delete(archive);
        archive = folder.resolve("killed-" + resumed);
      }
    }
    System.out.println(
        "KillIT: " + kills + " kills, " + resumed + " times resumed to the end; " + moments);
  }

  @BeforeEach
  void runUnbroken() throws Exception {
    System.out.println(
        "KillIT: -Dseed=" + SEED + " -Dkills=" + KILLS + " -Ddocuments=" + DOCUMENTS);
    press = Press.write(folder.resolve("press"), SEED, DOCUMENTS);
    Press.pack(press);
    App.keepClasses(folder);
    archive = folder.resolve("unbroken");
    long start = System.nanoTime();
    assertThat(start().waitFor()).as(log()).isEqualTo(1); // some are no articles
    nanosOfARun = System.nanoTime() - start;
    unbroken = Stories.of(archive);
    articles = new Office().run("search", "council", "--count", "-a", archive).out();
    assertThat(unbroken).hasSize(DOCUMENTS);
    assertThat(Integer.parseInt(articles.strip())).isGreaterThan(DOCUMENTS * 8 / 10);
    archive = folder.resolve("killed-0");
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>(App.command());
    command.addAll(List.of("ingest", press.toString(), "--archive", archive.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("run.log").toFile())
        .start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("run.log"));
  }

  /// @return whether it was still running
  private boolean kill() throws Exception {
    Process run = start();
    if (random.nextBoolean()) {
      run.waitFor((long) (random.nextDouble() * nanosOfARun), TimeUnit.NANOSECONDS);
    } else {
      waitForCommits(run, 1 + random.nextInt(8));
      run.waitFor(random.nextInt(40_000), TimeUnit.MICROSECONDS);
    }
    run.destroyForcibly();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return run.exitValue() == SIGKILL;
  }

  /// The moments that matter most are those around the end of a batch.
  private void waitForCommits(Process run, int commits) throws Exception {
    File manifest = archive.resolve("manifest-sha256.txt").toFile();
    long last = manifest.lastModified();
    for (int seen = 0; seen < commits && run.isAlive(); ) {
      TimeUnit.MILLISECONDS.sleep(1);
      long now = manifest.lastModified();
      seen += now == last ? 0 : 1;
      last = now;
    }
  }

  /// What is there after a kill is a beginning of what an unbroken run gives, and not damaged.
  private void requireWhole() throws IOException {
    if (!Archive.isAt(archive)) {
      count("before the archive was there");
      return;
    }
    Office.Done verified = new Office().run("verify", "-a", archive);
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    List<String> stories = Stories.of(archive);
    assertThat(stories).isEqualTo(unbroken.subList(0, stories.size()));
    count(
        stories.isEmpty()
            ? "before the first batch"
            : stories.size() == DOCUMENTS ? "with all documents in it" : "between two batches");
  }

  private void count(String moment) {
    moments.merge(moment, 1, Integer::sum);
  }

  private void resume() throws IOException {
    Office.Done resumed = new Office().run("ingest", press, "-a", archive);
    assertThat(resumed.code()).as(resumed.out() + resumed.err()).isLessThan(2);
    assertThat(Stories.of(archive)).isEqualTo(unbroken);
    Office.Done verified = new Office().run("verify", "-a", archive);
    assertThat(verified.out()).doesNotContain("remark").endsWith("as it was written\n");
    assertThat(new Office().run("search", "council", "--count", "-a", archive).out())
        .isEqualTo(articles);
    assertThat(drafts()).isEmpty();
  }

  private List<Path> drafts() throws IOException {
    List<Path> drafts = new ArrayList<>();
    try (Stream<Path> files = Files.list(archive)) {
      files.filter(file -> file.toString().endsWith(".new")).forEach(drafts::add);
    }
    return drafts;
  }
}
