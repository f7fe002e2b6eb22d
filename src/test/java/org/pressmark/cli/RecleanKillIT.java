package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process that takes over new versions is killed (SIGKILL) at random moments, and the same
/// command is given again.
@DisabledOnOs(OS.WINDOWS)
class RecleanKillIT {
  private static final int KILLS = Integer.getInteger("kills", 6);
  private static final int DOCUMENTS = Integer.getInteger("documents", 1_200);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int SIGKILL = 128 + 9;

  private final Random random = new Random(SEED);

  @TempDir
  private Path folder;

  @Test
  void whatWasAcceptedBeforeAKillStaysAndTheRestIsDoneByRunningAgain() throws Exception {
    System.out.println(
        "RecleanKillIT: -Dseed=" + SEED + " -Dkills=" + KILLS + " -Ddocuments=" + DOCUMENTS);
    App.keepClasses(folder);
    Path old = folder.resolve("old");
    writeOld(old);
    Path unbroken = copy(old, "unbroken");
    long start = System.nanoTime();
    assertThat(start(unbroken).waitFor()).as(log()).isZero();
    long nanos = System.nanoTime() - start;
    List<String> stories = Stories.of(unbroken);
    assertThat(stories.size()).isGreaterThan(DOCUMENTS + 500);

    Path archive = copy(old, "killed-0");
    int resumed = 0;
    for (int kills = 0; kills < KILLS; ) {
      Process run = start(archive);
      run.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS);
      run.destroyForcibly();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      kills += run.exitValue() == SIGKILL ? 1 : 0;
      requireWhole(archive);
      assertThat(Stories.of(archive))
          .isEqualTo(stories.subList(0, Stories.of(archive).size()));
      if (random.nextBoolean() || kills == KILLS || run.exitValue() != SIGKILL) {
        assertThat(start(archive).waitFor()).as(log()).isZero();
        requireWhole(archive);
        assertThat(Stories.of(archive)).isEqualTo(stories);
        resumed++;
        Stories.delete(archive);
        archive = copy(old, "killed-" + resumed);
      }
    }
    System.out.println("RecleanKillIT: resumed " + resumed + " times to the end");
  }

  private void writeOld(Path archive) throws IOException {
    OldArchive old = new OldArchive(archive);
    Path press = Press.write(folder.resolve("press"), SEED, DOCUMENTS);
    List<Path> files;
    try (Stream<Path> paths = Files.list(press)) {
      files = paths.sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      String name = file.getFileName().toString();
      old.with(name, name.endsWith(".txt") ? text + "\nComments are closed.\n" : coded(text));
    }
    old.write();
  }

  private static String coded(String page) {
    int end = Math.max(0, page.indexOf("</p>"));
    return page.substring(0, end) + OldArchive.CODE + page.substring(end);
  }

  private Path copy(Path archive, String name) throws IOException {
    Path copy = folder.resolve(name);
    Stories.copy(archive, copy);
    return copy;
  }

  private Process start(Path archive) throws IOException {
    List<String> command = new ArrayList<>(App.command());
    command.addAll(List.of("reclean", "--accept", "all", "--archive", archive.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("run.log").toFile())
        .start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("run.log"));
  }

  private static void requireWhole(Path archive) {
    Office.Done verified = new Office().run("verify", "-a", archive);
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
  }
}
