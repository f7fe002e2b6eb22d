package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.archive.Digest;
import org.pressmark.cli.Shell.Ran;

/// Exports, by the program as it is packaged, that are killed or run out of room: a package is
/// there
/// whole or not at all.
@DisabledOnOs(OS.WINDOWS)
class ExportIT {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int KILLS = 8;
  private static final int FORM_KILLS = 4;

  @TempDir
  private static Path folder;

  private static Path archive;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void ingest() throws Exception {
    App.keepClasses(folder);
    archive = folder.resolve("archive");
    Path press = Press.write(folder.resolve("press"), 11, 400);
    assertThat(new Office().run("ingest", press, "-a", archive).code()).isLessThan(2);
  }

  private static List<String> words(String format, Path target) {
    return List.of("export", "-f", format, "-o", target.toString(), "-a", archive.toString());
  }

  @Test
  void aKilledExportLeavesNoHalfPackage() throws Exception {
    System.out.println("ExportIT: -Dseed=" + SEED);
    Path whole = folder.resolve("whole.wacz");
    long start = System.nanoTime();
    assertThat(start(whole).waitFor()).isZero();
    long nanos = System.nanoTime() - start;
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path target = folder.resolve("killed-" + kill + ".wacz");
      Process run = start(target);
      run.waitFor((long) (nanos * (0.3 + 0.7 * random.nextDouble())), TimeUnit.NANOSECONDS);
      run.destroyForcibly();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      killed += run.exitValue() == 0 ? 0 : 1;
      if (!Files.exists(target)) {
        Office.Done again = new Office().run(words("wacz", target).toArray());
        assertThat(again.code()).as(again.err()).isZero();
      }
      assertThat(target).hasSameBinaryContentAs(whole);
      Files.delete(target);
    }
    System.out.println("ExportIT: " + killed + " of " + KILLS + " were killed at work");
  }

  /// A file, a table, a folder of many files: each is there whole or not at all, and so is what
  /// says
  /// its hash.
  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet", "text-folder", "warc"})
  void aKilledExportLeavesNoHalfResult(String format) throws Exception {
    System.out.println("ExportIT: " + format + " -Dseed=" + SEED);
    String ending = format.equals("warc") ? ".warc.gz" : "";
    Path whole = folder.resolve("whole-" + format + ending);
    long start = System.nanoTime();
    assertThat(start(format, whole).waitFor()).isZero();
    long nanos = System.nanoTime() - start;
    for (int kill = 0; kill < FORM_KILLS; kill++) {
      Path target = folder.resolve("killed-" + format + kill + ending);
      Process run = start(format, target);
      run.waitFor((long) (nanos * (0.3 + 0.7 * random.nextDouble())), TimeUnit.NANOSECONDS);
      run.destroyForcibly();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      if (!Files.exists(target)) {
        Office.Done again = new Office().run(words(format, target).toArray());
        assertThat(again.code()).as(again.err()).isZero();
      }
      assertThat(target.resolveSibling(target.getFileName() + ".new")).doesNotExist();
      if (Files.isDirectory(target)) {
        assertThat(contents(target)).isEqualTo(contents(whole)).hasSizeGreaterThan(300);
      } else {
        assertThat(target).hasSameBinaryContentAs(whole);
        assertThat(target.resolveSibling(target.getFileName() + ".sha256"))
            .content()
            .endsWith(Digest.hex(Digest.of(Files.readAllBytes(target))) + "  "
                + target.getFileName() + "\n");
      }
    }
  }

  /// The hash of each file by its name.
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(), Digest.hex(Digest.of(Files.readAllBytes(file))));
      }
    }
    return contents;
  }

  private static Process start(Path target) throws IOException {
    return start("wacz", target);
  }

  private static Process start(String format, Path target) throws IOException {
    List<String> command = new ArrayList<>(App.command());
    command.addAll(words(format, target));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// No file may grow beyond so many blocks of 512 bytes.
  @Test
  void saysThatThereIsNoRoom() throws Exception {
    for (String format : List.of("wacz", "bagit", "jsonl", "csv", "ro-crate")) {
      Path target = folder.resolve("large.wacz");
      Ran ran = new Shell(folder)
          .run(
              "sh",
              "-c",
              "ulimit -f 150; exec " + String.join(" ", App.command()) + " "
                  + String.join(" ", words(format, target)));
      assertThat(ran.err())
          .startsWith("pressmark: " + target + ": writing failed (File too large); nothing was left"
              + " there: see to the disk, then run the same again")
          .hasLineCount(1);
      assertThat(ran.code()).isEqualTo(3);
      assertThat(target).doesNotExist();
      assertThat(folder.resolve("large.wacz.new")).doesNotExist();
      assertThat(folder.resolve("large.wacz.sha256")).doesNotExist();
    }
  }
}
