package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.TEXTLESS;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.pressmark.article.Capture;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;

class VersionsTest {
  private static final ArchiveOptions OLD =
      new ArchiveOptions(1 << 30, "pressmark 0.0.9", Map.of("rules", "script/1"), Set.of());
  private static final ArchiveOptions NEW =
      new ArchiveOptions(1 << 30, "pressmark 0.1.0", Map.of("rules", "script/2"), Set.of());

  @TempDir
  Path folder;

  private final Capture storm = capture("storm.html", "a storm");
  private final Capture calm = capture("calm.html", "a calm");

  private Folder place() {
    return new Folder(folder, new QuickDisk());
  }

  /// storm, calm, and a later version of storm.
  private List<Entry> write() throws IOException {
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, OLD)) {
      written.add(writer.append(kept(1, storm)));
      written.add(writer.append(kept(2, calm)));
    }
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, NEW)) {
      written.add(writer.revise(written.getFirst(), kept(3, storm)));
    }
    return written;
  }

  private List<Damage> damages() throws IOException {
    List<Damage> found = new ArrayList<>();
    Verify.of(Archive.remains(place()), found::add, entry -> {}, bytes -> {});
    return found;
  }

  @Test
  void keepsBothVersionsWithTheRulesTheyWereMadeUnder() throws IOException {
    List<Entry> written = write();
    List<Entry> read = entries(folder, Position.START);
    assertThat(read).isEqualTo(written);
    assertThat(read.get(0).version())
        .isEqualTo(new Entry.Version(Optional.of(OLD.edition()), Optional.empty()));
    assertThat(read.get(2).version())
        .isEqualTo(new Entry.Version(
            Optional.of(NEW.edition()), Optional.of(written.get(0).at())));
    assertThat(read.get(2).mark()).isEqualTo(read.get(0).mark());
    assertThat(NEW.edition().toString()).matches("pressmark 0\\.1\\.0, rules [0-9a-f]{12}");
    assertThat(Edition.parse(NEW.edition().toString())).contains(NEW.edition());
  }

  @Test
  void countsAVersionAsReplacedOnlyOnceTheLaterOneIsReached() throws IOException {
    List<Entry> written = write();
    Archive archive = Archive.open(folder);
    assertThat(archive.replaced(archive.end())).containsExactly(written.get(0).at());
    assertThat(archive.replaced(written.get(1).end())).isEmpty();
  }

  @Test
  void findsTheCaptureOfALaterVersion() throws IOException {
    Entry later = write().get(2);
    Archive archive = Archive.open(folder);
    assertThat(archive.entry(later.at())).isEqualTo(later);
    assertThat(archive.capture(later.at()).bytes()).isEqualTo(storm.bytes());
    assertThat(archive.capture(later.at()).origin()).isEqualTo(storm.origin());
  }

  @Test
  void refersToTheCaptureInTheWayOfTheStandard() throws IOException {
    write();
    List<WarcRecord> records = new ArrayList<>();
    try (WarcReader reader = new WarcReader(place().file(1))) {
      reader.forEach(records::add);
    }
    WarcConversion later = (WarcConversion) records.getLast();
    assertThat(records).hasSize(6);
    assertThat(later.refersTo()).contains(records.get(1).id());
    assertThat(later.id()).isNotEqualTo(records.get(2).id());
    assertThat(later.headers().sole("WARC-Pressmark-Edition"))
        .contains("pressmark 0.1.0, rules " + NEW.edition().rules());
  }

  @Test
  void givesEveryVersionAnIdOfItsOwnEvenWhereAResultComesBack() throws IOException {
    Entry later = write().get(2);
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, OLD)) {
      Entry back = writer.revise(later, kept(1, storm));
      writer.revise(back, kept(3, storm));
    }
    try (WarcReader reader = new WarcReader(place().file(1))) {
      List<String> ids = new ArrayList<>();
      for (WarcRecord record : reader) {
        ids.add(record.id().toString());
      }
      assertThat(ids).doesNotHaveDuplicates().hasSize(8);
    }
    assertThat(damages()).isEmpty();
  }

  @Test
  void countsVersionsApartFromDocuments() throws IOException {
    Entry later = write().get(2);
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, NEW)) {
      writer.again(capture("copy.html", "a storm"), later);
      writer.revise(later, new Outcome.Rejected(storm, TEXTLESS));
    }
    Verify.Report report =
        Verify.of(Archive.remains(place()), damage -> {}, entry -> {}, bytes -> {});
    assertThat(report.isWhole()).isTrue();
    assertThat(report.kept()).isEqualTo(2);
    assertThat(report.again()).isEqualTo(1);
    assertThat(report.later()).isEqualTo(2);
    assertThat(report.entries()).isEqualTo(3);
  }

  @Test
  void makesNoVersionOfAnotherDocument() throws IOException {
    Entry later = write().get(2);
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, NEW)) {
      assertThatThrownBy(() -> writer.revise(later, kept(4, calm)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("calm.html");
    }
  }

  @Test
  void remembersTheRulesOfThePastOnItsCard() throws IOException {
    write();
    assertThat(folder.resolve("pressmark.json"))
        .content()
        .contains("\"edition\": \"" + NEW.edition() + "\"")
        .contains("\"rules\": \"script/2\"")
        .contains("\"rules of " + OLD.edition() + "\": \"script/1\"");
  }

  @Test
  void remembersUpToWhereAllIsAsTheRulesWantIt() throws IOException {
    List<Entry> written = write();
    Position upTo = written.get(1).end();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, NEW)) {
      writer.noteRecleaned(upTo);
    }
    assertThat(Archive.open(folder).recleaned(NEW.edition())).isEqualTo(upTo);
    assertThat(Archive.open(folder).recleaned(OLD.edition())).isEqualTo(Position.START);
    assertThat(damages()).isEmpty();
  }

  @Test
  void theVersionBeforeCountsAgainWhenALaterOneIsDamaged() throws IOException {
    List<Entry> written = write();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, NEW)) {
      writer.noteRecleaned(written.get(1).end());
      writer.append(kept(5, capture("last.html", "the last")));
    }
    flip(written.get(2).at().offset() + 200);
    assertThat(damages()).hasSize(1);
    List<String> said = Repair.of(place(), NOON, NEW, new NoAid()).said();
    assertThat(said).hasSize(1);
    assertThat(damages()).isEmpty();
    List<Entry> left = entries(folder, Position.START);
    assertThat(left).hasSize(3).startsWith(written.get(0), written.get(1));
    assertThat(Archive.open(folder).recleaned(NEW.edition())).isEqualTo(Position.START);
  }

  /// storm, calm, two later versions of storm; the document of storm is destroyed.
  private List<Entry> orphan() throws IOException {
    List<Entry> written = new ArrayList<>(write());
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, OLD)) {
      written.add(writer.revise(written.get(2), kept(4, storm)));
    }
    flip(written.get(0).at().offset() + 200);
    return written;
  }

  private Verify.Report report() throws IOException {
    return Verify.of(Archive.remains(place()), damage -> {}, entry -> {}, bytes -> {});
  }

  @Test
  void aVersionWithoutItsCaptureIsTheArticle() throws IOException {
    List<Entry> written = orphan();
    List<String> said = Repair.of(place(), NOON, NEW, new NoAid()).said();
    assertThat(said)
        .hasSize(2)
        .last()
        .asString()
        .contains("pressmark-00001.warc.gz@" + written.get(3).at().offset())
        .endsWith("an article whose document is gone; it stays, as it was cleaned last, without the"
            + " original; ingest again: storm.html");
    assertThat(damages()).isEmpty();
    assertThat(entries(folder, Position.START)).isEqualTo(written.subList(1, 4));
    assertThat(report().kept()).isEqualTo(2);
    assertThat(report().orphans()).isEqualTo(new Verify.Report.Bare(1, List.of("storm.html")));
    Archive archive = Archive.open(folder);
    assertThat(archive.replaced(archive.end()))
        .containsExactlyInAnyOrder(written.get(0).at(), written.get(2).at());
    assertThat(archive.hasDocument(written.get(1).at())).isTrue();
    assertThat(archive.hasDocument(written.get(3).at())).isFalse();
    assertThatThrownBy(() -> archive.capture(written.get(3).at()))
        .hasMessageContaining(
            "an article whose document is not in the archive any more: ingest it");
    assertThat(Repair.of(place(), NOON, NEW, new NoAid()).said()).isEmpty();
  }

  @Test
  void aVersionStandsAsideOnceItsDocumentHasComeAgain() throws IOException {
    List<Entry> written = orphan();
    Repair.of(place(), NOON, NEW, new NoAid());
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, NEW)) {
      writer.append(kept(6, capture("elsewhere.html", "a storm")));
    }
    assertThat(damages()).isEmpty();
    assertThat(report().kept()).isEqualTo(2);
    assertThat(report().later()).isEqualTo(2);
    assertThat(report().orphans().count()).isZero();
    Archive archive = Archive.open(folder);
    assertThat(archive.replaced(archive.end()))
        .containsExactlyInAnyOrder(
            written.get(0).at(), written.get(2).at(), written.get(3).at());
    assertThat(Repair.of(place(), NOON, NEW, new NoAid()).said()).isEmpty();
  }

  /// Where two records lay side by side, one filler stands for both.
  @Test
  void aVersionStaysThoughTheOneBeforeLiesInAStretchOfDamage() throws IOException {
    List<Entry> written = new ArrayList<>(write());
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, OLD)) {
      written.add(writer.revise(written.get(1), kept(5, calm)));
      written.add(writer.revise(written.get(3), kept(6, calm)));
      written.add(writer.revise(written.get(2), kept(7, storm)));
    }
    flip(written.get(2).at().offset() + 200);
    flip(written.get(3).at().offset() + 200);
    Repair.of(place(), NOON, NEW, new NoAid());
    assertThat(damages()).isEmpty();
    assertThat(entries(folder, Position.START))
        .containsExactly(written.get(0), written.get(1), written.get(4), written.get(5));
    assertThat(report().orphans().count()).isZero();
    assertThat(report().kept()).isEqualTo(2);
  }

  private void flip(long at) throws IOException {
    try (FileChannel file =
        FileChannel.open(place().file(1), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      file.read(one, at);
      one.flip();
      one.put(0, (byte) (one.get(0) ^ 0x55));
      file.write(one, at);
    }
    assertThat(Files.size(place().file(1))).isGreaterThan(at);
  }

  /// Knows of nothing, and cleans nothing.
  private static final class NoAid implements Repair.Aid {
    @Override
    public List<Loss> between(Position at, Position end) {
      return List.of();
    }

    @Override
    public Outcome clean(Capture capture, Set<String> kept) {
      return new Outcome.Rejected(capture, TEXTLESS);
    }
  }
}
