package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;
import static org.pressmark.archive.ArchiveTest.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.http.Response;

/// Copies of a document whose record was destroyed.
class CopiesTest {
  private static final String URL = "https://news.example/pier";
  private static final String STORY = "<p>The pier of Varn Point opens again. ".repeat(30);
  private static final Clock LATER = Clock.offset(NOON, Duration.ofDays(3));

  @TempDir
  Path folder;

  private Folder place() {
    return new Folder(folder, new QuickDisk());
  }

  private static final class Aid implements Repair.Aid {
    @Override
    public List<Loss> between(Position at, Position end) {
      return List.of();
    }

    @Override
    public Outcome clean(Capture capture, Set<String> kept) {
      return kept(1, capture);
    }
  }

  private List<String> repair() throws IOException {
    return repair(place());
  }

  private static List<String> repair(Folder place) throws IOException {
    return Repair.of(place, LATER, ArchiveOptions.DEFAULTS, new Aid()).said();
  }

  private Verify.Report requireWhole() throws IOException {
    return requireWhole(folder);
  }

  private static Verify.Report requireWhole(Path archive) throws IOException {
    List<Damage> damages = new ArrayList<>();
    Verify.Report report = Verify.of(Archive.open(archive), damages::add, entry -> {}, bytes -> {});
    assertThat(damages).isEmpty();
    return report;
  }

  private void destroy(Entry... hits) throws IOException {
    destroy(folder, hits);
  }

  private static void destroy(Path archive, Entry... hits) throws IOException {
    for (Entry hit : hits) {
      Path file = new Folder(archive, new QuickDisk()).file(hit.at().file());
      byte[] bytes = Files.readAllBytes(file);
      bytes[(int) hit.at().offset() + 60] ^= 1;
      Files.write(file, bytes);
    }
  }

  private byte[] bytes(Entry entry) throws IOException {
    byte[] file = Files.readAllBytes(place().file(entry.at().file()));
    return Arrays.copyOfRange(file, (int) entry.at().offset(), (int) entry.end().offset());
  }

  private List<Entry> from(String origin) throws IOException {
    return entries(folder, Position.START).stream()
        .filter(entry -> entry.origin().path().equals(origin))
        .toList();
  }

  private List<String> fields(Entry entry, String... names) throws IOException {
    try (RecordReader record = RecordReader.open(place(), entry.at(), RecordReader.Care.DIGEST)) {
      List<String> fields = new ArrayList<>();
      for (String name : names) {
        fields.add(record.field(name).orElse(""));
      }
      return fields;
    }
  }

