package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Digest;
import org.pressmark.cli.Office.Done;

/// What RFC 8493 asks of a bag that is complete and valid (3).
class BagTest {
  @TempDir
  private static Path folder;

  private static Path archive;
  private static Path bag;

  @BeforeAll
  static void export() throws IOException {
    Path press = Press.write(folder.resolve("press"), 5, 60);
    archive = folder.resolve("archive");
    assertThat(new Office().run("ingest", press, "-a", archive).code()).isLessThan(2);
    bag = export(folder.resolve("bag"), archive);
  }

  private static Path export(Path target, Path from) {
    Done done = new Office().run("export", "--format", "bagit", "--output", target, "-a", from);
    assertThat(done.err())
        .matches("pressmark: export: ([0-9,]+ articles?, )?[0-9,]+ bytes, SHA-256 [0-9a-f]{64}\n");
    assertThat(done.code()).isZero();
    return target;
  }

  private static Map<String, String> manifest(String name) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    String text = Files.readString(bag.resolve(name), StandardCharsets.UTF_8);
    assertThat(text).endsWith("\n");
    for (String line : text.split("\n")) {
      assertThat(line).matches("[0-9a-f]{64}  \\S.*");
      assertThat(sums.put(line.substring(66), line.substring(0, 64))).isNull();
    }
    return sums;
  }

  /// The SHA-256 of every file below a folder, by its path in the bag.
  private static Map<String, String> files(Path root, int depth) throws Exception {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root, depth)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        sums.put(
            bag.relativize(file).toString().replace('\\', '/'), HexFormat.of().formatHex(digest));
      }
    }
    return sums;
  }

  @Test
  void declaresItselfABag() throws IOException {
    assertThat(bag.resolve("bagit.txt"))
        .hasContent("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  }

  @Test
  void listsEveryFileAndItsBytes() throws Exception {
    assertThat(manifest("manifest-sha256.txt"))
        .isEqualTo(files(bag.resolve("data"), 9))
        .containsKeys(
            "data/warc/pressmark-00001.warc.gz", "data/pressmark.json", "data/manifest-sha256.txt");
    Map<String, String> tags = files(bag, 1);
    tags.remove("tagmanifest-sha256.txt");
    assertThat(manifest("tagmanifest-sha256.txt"))
        .isEqualTo(tags)
        .containsOnlyKeys("bag-info.txt", "bagit.txt", "manifest-sha256.txt");
  }

  @Test
  void countsWhatItHolds() throws Exception {
    long bytes = 0;
    for (String name : files(bag.resolve("data"), 9).keySet()) {
      bytes += Files.size(bag.resolve(name));
    }
    List<String> info = Files.readAllLines(bag.resolve("bag-info.txt"));
    assertThat(info)
        .contains(
            "Payload-Oxum: " + bytes + "." + manifest("manifest-sha256.txt").size())
        .anyMatch(line -> line.matches("Bagging-Date: \\d{4}-\\d\\d-\\d\\d"))
        .allMatch(line -> line.matches("[A-Za-z-]+: \\S.*"));
  }

  @Test
  void holdsAnArchiveThatCanBeSearched() throws IOException {
    Path data = folder.resolve("taken out");
    Stories.copy(bag.resolve("data"), data);
    Done verified = new Office().run("verify", "-a", data);
    assertThat(verified.out()).endsWith("as it was written\n");
    assertThat(verified.code()).isZero();
    assertThat(new Office().run("search", "council", "--count", "-a", data).out())
        .isEqualTo(
            new Office().run("search", "council", "--count", "-a", archive).out());
  }

  @Test
  void isTheSameBytesEveryTime() throws Exception {
    Path copy = folder.resolve("copy");
    Stories.copy(archive, copy);
    Path other = export(folder.resolve("other"), copy);
    for (String name : files(bag, 1).keySet()) {
      assertThat(other.resolve(name)).hasSameBinaryContentAs(bag.resolve(name));
    }
  }

  /// What an ingest that was killed had written, and had not noted yet.
  @Test
  void leavesOutWhatIsNotFinished() throws IOException {
    Path killed = folder.resolve("killed");
    Stories.copy(archive, killed);
    Path warc = killed.resolve("warc/pressmark-00001.warc.gz");
    byte[] bytes = Files.readAllBytes(warc);
    Done once = new Office().run("export", "-a", killed);
    Path manifest = killed.resolve("manifest-sha256.txt");
    byte[] noted = Files.readAllBytes(manifest);
    Path late = Files.createDirectories(folder.resolve("late"));
    Files.writeString(late.resolve("late.html"), Pages.LIGHTHOUSE);
    assertThat(new Office().run("ingest", late, "-a", killed).code()).isZero();
    Files.write(manifest, noted);
    Files.copy(
        archive.resolve("last-ingest.json"),
        killed.resolve("last-ingest.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Path target = folder.resolve("of killed");
    Done done = new Office().run("export", "-f", "bagit", "-o", target, "-a", killed);
    assertThat(done.err())
        .matches("pressmark: documents that an ingest is adding, or had not finished adding, are"
            + " left out\npressmark: export: [0-9,]+ bytes, SHA-256 "
            + Digest.hex(Digest.of(Files.readAllBytes(target.resolve("tagmanifest-sha256.txt"))))
            + "\n");
    assertThat(done.code()).isZero();
    assertThat(target.resolve("data/warc/pressmark-00001.warc.gz")).hasBinaryContent(bytes);
    assertThat(new Office().run("export", "-a", target.resolve("data")).out())
        .isEqualTo(once.out());
  }

  @Test
  void refusesWhatIsDamaged() throws IOException {
    Path damaged = folder.resolve("damaged");
    Stories.copy(archive, damaged);
    Path warc = damaged.resolve("warc/pressmark-00001.warc.gz");
    byte[] bytes = Files.readAllBytes(warc);
    bytes[4] ^= 1; // the time of the gzip member, which means nothing and fails no checksum
    Files.write(warc, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    for (String format : List.of("bagit", "wacz")) {
      Path target = folder.resolve("of damaged.wacz");
      Done done = new Office().run("export", "-f", format, "-o", target, "-a", damaged);
      assertThat(done.err())
          .startsWith("pressmark: " + warc + ": its SHA-256 should be ")
          .hasLineCount(1);
      assertThat(done.code()).isEqualTo(3);
      assertThat(target).doesNotExist();
      assertThat(folder.resolve("of damaged.wacz.new")).doesNotExist();
    }
  }
}
