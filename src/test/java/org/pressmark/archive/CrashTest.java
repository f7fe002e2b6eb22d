package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.TEXTLESS;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.http.Response;

class CrashTest {
  private static final String FILE = "warc/pressmark-00001.warc.gz";

  @TempDir
  Path folder;

  /// Three entries, the last of them a pair of records, the one before a revisit.
  private static List<Entry> three(Path folder) throws IOException {
    try (ArchiveWriter writer = open(folder)) {
      Entry first = writer.append(kept(1, capture("a.html", "first")));
      Entry second = writer.again(capture("b.html", "first"), first);
      return List.of(first, second, append(writer));
    }
  }

  /// A writer that does not wait for the disk.
  private static ArchiveWriter open(Path folder) throws IOException {
    return ArchiveWriter.open(new Folder(folder, new QuickDisk()), NOON, ArchiveOptions.DEFAULTS);
  }

  private static Entry append(ArchiveWriter writer) throws IOException {
    return writer.append(new Outcome.Rejected(capture("c.html", "third"), TEXTLESS));
  }

  /// An archive whose one file has these bytes; takes the place of an earlier one of this name.
  ///
  /// @param committed how many of the bytes the manifest knows; without it, there is none
  private Path archive(String name, byte[] bytes, OptionalInt committed) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.resolve("warc"));
    Files.write(copy.resolve("pressmark.json"), card());
    Files.write(copy.resolve(FILE), bytes);
    Files.deleteIfExists(copy.resolve("manifest-sha256.txt"));
    if (committed.isPresent()) {
      note(copy, bytes, committed.getAsInt());
    }
    if (Files.exists(copy.resolve("torn"))) {
      try (Stream<Path> parts = Files.list(copy.resolve("torn"))) {
        for (Path part : parts.toList()) {
          Files.delete(part);
        }
      }
    }
    return copy;
  }

  /// Makes a manifest that knows the first bytes of what the one file should be.
  private void note(Path archive, byte[] whole, int committed) throws IOException {
    Map<String, String> sums = Map.of(
        "pressmark.json",
        Digest.hex(Digest.of(card())),
        FILE,
        Digest.hex(Digest.of(Arrays.copyOf(whole, committed))));
    new Manifest(new TreeMap<>(sums), new TreeMap<>(), new Position(1, committed))
        .write(new Folder(archive, new QuickDisk()));
  }

  private byte[] card() throws IOException {
    return Files.readAllBytes(folder.resolve("whole/pressmark.json"));
  }

  /// The crash comes at every byte of the last entry; up to where all was committed is noted in the
  /// manifest, noted as it was at an earlier entry or at the start, or not noted.
  @ParameterizedTest
  @ValueSource(strings = {"before", "earlier", "start", "none"})
  void goesOnAfterACrashAtAnyByte(String committed) throws IOException {
    List<Entry> written = three(folder.resolve("whole"));
    byte[] whole = Files.readAllBytes(folder.resolve("whole").resolve(FILE));
    Position last = written.getLast().at();
    OptionalInt note = switch (committed) {
      case "before" -> OptionalInt.of((int) last.offset());
      case "earlier" -> OptionalInt.of((int) written.getFirst().end().offset());
      case "start" -> OptionalInt.of(0);
      default -> OptionalInt.empty();
    };
    int start = (int) last.offset();
    for (int cut = start; cut < whole.length; cut += committed.equals("before") ? 1 : 97) {
      Path torn = archive("torn", Arrays.copyOf(whole, cut), note);
      assertThat(Archive.open(torn).end()).isEqualTo(last);
      try (ArchiveWriter writer = open(torn)) {
        if (cut == start) {
          assertThat(writer.repairs())
              .filteredOn(line -> line.contains("moved"))
              .isEmpty();
        } else {
          Path part = torn.resolve("torn/pressmark-00001.warc.gz@" + start + "-1.part");
          assertThat(writer.repairs())
              .contains(torn.resolve(FILE) + "@" + start + ": the last "
                  + (cut - start) + " bytes are of a write that never finished; moved to " + part
                  + "; ingest the same sources again to have what was lost");
          assertThat(Files.readAllBytes(part)).isEqualTo(Arrays.copyOfRange(whole, start, cut));
        }
        assertThat(entries(torn, Position.START)).isEqualTo(written.subList(0, 2));
        assertThat(append(writer)).isEqualTo(written.getLast());
      }
      assertThat(Files.readAllBytes(torn.resolve(FILE))).isEqualTo(whole);
    }
  }

  @Test
  void goesOnAfterACrashInTheFirstRecordOfAFile() throws IOException {
    List<Entry> written = three(folder.resolve("whole"));
    byte[] whole = Files.readAllBytes(folder.resolve("whole").resolve(FILE));
    for (int cut = 0; cut < written.getFirst().at().offset(); cut += 17) {
      Path torn = archive("torn", Arrays.copyOf(whole, cut), OptionalInt.empty());
      assertThat(Archive.open(torn).end().offset()).isZero();
      assertThat(three(torn)).isEqualTo(written);
      assertThat(Files.readAllBytes(torn.resolve(FILE))).isEqualTo(whole);
    }
  }

  @Test
  void setsAsideTwoTailsOfTheSamePlaceUnderTwoNames() throws IOException {
    three(folder.resolve("whole"));
    Path file = folder.resolve("whole").resolve(FILE);
    for (String junk : List.of("one", "two")) {
      Files.writeString(file, junk, StandardOpenOption.APPEND);
      ArchiveWriter.open(folder.resolve("whole"), NOON).close();
    }
    try (Stream<Path> parts = Files.list(folder.resolve("whole/torn"))) {
      assertThat(parts.map(ArchiveTest::text)).containsExactlyInAnyOrder("one", "two");
    }
  }

  @Test
  void losesNothingButTheBatchUnderWay() throws IOException {
    Path killed = folder.resolve("killed");
    try (ArchiveWriter writer = ArchiveWriter.open(folder.resolve("whole"), NOON)) {
      Entry first = writer.append(kept(1, capture("a.html", "first")));
      writer.commit();
      append(writer);
      copy(folder.resolve("whole"), killed);
      assertThat(entries(killed, Position.START)).containsExactly(first);
    }
    try (ArchiveWriter writer = ArchiveWriter.open(killed, NOON)) {
      assertThat(writer.repairs()).isEmpty();
      append(writer);
    }
    assertThat(killed.resolve(FILE))
        .hasSameBinaryContentAs(folder.resolve("whole").resolve(FILE));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  @Test
  void neverTruncatesDamageThatLiesInTheMiddle() throws IOException {
    List<Entry> written = three(folder.resolve("whole"));
    byte[] bytes = Files.readAllBytes(folder.resolve("whole").resolve(FILE));
    byte[] whole = bytes.clone();
    bytes[(int) written.getFirst().at().offset() + 40] ^= 1;
    for (OptionalInt committed :
        List.of(OptionalInt.empty(), OptionalInt.of((int) written.getLast().at().offset()))) {
      Path archive = archive("damaged" + committed.isPresent(), bytes, OptionalInt.empty());
      if (committed.isPresent()) {
        note(archive, whole, committed.getAsInt());
      }
      try (ArchiveWriter writer = open(archive)) {
        append(writer);
        assertThat(writer.repairs())
            .isEqualTo(
                committed.isEmpty()
                    ? List.of()
                    : List.of(archive.resolve(FILE)
                        + ": the file is not as it was written, so the documents go into another;"
                        + " put this file back from a copy, or run `pressmark repair`, then ingest"
                        + " again what is lost"));
      }
      assertThat(Arrays.copyOf(Files.readAllBytes(archive.resolve(FILE)), bytes.length))
          .isEqualTo(bytes);
      assertThat(archive.resolve("warc/pressmark-00002.warc.gz").toFile().exists())
          .isEqualTo(committed.isPresent());
      List<Damage> damages = new ArrayList<>();
      try (Stream<Entry> entries = Archive.open(archive).entries(Position.START, damages::add)) {
        assertThat(entries.toList()).hasSize(3).containsAll(written.subList(1, 3));
      }
      assertThat(damages).singleElement().satisfies(damage -> {
        assertThat(damage.at()).isEqualTo(written.getFirst().at());
        assertThat(damage.end()).isEqualTo(written.getFirst().end());
      });
      try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
        assertThatThrownBy(entries::toList)
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("bytes are damaged");
      }
    }
  }

  @Test
  void verifyingFindsFlippedBits() throws IOException {
    List<Entry> written = three(folder.resolve("whole"));
    byte[] whole = Files.readAllBytes(folder.resolve("whole").resolve(FILE));
    Path archive = archive("flipped", whole, OptionalInt.of(whole.length));
    Random random = new Random(3);
    for (int at = 0; at < whole.length; at += 1 + random.nextInt(15)) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(archive.resolve(FILE), flipped);
      List<Damage> found = new ArrayList<>();
      Verify.Report report = Verify.of(Archive.open(archive), found::add, entry -> {}, bytes -> {});
      assertThat(report.damaged()).isEqualTo(found.size());
      long start = start(written, at);
      assertThat(found).as("byte %d", at).isNotEmpty();
      Damage first = found.getFirst();
      assertThat(first.file()).isEqualTo(archive.resolve(FILE));
      assertThat(first.at().offset()).isBetween(start, (long) at);
      if (found.size() > 1) { // of a copy whose original is damaged
        assertThat(start).isEqualTo(written.getFirst().at().offset());
        assertThat(found.get(1).at()).isEqualTo(written.get(1).at());
        assertThat(found).hasSize(2);
      }
    }
  }

  /// Where the entry begins that has this byte.
  private static long start(List<Entry> written, int at) {
    long start = 0;
    for (Entry entry : written) {
      start = entry.at().offset() <= at ? entry.at().offset() : start;
    }
    return start;
  }

  @Test
  void verifyingSaysWhatIsThere() throws IOException {
    Path whole = folder.resolve("whole");
    List<Entry> written = three(whole);
    List<Long> progress = new ArrayList<>();
    long size = Files.size(whole.resolve(FILE));
    Verify.Report.Bare none = new Verify.Report.Bare(0, List.of());
    assertThat(Verify.of(Archive.open(whole), damage -> {}, entry -> {}, progress::add))
        .isEqualTo(new Verify.Report(1, 1, 1, none, none, 0, 0, size, 0));
    assertThat(progress).endsWith(size).isSorted();
    Files.writeString(whole.resolve(FILE), "junk", StandardOpenOption.APPEND);
    assertThat(Verify.of(Archive.open(whole), damage -> {}, entry -> {}, bytes -> {}))
        .isEqualTo(new Verify.Report(1, 1, 1, none, none, 0, 0, size + 4, 4));
    Path cut = archive(
        "cut",
        Arrays.copyOf(Files.readAllBytes(whole.resolve(FILE)), (int)
            written.getLast().at().offset()),
        OptionalInt.empty());
    note(cut, Files.readAllBytes(whole.resolve(FILE)), (int)
        written.getLast().end().offset());
    List<Damage> found = new ArrayList<>();
    Verify.of(Archive.open(cut), found::add, entry -> {}, bytes -> {});
    assertThat(found)
        .singleElement()
        .hasToString(cut.resolve(FILE) + "@"
            + written.getLast().at().offset()
            + ": the archive ends here, and once was complete up to "
            + written.getLast().end()
            + "; put this file back from a copy, or run `pressmark repair`,"
            + " then ingest again what is lost");
  }

  @Test
  void neverThrowsOrHangsOverRandomBytes() throws IOException {
    three(folder.resolve("whole"));
    byte[] whole = Files.readAllBytes(folder.resolve("whole").resolve(FILE));
    Path archive = archive("random", whole, OptionalInt.empty());
    Random random = new Random(5);
    for (int round = 0; round < 150; round++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(20); i >= 0; i--) {
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(200), bytes.length - Math.max(from, to));
        System.arraycopy(bytes, from, bytes, to, length);
      }
      Files.write(archive.resolve(FILE), bytes);
      Verify.of(Archive.open(archive), damage -> {}, entry -> {}, seen -> {});
      try (Stream<Entry> entries = Archive.open(archive).entries(Position.START, damage -> {})) {
        assertThat(entries.count()).isLessThan(20);
      }
    }
  }

  @Test
  void appendsNoMoreOnceTheDiskIsFull() throws IOException {
    for (int room = 0; room < 9_000; room += 97) {
      Path full = folder.resolve("full" + room);
      Folder small = new Folder(full, new SmallDisk(room));
      List<Entry> committed = new ArrayList<>();
      assertThatThrownBy(() -> fill(small, committed))
          .isInstanceOf(IOException.class)
          .hasMessageMatching(full + "/(pressmark\\.json|manifest-sha256\\.txt|" + FILE + ")"
              + ": writing failed \\(No space left on device\\); all up to the last commit is safe:"
              + " see to the disk, then run the same again");
      if (Archive.isAt(full)) {
        assertThat(entries(full, Position.START)).isEqualTo(committed);
      }
      try (ArchiveWriter writer = open(full)) {
        assertThat(writer.repairs()).isEmpty();
        committed.add(append(writer));
      }
      assertThat(entries(full, Position.START)).isEqualTo(committed);
    }
  }

  private static void fill(Folder disk, List<Entry> committed) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(disk, NOON, ArchiveOptions.DEFAULTS)) {
      for (int seed = 0; seed < 100; seed++) {
        try {
          Entry one = writer.append(kept(seed, capture(seed + ".html", "text")));
          Entry two = writer.append(kept(seed, capture(seed + "b.html", "text")));
          writer.commit();
          committed.addAll(List.of(one, two));
        } catch (IOException e) {
          assertThatThrownBy(() -> append(writer))
              .hasMessage(
                  disk.root() + ": an earlier write failed; open the archive again to go on");
          assertThatThrownBy(writer::commit).isInstanceOf(IOException.class);
          throw e;
        }
      }
    }
  }

  /// A process is killed while it writes; all it has committed is there, and the next one goes on.
  @Test
  void losesNothingCommittedWhenItsProcessIsKilled() throws IOException, InterruptedException {
    Path killed = folder.resolve("killed");
    String java = ProcessHandle.current().info().command().orElse("java");
    Process process = new ProcessBuilder(
            java,
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Writing.class.getName(),
            killed.toString())
        .redirectError(new File("/dev/null"))
        .start();
    String lastCommit = "";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (int count = 0; count < 40; count++) {
        lastCommit = lines.readLine();
      }
      assertThatThrownBy(() -> ArchiveWriter.open(killed, NOON))
          .isInstanceOf(ArchiveLockedException.class)
          .hasMessageContaining("(process " + process.pid() + ", since ");
      process.destroyForcibly().waitFor();
    }
    long committed = Long.parseLong(lastCommit);
    try (ArchiveWriter writer = ArchiveWriter.open(killed, NOON)) {
      append(writer);
    }
    List<Entry> entries = entries(killed, Position.START);
    assertThat(entries).hasSizeGreaterThan((int) committed);
    assertThat(Verify.of(Archive.open(killed), damage -> {}, entry -> {}, bytes -> {})
            .isWhole())
        .isTrue();
  }

  /// Writes without end, and prints how many entries are committed.
  static final class Writing {
    private static Capture document(long count) {
      return count % 2 == 0
          ? Fetched.from("https://news.example/" + count)
              .of(Response.of("text " + count).gzipped().chunked(9))
          : capture(count + ".html", "text " + count);
    }

    public static void main(String[] args) throws IOException {
      try (ArchiveWriter writer = ArchiveWriter.open(
          Path.of(args[0]), NOON, new ArchiveOptions(100_000, "test", Map.of(), Set.of()))) {
        for (long count = 1; ; count++) {
          writer.append(kept(count, document(count)));
          if (count % 10 == 0) {
            writer.commit();
            System.out.println(count);
          }
        }
      }
    }
  }
}
