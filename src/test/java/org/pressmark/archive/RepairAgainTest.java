package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Entry;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

/// A repair that is interrupted, wherever that is, and run again.
class RepairAgainTest {
  private static final ArchiveOptions SMALL =
      new ArchiveOptions(6_000, "test", ArchiveOptions.DEFAULTS.settings(), Set.of());

  @TempDir
  Path folder;

  /// A capture, an article, a card and a summary are damaged.
  private List<Entry> writeDamaged(Folder place) throws IOException {
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place, NOON, SMALL)) {
      for (int seed = 0; seed < 10; seed++) {
        written.add(writer.append(kept(seed, capture(seed + ".html", "text " + seed))));
      }
      writer.leaveSummary("{}\n");
    }
    flip(place.file(written.get(1).at().file()), written.get(1).at().offset() + 60);
    flip(place.file(written.get(4).at().file()), written.get(4).end().offset() - 12);
    flip(place.card(), 3);
    flip(place.lastIngest(), 1);
    return written;
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void endsAsIfNothingHadInterruptedIt() throws IOException {
    int moment = 0;
    for (boolean finished = false; !finished; moment++) {
      Path archive = folder.resolve("archive-" + moment);
      List<Entry> written = writeDamaged(new Folder(archive, new QuickDisk()));
      try {
        Repair.of(new Folder(archive, new DyingDisk(moment)), NOON, SMALL, new RepairTest.Aid());
        finished = true;
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("the power is gone");
      }
      Repair.of(new Folder(archive, new QuickDisk()), NOON, SMALL, new RepairTest.Aid());
      List<Damage> damages = new ArrayList<>();
      Verify.of(Archive.open(archive), damages::add, entry -> {}, bytes -> {});
      assertThat(damages).as("interrupted at %d", moment).isEmpty();
      Set<Origin> rest =
          written.stream().map(Entry::origin).collect(Collectors.toCollection(HashSet::new));
      rest.remove(written.get(1).origin());
      assertThat(entries(archive, Position.START).stream().map(Entry::origin))
          .as("interrupted at %d", moment)
          .containsOnlyOnceElementsOf(rest)
          .containsAll(rest);
    }
    assertThat(moment).isGreaterThan(20);
  }
}
