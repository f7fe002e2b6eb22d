package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.cli.Office.Done;

/// Bytes of an archive are changed, and its files cut short, at random places in all of them:
/// `verify` finds each, and `repair` makes the archive whole.
///
/// ```
/// mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=FlipIT \
///     -Dflips=2000 -Ddocuments=300 -Dseed=7
/// ```
class FlipIT {
  private static final int FLIPS = Integer.getInteger("flips", 240);
  private static final int DOCUMENTS = Integer.getInteger("documents", 60);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  /// Of so many damages one is repaired as well.
  private static final int REPAIRED = 12;

  private static final String WARC = "warc/pressmark-00001.warc.gz";
  private static final Pattern PLACE = Pattern.compile("warc\\.gz@([0-9]+): ");

  /// They hold nothing; they are only there to be locked.
  private static final Set<String> EMPTY = Set.of("lock", "index/write.lock");

  private final Random random = new Random(SEED);
  private final Map<String, Integer> damages = new TreeMap<>();
  private int repairs;

  @TempDir
  private Path folder;

  private Path press;
  private Path archive;
  private List<Entry> entries = List.of();
  private List<String> stories = List.of();

  /// An archive that has all there can be: files, what went over the wire, what a crash left
  /// behind,
  /// and what a repair set aside.
  @BeforeEach
  void makeArchive() throws IOException {
    System.out.println(
        "FlipIT: -Dseed=" + SEED + " -Dflips=" + FLIPS + " -Ddocuments=" + DOCUMENTS);
    press = Press.write(folder.resolve("press"), SEED, DOCUMENTS);
    archive = folder.resolve("archive");
    ingest(archive);
    byte[] note = Files.readAllBytes(archive.resolve("last-ingest.json"));
    note[note.length / 2] ^= 1;
    Files.write(archive.resolve("last-ingest.json"), note);
    assertThat(new Office().run("repair", "-a", archive).code()).isZero();
    Files.writeString(archive.resolve(WARC), "an unfinished write", StandardOpenOption.APPEND);
    ingest(archive);
    try (Stream<Entry> all = Archive.open(archive).entries(Position.START)) {
      entries = all.toList();
    }
    stories = Stories.of(archive);
    assertThat(stories).hasSize(DOCUMENTS + Web.pages().size());
    assertThat(new Office().run("verify", "-a", archive).code()).isZero();
  }

  private void ingest(Path to) throws IOException {
    Web.archive(to, Web.pages());
    Done done = new Office().run("ingest", press, "-a", to);
    assertThat(done.code()).as(done.out() + done.err()).isLessThan(2);
  }

  @Test
  void everyChangeOfABytesIsFoundAndCanBeRepaired() throws IOException {
    List<Path> files = files();
    assertThat(files.stream().map(this::name))
        .contains("manifest-sha256.txt", "pressmark.json", "last-ingest.json", WARC)
        .contains("damaged/list.txt", "damaged/last-ingest.json-1.part")
        .anyMatch(name -> name.startsWith("torn/"))
        .anyMatch(name -> name.startsWith("index/segments_"));
    for (int flip = 0; flip < FLIPS; flip++) {
      Path file = flip % 2 == 0 ? byBytes(files) : files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      int at = random.nextInt(whole.length);
      boolean isCut = random.nextInt(5) == 0;
      byte[] damaged = isCut ? Arrays.copyOf(whole, at) : whole.clone();
      if (!isCut) {
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      String what = name(file) + (isCut ? " cut at " : " changed at ") + at + " of " + whole.length;
      requireFound(file, at, what);
      if (flip % REPAIRED == 0) {
        requireRepaired(file, at, isCut, what);
      }
      Files.write(file, whole);
      damages.merge(name(file).replaceAll("/.*", "/") + (isCut ? " cut" : ""), 1, Integer::sum);
    }
    assertThat(new Office().run("verify", "-a", archive).code()).isZero();
    System.out.println("FlipIT: " + FLIPS + " of " + FLIPS + " found, " + repairs
        + " of them repaired; " + damages);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !EMPTY.contains(name(file)))
          .sorted()
          .toList();
    }
  }

  private String name(Path file) {
    return archive.relativize(file).toString();
  }

  /// Large files are hit more often, as they would be.
  private Path byBytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    long left = random.nextLong(bytes);
    for (Path file : files) {
      left -= Files.size(file);
      if (left < 0) {
        return file;
      }
    }
    return files.getLast();
  }

  private void requireFound(Path file, int at, String what) {
    Done verified = new Office().run("verify", "-a", archive);
    assertThat(verified.code())
        .as(what + "\n" + verified.out() + verified.err())
        .isEqualTo(3);
    String name = name(file);
    List<String> told =
        verified.out().lines().filter(line -> line.startsWith("damaged: ")).toList();
    assertThat(told).as(what).isNotEmpty().allMatch(line -> line.contains("`pressmark repair`"));
    assertThat(told)
        .as(what)
        .anyMatch(line -> name.startsWith("index/")
            ? line.contains(archive.resolve("index") + ": damaged: ")
            : line.contains(archive.resolve(name).toString()));
    if (name.equals(WARC)) {
      Matcher place = PLACE.matcher(told.getFirst());
      assertThat(place.find()).as(what + "\n" + told).isTrue();
      assertThat(Integer.parseInt(place.group(1))).as(what + "\n" + told).isBetween(start(at), at);
    }
  }

  /// Where the entry begins that has this byte.
  private int start(int at) {
    int start = 0;
    for (Entry entry : entries) {
      start = entry.at().offset() <= at ? (int) entry.at().offset() : start;
    }
    return start;
  }

  private void requireRepaired(Path file, int at, boolean isCut, String what) throws IOException {
    Path copy = folder.resolve("copy");
    Stories.copy(archive, copy);
    Done repaired = new Office().run("repair", "-a", copy);
    assertThat(repaired.code())
        .as(what + "\n" + repaired.out() + repaired.err())
        .isZero();
    Done verified = new Office().run("verify", "-a", copy);
    assertThat(verified.code()).as(what + "\n" + verified.out()).isZero();
    assertThat(Stories.of(copy)).as(what).containsAll(undamaged(file, at, isCut));
    ingest(copy);
    assertThat(Stories.of(copy)).as(what).containsExactlyInAnyOrderElementsOf(stories);
    verified = new Office().run("verify", "-a", copy);
    assertThat(verified.out()).as(what).endsWith("as it was written\n").doesNotContain("behind");
    Stories.delete(copy);
    repairs++;
  }

  /// What must still be there: all entries but the one that has the byte, those behind it where
  /// the file was cut, and copies of a document that is damaged.
  private List<String> undamaged(Path file, int at, boolean isCut) {
    List<String> undamaged = new ArrayList<>();
    Set<Object> lost = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean isHit = name(file).equals(WARC)
          && at < entry.end().offset()
          && (isCut || at >= entry.at().offset());
      if (isHit || lost.contains(entry.mark())) {
        lost.add(entry.mark());
      } else {
        undamaged.add(stories.get(i));
      }
    }
    return undamaged;
  }
}
