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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;

class ManifestTest {
  @TempDir
  Path folder;

  /// A disk on which the n-th replacement of a file never comes about, as when the power goes.
  private static final class DyingDisk extends QuickDisk {
    private int left;
    private final boolean isDraftWritten;

    DyingDisk(int replacements, boolean isDraftWritten) {
      left = replacements;
      this.isDraftWritten = isDraftWritten;
    }

    @Override
    void replace(Path file, byte[] bytes) throws IOException {
      if (left-- <= 0) {
        if (isDraftWritten) {
          Files.write(Folder.draft(file), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
        throw new IOException("the power is gone");
      }
      super.replace(file, bytes);
    }
  }

  private static List<Entry> write(Folder place, int from, int to) throws IOException {
    ArchiveOptions options =
        new ArchiveOptions(5_000, "test " + to, ArchiveOptions.DEFAULTS.settings(), Set.of());
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place, NOON, options)) {
      for (int seed = from; seed < to; seed++) {
        written.add(writer.append(kept(seed, capture(seed + ".html", "text " + seed))));
        if (seed % 3 == 0) {
          writer.commit();
        }
      }
      writer.leaveSummary("{\"documents\":" + to + "}\n");
    }
    return written;
  }

  private List<Damage> damages(Path archive) throws IOException {
    List<Damage> found = new ArrayList<>();
    Verify.of(Archive.remains(archive), found::add, entry -> {}, bytes -> {});
    return found;
  }

  @Test
  @EnabledIf("hasSha256sum")
  void canBeCheckedWithoutPressmark() throws Exception {
    Folder place = new Folder(folder, new QuickDisk());
    write(place, 0, 12);
    Files.writeString(place.file(place.files().last()), "torn", StandardOpenOption.APPEND);
    write(place, 12, 20);
    assertThat(Manifest.read(place).orElseThrow().sums().keySet())
        .anyMatch(name -> name.startsWith("torn/"));
    assertThat(sha256sum()).isZero();
    Files.writeString(folder.resolve("last-ingest.json"), " ", StandardOpenOption.APPEND);
    assertThat(sha256sum()).isNotZero();
  }

  static boolean hasSha256sum() {
    return Files.isExecutable(Path.of("/usr/bin/sha256sum"));
  }

  private int sha256sum() throws Exception {
    return new ProcessBuilder(
            "/usr/bin/sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void listsEveryFile() throws IOException {
    Folder place = new Folder(folder, new QuickDisk());
    write(place, 0, 12);
    List<String> names = new ArrayList<>(place.names(place.warc()));
    names.addAll(List.of("last-ingest.json", "pressmark.json"));
    assertThat(names).hasSizeGreaterThan(4);
    assertThat(Manifest.read(place).orElseThrow().sums())
        .containsOnlyKeys(names.toArray(String[]::new));
  }

  @Test
  void isRightWhereverTheWriterStops() throws IOException {
    List<Entry> whole = new ArrayList<>(write(place("whole", new QuickDisk()), 0, 6));
    whole.addAll(write(place("whole", new QuickDisk()), 6, 14));
    boolean finished = false;
    for (int moment = 0; !finished; moment++) {
      for (boolean isDraftWritten : new boolean[] {true, false}) {
        String name = "dying-" + moment + isDraftWritten;
        write(place(name, new QuickDisk()), 0, 6);
        try {
          write(place(name, new DyingDisk(moment, isDraftWritten)), 6, 14);
          finished = true;
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("the power is gone");
        }
        assertThat(damages(folder.resolve(name))).as(name).isEmpty();
        int there = entries(folder.resolve(name), Position.START).size();
        write(place(name, new QuickDisk()), there, 14);
        assertThat(damages(folder.resolve(name))).as(name).isEmpty();
        assertThat(entries(folder.resolve(name), Position.START)).as(name).hasSize(14);
        assertThat(folder.resolve(name)).isDirectoryNotContaining("glob:**.new");
      }
    }
  }

  private Folder place(String name, Disk disk) {
    return new Folder(folder.resolve(name), disk);
  }

  @Test
  void blessesNoDamageByAppendingBehindIt() throws IOException {
    Folder place = new Folder(folder, new QuickDisk());
    List<Entry> written = write(place, 0, 2);
    Path file = place.file(1);
    byte[] bytes = Files.readAllBytes(file);
    bytes[4] ^= 1; // of the gzip header's time: no checksum knows it
    Files.write(file, bytes);
    write(place, 2, 4);
    assertThat(damages(folder))
        .singleElement()
        .satisfies(damage -> assertThat(damage.file()).isEqualTo(file));
    assertThat(entries(folder, Position.START)).hasSize(4).containsAll(written);
  }

  @Test
  void saysNothingOfAFileThatIsNoLongerThere() throws IOException {
    Folder place = new Folder(folder.resolve("archive"), new QuickDisk());
    ArchiveWriter writer = ArchiveWriter.open(place, NOON, ArchiveOptions.DEFAULTS);
    writer.append(kept(1, capture("1.html", "text")));
    writer.commit();
    writer.append(kept(2, capture("2.html", "text 2")));
    Path away = folder.resolve("away");
    Files.move(place.warc(), away);
    assertThatThrownBy(writer::commit)
        .hasMessage(place.file(1) + ": writing failed (" + place.file(1)
            + " is not there any more); all up to the last commit is safe: see to the disk, then"
            + " run the same again");
    Files.move(away, place.warc());
    writer.close();
    assertThat(entries(place.root(), Position.START)).hasSize(1);
    assertThat(damages(place.root())).isEmpty();
  }

  @Test
  void refusesAllThatIsNotToTheByteWhatWasWritten() throws IOException {
    Folder place = new Folder(folder, new QuickDisk());
    write(place, 0, 3);
    String text = Files.readString(place.manifest(), StandardCharsets.ISO_8859_1);
    for (String other : List.of(
        text + "\n",
        text.substring(0, text.length() - 1),
        text.replace("\n", "\r\n"),
        text.toUpperCase(java.util.Locale.ROOT),
        text.substring(text.indexOf('\n') + 1))) {
      Files.writeString(place.manifest(), other, StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> Manifest.read(place)).isInstanceOf(DamageException.class);
    }
    Files.writeString(place.manifest(), text, StandardCharsets.ISO_8859_1);
    assertThat(Manifest.read(place)).isPresent();
  }
}
