package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;

class RepairTest {
  /// Room for a few entries in a file, so that there are several files.
  private static final ArchiveOptions SMALL =
      new ArchiveOptions(6_000, "test", ArchiveOptions.DEFAULTS.settings(), Set.of());

  @TempDir
  Path folder;

  private final List<Entry> written = new ArrayList<>();

  private Folder place() {
    return new Folder(folder, new QuickDisk());
  }

  private Path warc(int number) {
    return place().file(number);
  }

  private void write() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, SMALL)) {
      for (int seed = 0; seed < 20; seed++) {
        written.add(writer.append(kept(seed, capture(seed + ".html", "text " + seed))));
      }
      written.add(writer.again(capture("copy.html", "text 3"), written.get(3)));
      writer.leaveSummary("{}\n");
    }
  }

  private List<String> repair() throws IOException {
    return Repair.of(place(), NOON, SMALL, new Aid()).said();
  }

  /// Knows of nothing, and cleans a capture as the one who wrote it did.
  static final class Aid implements Repair.Aid {
    @Override
    public List<Loss> between(Position at, Position end) {
      return List.of();
    }

    @Override
    public Outcome clean(Capture capture, Set<String> kept) {
      String path = capture.origin().path();
      return kept(Long.parseLong(path.substring(0, path.indexOf('.'))), capture);
    }
  }

  private List<Damage> damages() throws IOException {
    List<Damage> found = new ArrayList<>();
    Verify.of(Archive.remains(folder), found::add, entry -> {}, bytes -> {});
    return found;
  }

  private void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }

  private List<Entry> without(Entry... lost) {
    List<Entry> rest = new ArrayList<>(written);
    rest.removeAll(List.of(lost));
    return rest;
  }

  @Test
  void doesNothingWhereThereIsNothingToDo() throws IOException {
    write();
    byte[] manifest = Files.readAllBytes(place().manifest());
    assertThat(repair()).isEmpty();
    assertThat(Files.readAllBytes(place().manifest())).isEqualTo(manifest);
    assertThat(folder.resolve("damaged")).doesNotExist();
  }

  @Test
  void leavesEveryOtherRecordWhereItWas() throws IOException {
    write();
    Entry hit = written.get(7);
    byte[] before = Files.readAllBytes(warc(hit.at().file()));
    flip(warc(hit.at().file()), hit.at().offset() + 60);
    byte[] damaged = Files.readAllBytes(warc(hit.at().file()));
    assertThat(damages())
        .singleElement()
        .satisfies(damage -> assertThat(damage.at()).isEqualTo(hit.at()));
    assertThat(repair()).hasSize(1);
    assertThat(damages()).isEmpty();
    assertThat(entries(folder, Position.START)).isEqualTo(without(hit));
    byte[] after = Files.readAllBytes(warc(hit.at().file()));
    int start = (int) hit.at().offset();
    int end = (int) hit.end().offset();
    assertThat(after).hasSameSizeAs(before);
    assertThat(Arrays.copyOf(after, start)).isEqualTo(Arrays.copyOf(before, start));
    assertThat(Arrays.copyOfRange(after, end, after.length))
        .isEqualTo(Arrays.copyOfRange(before, end, before.length));
    Path part = folder
        .resolve("damaged")
        .resolve(warc(hit.at().file()).getFileName() + "@" + start + "-1.part");
    assertThat(Files.readAllBytes(part)).isEqualTo(Arrays.copyOfRange(damaged, start, end));
    assertThat(Files.readString(folder.resolve("damaged/list.txt")))
        .contains("\tdamaged/" + part.getFileName() + "\t");
    assertThat(repair()).isEmpty();
  }

  @Test
  void otherToolsReadPastThePlaceOfTheDamage() throws IOException {
    write();
    flip(warc(1), written.getFirst().at().offset() + 60);
    repair();
    List<String> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(warc(1))) {
      for (WarcRecord record : reader) {
        types.add(record.type());
        record.body().consume();
      }
    }
    assertThat(types).startsWith("warcinfo", "metadata", "resource", "conversion");
  }

  @Test
  void cleansADocumentOnceMoreWhoseArticleIsDamaged() throws IOException {
    write();
    Entry hit = written.get(3);
    flip(warc(hit.at().file()), hit.end().offset() - 12);
    repair();
    assertThat(damages()).isEmpty();
    List<Entry> now = entries(folder, Position.START);
    assertThat(now).hasSameSizeAs(written);
    Entry again = now.stream()
        .filter(entry -> entry.origin().equals(hit.origin()))
        .findFirst()
        .orElseThrow();
    assertThat(again.content()).isEqualTo(hit.content());
    assertThat(again.at()).isGreaterThan(written.getLast().at());
    Entry copy = now.stream()
        .filter(entry -> entry.origin().path().equals("copy.html"))
        .findFirst()
        .orElseThrow();
    assertThat(Archive.open(folder).capture(copy.at()).bytes())
        .isEqualTo("text 3".getBytes(StandardCharsets.UTF_8));
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, SMALL)) {
      writer.append(kept(99, capture("99.html", "text 99")));
    }
    assertThat(damages()).isEmpty();
  }

  @Test
  void keepsACopyWhoseDocumentIsGone() throws IOException {
    write();
    Entry hit = written.get(3);
    flip(warc(hit.at().file()), hit.at().offset() + 60);
    assertThat(damages()).hasSize(2);
    repair();
    assertThat(damages()).isEmpty();
    assertThat(entries(folder, Position.START)).isEqualTo(without(hit));
    assertThat(Archive.open(folder).losses())
        .extracting(Loss::source)
        .contains("copy.html")
        .hasSizeLessThan(3);
  }

  @Test
  void restoresBytesThatCarryNoMeaning() throws IOException {
    write();
    Path file = warc(2);
    byte[] whole = Files.readAllBytes(file);
    Entry hit =
        written.stream().filter(entry -> entry.at().file() == 2).findFirst().orElseThrow();
    for (int field : new int[] {4, 5, 6, 7, 8, 9}) { // time, level, system (RFC 1952, 2.3)
      flip(file, hit.at().offset() + field);
      assertThat(damages()).singleElement().satisfies(damage -> {
        assertThat(damage.file()).isEqualTo(file);
        assertThat(damage.at()).isEqualTo(hit.at());
        assertThat(damage.what()).endsWith("at byte " + (hit.at().offset() + field));
      });
      assertThat(repair()).singleElement().asString().contains("carries no meaning");
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
      assertThat(entries(folder, Position.START)).isEqualTo(written);
    }
    assertThat(folder.resolve("damaged")).doesNotExist();
  }

  @Test
  void makesALostManifestAnew() throws IOException {
    write();
    String manifest = Files.readString(place().manifest());
    for (String damage : List.of("", manifest.substring(1), manifest.replace("up to", "up at"))) {
      Files.writeString(place().manifest(), damage);
      assertThat(damages())
          .singleElement()
          .satisfies(found -> assertThat(found.file()).isEqualTo(place().manifest()));
      assertThatThrownBy(() -> ArchiveWriter.open(place(), NOON, SMALL))
          .hasMessageStartingWith(place().manifest() + ": the manifest is not as it was written")
          .hasMessageContaining("; nothing was written; ")
          .hasMessageEndingWith("or run `pressmark repair`");
      repair();
      assertThat(damages()).isEmpty();
      assertThat(entries(folder, Position.START)).isEqualTo(written);
    }
    Files.delete(place().manifest());
    assertThat(damages())
        .singleElement()
        .satisfies(found -> assertThat(found.what()).isEqualTo("the manifest is missing"));
    repair();
    assertThat(damages()).isEmpty();
    assertThat(lines(manifest)).isSubsetOf(lines(Files.readString(place().manifest())));
  }

  private static List<String> lines(String manifest) {
    return manifest.lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void writesALostCardFromTheRecords() throws IOException {
    ArchiveOptions keeping = SMALL.keeping(Set.of("share-bar", "style"));
    ArchiveWriter.open(place(), NOON, keeping).close();
    String card = Files.readString(place().card());
    for (String damage : List.of("", "{", card.replace("share", "shore"))) {
      Files.writeString(place().card(), damage);
      assertThat(damages())
          .singleElement()
          .satisfies(found -> assertThat(found.file()).isEqualTo(place().card()));
      assertThatThrownBy(() -> ArchiveWriter.open(place(), NOON, keeping))
          .hasMessageStartingWith(place().card() + ": the file is not as it was written; nothing");
      repair();
      assertThat(damages()).isEmpty();
      assertThat(Files.readString(place().card())).isEqualTo(card);
    }
    Files.delete(place().card());
    assertThat(damages()).isNotEmpty();
    repair();
    assertThat(Files.readString(place().card())).isEqualTo(card);
  }

  @Test
  void goesOnWithoutAFileThatIsGone() throws IOException {
    write();
    int last = written.getLast().at().file();
    for (int gone : new int[] {2, last}) {
      Files.delete(warc(gone));
      assertThat(damages()).anySatisfy(damage -> assertThat(damage.file()).isEqualTo(warc(gone)));
      repair();
      assertThat(damages()).isEmpty();
    }
    assertThat(entries(folder, Position.START))
        .containsAll(written.stream()
            .filter(entry -> entry.at().file() != 2 && entry.at().file() != last)
            .toList());
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, SMALL)) {
      writer.append(kept(99, capture("99.html", "text 99")));
    }
    assertThat(damages()).isEmpty();
  }

  @Test
  void findsAFileThatEndsTooEarlyBetweenTwoRecords() throws IOException {
    write();
    Entry last = written.stream()
        .filter(entry -> entry.at().file() == 1)
        .reduce((one, other) -> other)
        .orElseThrow();
    Files.write(
        warc(1), Arrays.copyOf(Files.readAllBytes(warc(1)), (int) last.at().offset()));
    assertThat(damages()).anySatisfy(damage -> assertThat(damage.file()).isEqualTo(warc(1)));
    assertThat(repair()).isNotEmpty();
    assertThat(damages()).isEmpty();
    assertThat(entries(folder, Position.START)).doesNotContain(last);
  }

  @Test
  void fillsAnyRoomToTheByte() throws IOException {
    for (int bytes : new int[] {330, 331, 400, 65_535, 65_700, 65_900, 131_500, 1 << 20}) {
      Optional<byte[]> filler = Filler.of(bytes, "a@1", "damaged/a", NOON.instant());
      assertThat(filler).isPresent();
      assertThat(filler.get()).hasSize(bytes);
      Path file = Files.write(folder.resolve("filler.warc.gz"), filler.get());
      try (RecordReader record = RecordReader.open(file, 0, RecordReader.Care.DIGEST)) {
        assertThat(record.next()).isTrue();
        assertThat(record.type()).isEqualTo("metadata");
        record.skip();
        assertThat(record.position()).isEqualTo(bytes);
      }
    }
    assertThat(Filler.of(200, "a@1", "damaged/a", NOON.instant())).isEmpty();
  }
}