  /// A document from a disk with two copies, and a page with two, one of them without a request.
  private static List<Entry> write(Folder place) throws IOException {
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place, NOON, ArchiveOptions.DEFAULTS)) {
      Entry file = writer.append(kept(1, capture("a.html", "a file")));
      Entry page = writer.append(kept(2, Fetched.from(URL).of(page())));
      written.add(file);
      written.add(page);
      written.add(writer.again(capture("b.html", "a file"), file));
      written.add(writer.again(second(), page));
      written.add(writer.append(kept(3, capture("last.html", "last"))));
      written.add(writer.again(capture("c.html", "a file"), file));
      written.add(writer.again(third(), page));
    }
    return written;
  }

  private static Response page() {
    return Response.of(STORY).gzipped().chunked(50);
  }

  private static Capture second() {
    return Fetched.from(URL)
        .origin("day 2")
        .at("2024-05-02T07:00:00Z")
        .of(page().with("Date", "Thu, 02 May 2024 07:00:00 GMT"));
  }

  private static Capture third() {
    return Fetched.from(URL + "?b").origin("b").withoutRequest().of(page());
  }

  @Test
  void staysAsTheyWereWhenTheirDocumentIsGone() throws IOException {
    List<Entry> written = write(place());
    List<byte[]> before = new ArrayList<>();
    for (Entry entry : written) {
      before.add(bytes(entry));
    }
    destroy(written.get(0), written.get(1));
    assertThat(repair())
        .hasSize(2) // they lay side by side
        .last()
        .asString()
        .contains("it stays, and tells when and whence that came, and so do 3 more, all in ")
        .endsWith("; ingest again: b.html");
    Verify.Report report = requireWhole();
    assertThat(report.again()).isEqualTo(4);
    assertThat(report.bare())
        .isEqualTo(new Verify.Report.Bare(4, List.of("b.html", "day 2", "c.html", "b")));
    assertThat(entries(folder, Position.START)).isEqualTo(written.subList(2, 7));
    for (int i = 2; i < written.size(); i++) {
      assertThat(bytes(written.get(i))).isEqualTo(before.get(i));
    }
    String list = Files.readString(place().damages());
    for (int i : List.of(2, 3, 5, 6)) {
      Entry copy = written.get(i);
      assertThat(list)
          .contains("\twarc/pressmark-00001.warc.gz@" + copy.at().offset() + "\t0\t\t" + copy.mark()
              + "\t" + copy.origin() + "\ta copy of a document whose bytes are gone");
      assertThatThrownBy(() -> Archive.open(folder).capture(copy.at()))
          .hasMessageContaining("a copy whose document is not in the archive any more")
          .hasMessageContaining("ingest it again");
    }
    byte[] manifest = Files.readAllBytes(place().manifest());
    assertThat(repair()).isEmpty();
    assertThat(Files.readAllBytes(place().manifest())).isEqualTo(manifest);
    assertThat(Files.readString(place().damages())).isEqualTo(list);
  }

  @Test
  void referToTheDocumentWhenItHasComeAgain() throws IOException {
    List<Entry> written = write(place());
    destroy(written.get(0), written.get(1));
    repair();
    List<Entry> now = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), LATER, ArchiveOptions.DEFAULTS)) {
      now.add(writer.append(kept(1, capture("z.html", "a file"))));
      now.add(writer.append(kept(1, Fetched.from(URL).at("2024-06-01T00:00:00Z").of(page()))));
    }
    assertThat(requireWhole().bare().count()).isEqualTo(4);
    String[] kept = {"WARC-Record-ID", "WARC-Date", "WARC-Target-URI", "WARC-Payload-Digest"};
    List<List<String>> before = new ArrayList<>();
    for (int i : List.of(2, 3, 5, 6)) {
      before.add(fields(written.get(i), kept));
    }
    assertThat(repair()).hasSize(4).allMatch(said -> said.contains("refers to the document at 1:"));
    assertThat(requireWhole().bare().count()).isZero();
    List<Entry> copies = entries(folder, Position.START).stream()
        .filter(entry -> entry.content() instanceof Entry.Content.Again)
        .toList();
    assertThat(copies)
        .extracting(copy -> copy.origin().path())
        .containsExactly("b.html", "day 2", "c.html", "b");
    for (int i = 0; i < 4; i++) {
      Entry first = now.get(i % 2);
      assertThat(fields(copies.get(i), kept)).isEqualTo(before.get(i));
      assertThat(fields(
              copies.get(i), "WARC-Refers-To", "WARC-Refers-To-Date", "WARC-Refers-To-Target-URI"))
          .isEqualTo(fields(first, "WARC-Record-ID", "WARC-Date", "WARC-Target-URI"));
    }
    Archive archive = Archive.open(folder);
    assertThat(archive.capture(copies.get(0).at()).bytes()).isEqualTo(utf8("a file"));
    for (int i : List.of(1, 3)) {
      Capture back = archive.capture(copies.get(i).at());
      Capture wanted = i == 1 ? second() : third();
      assertThat(back.bytes()).isEqualTo(utf8(STORY));
      assertThat(back.exchange().orElseThrow().response())
          .isEqualTo(wanted.exchange().orElseThrow().response());
      assertThat(back.exchange().get().request().isPresent())
          .isEqualTo(wanted.exchange().get().request().isPresent());
      assertThat(back.time()).isEqualTo(wanted.time());
    }
    assertThat(repair()).isEmpty();
  }

  /// The document is whole in another record, which refers to the same that is gone.
  @Test
  void referToTheDocumentInAnotherForm() throws IOException {
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, ArchiveOptions.DEFAULTS)) {
      written.add(writer.append(kept(1, Fetched.from(URL).of(Response.of(STORY)))));
      written.add(writer.again(capture("disk.html", STORY), written.getFirst()));
      written.add(writer.again(
          Fetched.from(URL).origin("plain").of(Response.of(STORY)), written.getFirst()));
      written.add(writer.again(
          Fetched.from(URL).origin("packed").of(Response.of(STORY).gzipped()), written.getFirst()));
      written.add(writer.again(
          Fetched.from(URL).origin("packed too").of(Response.of(STORY).gzipped()),
          written.getFirst()));
    }
    destroy(written.getFirst());
    repair();
    assertThat(requireWhole().bare())
        .isEqualTo(new Verify.Report.Bare(1, List.of("plain"))); // its body is nowhere
    Archive archive = Archive.open(folder);
    for (String origin : List.of("disk.html", "packed", "packed too")) {
      assertThat(from(origin)).hasSize(1);
      assertThat(archive.capture(from(origin).getFirst().at()).bytes()).isEqualTo(utf8(STORY));
    }
    assertThat(from("packed").getFirst().content()).isInstanceOf(Entry.Content.Kept.class);
    assertThat(from("plain")).containsExactly(written.get(2));
    assertThat(repair()).isEmpty();
  }

  /// Of a copy its own request is lost, and its document.
  @Test
  void losesNoMoreThanItsRequest() throws IOException {
    List<Entry> written = write(place());
    Entry copy = written.get(3);
    destroy(written.get(1));
    Path file = place().file(1);
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) copy.end().offset() - 12] ^= 1;
    Files.write(file, bytes);
    List<String> before = fields(copy, "WARC-Record-ID", "WARC-Date", "WARC-Refers-To");
    repair();
    assertThat(requireWhole().bare().count()).isEqualTo(2);
    assertThat(from("day 2")).hasSize(1);
    assertThat(fields(from("day 2").getFirst(), "WARC-Record-ID", "WARC-Date", "WARC-Refers-To"))
        .isEqualTo(before);
    assertThat(repair()).isEmpty();
  }

  /// The copy came again itself: the archive has its document, and the copy as it was, which waits
  /// for nothing.
  @Test
  void stayBesideWhatHasComeFromTheirPlaceSince() throws IOException {
    List<Entry> written = write(place());
    destroy(written.get(0));
    repair();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), LATER, ArchiveOptions.DEFAULTS)) {
      writer.append(kept(1, capture("b.html", "a file")));
    }
    assertThat(requireWhole().bare().sources()).containsExactly("c.html");
    repair();
    Verify.Report report = requireWhole();
    assertThat(report.bare()).isEqualTo(new Verify.Report.Bare(0, List.of()));
    assertThat(report.again()).isEqualTo(4);
    assertThat(from("b.html")).hasSize(2).first().isEqualTo(written.get(2));
    assertThat(from("c.html")).hasSize(1);
    assertThat(Archive.open(folder).capture(from("c.html").getFirst().at()).bytes())
        .isEqualTo(utf8("a file"));
    assertThat(repair()).isEmpty();
  }

  /// What stood there before it came is not what it came to.
  @Test
  void referToTheDocumentThoughACopyOfTheSamePlaceWaitsToo() throws IOException {
    List<Entry> written = write(place());
    try (ArchiveWriter writer = ArchiveWriter.open(place(), LATER, ArchiveOptions.DEFAULTS)) {
      writer.again(capture("b.html", "a file"), written.get(0));
    }
    destroy(written.get(0));
    repair();
    try (ArchiveWriter writer = ArchiveWriter.open(place(), LATER, ArchiveOptions.DEFAULTS)) {
      writer.append(kept(1, capture("z.html", "a file")));
    }
    repair();
    assertThat(requireWhole().bare().count()).isZero();
    Archive archive = Archive.open(folder);
    assertThat(from("b.html")).hasSize(2);
    for (Entry copy : from("b.html")) {
      assertThat(archive.capture(copy.at()).bytes()).isEqualTo(utf8("a file"));
    }
    assertThat(repair()).isEmpty();
  }

  /// The file that takes the place of a missing one begins with a longer record.
  @Test
  void stayThoughTheHeadOfANewFileReachesOverTheirDocument() throws IOException {
    ArchiveOptions small = new ArchiveOptions(10, "x", Map.of(), Set.of());
    Entry first;
    try (ArchiveWriter writer = ArchiveWriter.open(place(), NOON, small)) {
      first = writer.append(kept(1, capture("a.html", "a file")));
      writer.again(capture("b.html", "a file"), first);
      writer.append(kept(2, capture("c.html", "another")));
    }
    Path file = place().file(first.at().file());
    Files.delete(file);
    String longer = "Aj3kQ9zX0bV7mN2c 5.1.17-snapshot (qw8r7t6y5u4i3o2p1lkjhgfdsa)";
    ArchiveOptions now = new ArchiveOptions(10, longer, Map.of(), Set.of());
    Repair.of(place(), LATER, now, new Aid());
    assertThat(Files.size(file)).isGreaterThan(first.at().offset());
    assertThat(requireWhole().bare()).isEqualTo(new Verify.Report.Bare(1, List.of("b.html")));
    assertThat(from("b.html")).hasSize(1);
    assertThat(Files.list(folder.resolve("damaged"))).hasSize(1); // the list
  }

  @Test
  void areLookedForOnceMoreOnlyWhereNobodyExpectedThem() throws IOException {
    List<Entry> written = write(place());
    destroy(written.get(0), written.get(1));
    Copies.Copy lost = new Copies.Copy(
        written.get(2).at(),
        written.get(2).end(),
        Head.read(place(), written.get(2).at()),
        "",
        true,
        true);
    Copies first = new Copies(place(), Loss.listed(place()));
    first.add(lost);
    assertThat(first.seek()).isTrue();
    repair();
    Copies again = new Copies(place(), Loss.listed(place()));
    again.add(lost);
    assertThat(again.seek()).isFalse();
    assertThat(new Copies(place(), List.of()).seek()).isFalse();
  }

  /// Three kinds at once: without a document, with one that came since, with their own article
  /// damaged.
  @Test
  void areThereOnceHoweverOftenARepairIsInterrupted() throws IOException {
    int moment = 0;
    for (boolean isFinished = false; !isFinished; moment++) {
      Path archive = folder.resolve("archive-" + moment);
      Folder quick = new Folder(archive, new QuickDisk());
      List<Entry> written = write(quick);
      destroy(archive, written.get(0), written.get(1));
      repair(quick);
      try (ArchiveWriter writer = ArchiveWriter.open(quick, LATER, ArchiveOptions.DEFAULTS)) {
        writer.append(kept(1, capture("z.html", "a file")));
        Entry more = writer.append(kept(1, capture("more.html", "more")));
        writer.again(capture("more too.html", "more"), more);
        writer.commit();
        byte[] bytes = Files.readAllBytes(quick.file(1));
        bytes[(int) more.end().offset() - 12] ^= 1;
        Files.write(quick.file(1), bytes);
      }
      try {
        repair(new Folder(archive, new DyingDisk(moment)));
        isFinished = true;
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("the power is gone");
      }
      repair(quick);
      assertThat(requireWhole(archive).bare().sources())
          .as("interrupted at %d", moment)
          .containsExactly("day 2", "b");
      try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
        assertThat(entries.map(entry -> entry.origin().path()))
            .as("interrupted at %d", moment)
            .containsExactlyInAnyOrder(
                "day 2",
                "b",
                "b.html",
                "c.html",
                "last.html",
                "z.html",
                "more.html",
                "more too.html");
      }
      assertThat(repair(quick)).as("interrupted at %d", moment).isEmpty();
    }
    assertThat(moment).isGreaterThan(20);
  }
}
