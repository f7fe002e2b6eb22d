package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;
import org.pressmark.cli.Office.Done;
import org.pressmark.cli.Shell.Ran;

/// Disks that fill up, cannot be written or go away while the program, as it is packaged, ingests:
/// a clear message, exit code 3, no damage, and the same command again goes on.
@EnabledOnOs(OS.LINUX)
class DiskIT {
  private static final int DOCUMENTS = 550;
  private static final String RUN_AGAIN = "see to the disk, then run the same again\n";

  @TempDir
  private static Path shared;

  @TempDir
  private Path folder;

  private Path press;
  private Path archive;
  private Shell shell;

  @BeforeAll
  static void keepClasses() throws Exception {
    App.keepClasses(shared);
  }

  @BeforeEach
  void writeDocuments() throws IOException {
    press = Press.write(folder.resolve("press"), 7, DOCUMENTS);
    archive = folder.resolve("archive");
    shell = new Shell(folder);
  }

  private static String java() {
    return String.join(" ", App.command());
  }

  private String ingest() {
    return java() + " ingest " + press + " --archive " + archive;
  }

  private Ran sh(String line) throws Exception {
    return shell.run("sh", "-c", line);
  }

  private static void requireFailed(Ran ran, String... words) {
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("pressmark: ").hasLineCount(1).contains(words);
  }

  /// What is there is whole, and the same command goes on.
  private void requireThatItGoesOn() throws IOException {
    if (Archive.isAt(archive)) {
      Done verified = new Office().run("verify", "-a", archive);
      assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }
    Done resumed = new Office().run("ingest", press, "-a", archive);
    assertThat(resumed.code()).as(resumed.out() + resumed.err()).isLessThan(2);
    assertThat(Stories.of(archive)).hasSize(DOCUMENTS);
    assertThat(new Office().run("verify", "-a", archive).out()).endsWith("as it was written\n");
  }

  /// No file may grow beyond so many blocks: first the index meets that, then the archive.
  @Test
  void saysThatAFileCannotGrow() throws Exception {
    for (int blocks : new int[] {300, 1}) {
      requireFailed(
          sh("ulimit -f " + blocks + "; exec " + ingest()), archive.toString(), RUN_AGAIN);
      requireThatItGoesOn();
      Stories.delete(archive);
    }
  }

  @Test
  void saysThatTheDiskIsFull() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    archive = disk.resolve("archive");
    for (String size : new String[] {"16k", "200k", "900k"}) {
      mount(disk, size);
      try {
        requireFailed(sh(ingest()), "No space left on device", RUN_AGAIN);
        requireFailed(sh(ingest()), "No space left on device", RUN_AGAIN);
        sh("mount -o remount,size=64m " + disk);
        requireThatItGoesOn();
      } finally {
        sh("umount -l " + disk);
      }
    }
  }

  private void mount(Path disk, String size) throws Exception {
    Ran mounted = sh("mount -t tmpfs -o size=" + size + " none " + disk);
    assumeTrue(mounted.code() == 0, "only where one may mount: " + mounted.err());
  }

  @Test
  void saysThatTheArchiveCannotBeWritten() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    archive = disk.resolve("archive");
    mount(disk, "64m");
    try {
      assertThat(new Office().run("ingest", press, "-a", archive).code()).isLessThan(2);
      Files.writeString(press.resolve("late.txt"), Pages.FIRST + "\n\n" + Pages.SECOND + "\n");
      sh("mount -o remount,ro " + disk);
      requireFailed(sh(ingest()), archive.toString(), "Read-only file system");
      Ran search = sh(java() + " search council --count --archive " + archive);
      assertThat(search.code()).as(search.err()).isZero();
      assertThat(sh(java() + " verify --archive " + archive).code()).isZero();
      requireFailed(
          sh(java() + " repair --archive " + archive), archive.toString(), "Read-only file system");
    } finally {
      sh("umount -l " + disk);
    }
  }

  @Test
  void saysThatAFolderIsNoFolder() throws Exception {
    Files.writeString(archive, "a file");
    requireFailed(sh(ingest()), archive.toString());
    Files.delete(archive);
    requireThatItGoesOn();
  }

  /// Its open files can be written to all the same, but nobody would ever find them.
  @Test
  void noticesThatTheDiskWentAway() throws Exception {
    for (String part : List.of("", "/warc")) {
      Process run = start();
      awaitFile(run, archive.resolve("warc/pressmark-00001.warc.gz"));
      Path away = folder.resolve("away");
      Files.move(Path.of(archive + part), away);
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String err = Files.readString(folder.resolve("err"));
      assertThat(run.exitValue()).as(err).isEqualTo(3);
      assertThat(err).startsWith("pressmark: " + archive).hasLineCount(1).endsWith(RUN_AGAIN);
      Stories.delete(archive.resolve("warc"));
      Files.move(away, Path.of(archive + part));
      requireThatItGoesOn();
      Stories.delete(archive);
    }
  }

  private Process start() throws IOException {
    return shell.start(
        folder.resolve("out"), folder.resolve("err"), (Object[]) ingest().split(" "));
  }

  private static void awaitFile(Process run, Path file) throws Exception {
    while (run.isAlive() && !Files.exists(file)) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    assertThat(file).exists();
  }

  @Test
  void letsOneProcessWriteAtATime() throws Exception {
    List<Process> runs = new ArrayList<>();
    runs.add(start());
    awaitFile(runs.getFirst(), archive.resolve("lock"));
    Ran second = sh(ingest());
    assertThat(runs.getFirst().waitFor()).isEqualTo(1);
    if (second.code() == 3) { // else the first was through before the second had begun
      requireFailed(
          second,
          ": another pressmark (process " + runs.getFirst().pid() + ", since ",
          "wait until");
    }
    assertThat(Stories.of(archive)).hasSize(DOCUMENTS);
    requireThatItGoesOn();
  }
}
