package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.article.Problem;
import org.pressmark.json.Invented;

class ArchiveTest {
  static final Clock NOON = Clock.fixed(Instant.parse("2024-05-01T12:00:00.75Z"), ZoneOffset.UTC);
  static final Problem TEXTLESS = new Problem(Problem.Kind.TEXTLESS, "found no paragraph of text");

  @TempDir
  Path folder;

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Capture capture(String path, String text) {
    return Capture.of(Origin.of(path), utf8(text));
  }

  static Outcome.Kept kept(long seed, Capture capture) {
    return new Outcome.Kept(capture, Invented.article(seed, capture));
  }

  static List<Entry> entries(Path folder, Position from) throws IOException {
    try (Stream<Entry> entries = Archive.open(folder).entries(from)) {
      return entries.toList();
    }
  }

  @Test
  void givesBackEveryEntryAndEveryByte() throws IOException {
    Random random = new Random(7);
    List<Entry> written = new ArrayList<>();
    List<Capture> captures = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      for (int seed = 0; seed < 60; seed++) {
        byte[] bytes = new byte[random.nextInt(40_000)];
        random.nextBytes(bytes);
        Capture capture = Capture.of(Invented.origin(seed), bytes);
        captures.add(capture);
        written.add(
            seed % 5 == 0
                ? writer.append(new Outcome.Rejected(capture, TEXTLESS))
                : writer.append(kept(seed, capture)));
      }
    }
    assertThat(entries(folder, Position.START)).isEqualTo(written);
    Archive archive = Archive.open(folder);
    for (int i = 0; i < written.size(); i++) {
      Entry entry = written.get(i);
      assertThat(archive.entry(entry.at())).isEqualTo(entry);
      Capture capture = archive.capture(entry.at());
      assertThat(capture.bytes()).isEqualTo(captures.get(i).bytes());
      assertThat(capture.origin()).isEqualTo(captures.get(i).origin());
      assertThat(entries(folder, entry.end())).isEqualTo(written.subList(i + 1, written.size()));
    }
    assertThat(archive.end()).isEqualTo(written.getLast().end());
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example/a?b=c#d, text/html; charset=x",
    "not a url, TEXT/HTML",
    "'http://a.example/\r\nWARC-Type: request', 'text/html\r\nX: y'",
    "https://news.example/été, '  '",
    "file:///odd/origin.html, '%'",
    "relative/path, 'a\u0001b'",
    "'', ''",
    "mailto:desk@news.example, é",
  })
  void givesBackWhatWasKnownOfACapture(String url, String mediaType) throws IOException {
    Capture capture = new Capture(
        Origin.of("odd/origin.html"),
        utf8("<p>a"),
        Optional.of(mediaType),
        Optional.of(url),
        Optional.of(Instant.parse("2021-09-29T08:15:00.123456789Z")));
    Entry entry;
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      entry = writer.append(new Outcome.Rejected(capture, TEXTLESS));
    }
    Capture back = Archive.open(folder).capture(entry.at());
    assertThat(back.url()).isEqualTo(capture.url());
    assertThat(back.mediaType()).isEqualTo(capture.mediaType());
    assertThat(back.time()).isEqualTo(capture.time());
    assertThat(entries(folder, Position.START)).hasSize(1);
  }

  @Test
  void keepsTheSameBytesOnceHoweverOftenTheyCome() throws IOException {
    Entry again;
    Entry third;
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Entry first = writer.append(kept(1, capture("a.html", "same")));
      again = writer.again(capture("b.html", "same"), first);
      third = writer.again(capture("c.html", "same"), again);
      Capture other = capture("d.html", "other");
      assertThatThrownBy(() -> writer.again(other, first))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("d.html (5 bytes) does not have the bytes of the entry at " + first.at());
    }
    Archive archive = Archive.open(folder);
    assertThat(archive.entry(again.at())).isEqualTo(again);
    assertThat(archive.capture(again.at()).origin()).isEqualTo(Origin.of("b.html"));
    assertThat(archive.capture(again.at()).bytes()).isEqualTo(utf8("same"));
    assertThat(archive.capture(third.at()).bytes()).isEqualTo(utf8("same"));
    assertThat(entries(folder, Position.START)).hasSize(3).contains(again, third);
  }

  @Test
  void beginsAnotherFileWhenOneIsFull() throws IOException {
    ArchiveOptions small =
        new ArchiveOptions(2_000, "pressmark test", ArchiveOptions.DEFAULTS.settings(), Set.of());
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON, small)) {
      for (int seed = 0; seed < 20; seed++) {
        written.add(writer.append(kept(seed, capture(seed + ".html", "text " + seed))));
      }
      written.add(writer.again(capture("again.html", "text 0"), written.getFirst()));
    }
    assertThat(written.getLast().at().file()).isGreaterThan(3);
    assertThat(entries(folder, Position.START)).isEqualTo(written);
    for (int i = 0; i < written.size(); i++) {
      assertThat(entries(folder, written.get(i).end()))
          .isEqualTo(written.subList(i + 1, written.size()));
    }
    Archive archive = Archive.open(folder);
    assertThat(archive.end()).isEqualTo(written.getLast().end());
    assertThat(archive.capture(written.getLast().at()).bytes()).isEqualTo(utf8("text 0"));
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder.resolve("warc"))) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(archive.bytesBefore(archive.end())).isEqualTo(bytes);
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    for (String run : List.of("one", "two")) {
      try (ArchiveWriter writer = ArchiveWriter.open(folder.resolve(run), NOON)) {
        for (int seed = 0; seed < 10; seed++) {
          Entry entry = writer.append(kept(seed, capture(seed + ".html", "text " + seed)));
          writer.again(capture("b" + seed, "text " + seed), entry);
          if (run.equals("two")) {
            writer.commit();
          }
        }
      }
    }
    assertThat(folder.resolve("one/warc/pressmark-00001.warc.gz"))
        .hasSameBinaryContentAs(folder.resolve("two/warc/pressmark-00001.warc.gz"));
  }

  @Test
  void readersSeeWholeEntriesWhileAWriterIsAtWork() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      assertThat(entries(folder, Position.START)).isEmpty();
      Entry first = writer.append(kept(1, capture("a.html", "a")));
      Position committed = writer.commit();
      assertThat(Archive.open(folder).end()).isEqualTo(committed).isEqualTo(first.end());
      writer.append(kept(2, capture("b.html", "b")));
      assertThat(entries(folder, Position.START)).containsExactly(first);
      writer.commit();
      assertThat(entries(folder, committed)).hasSize(1);
    }
  }

  @Test
  void saysWhoHoldsTheLock() throws IOException {
    ArchiveWriter writer = ArchiveWriter.open(folder, NOON);
    assertThatThrownBy(() -> ArchiveWriter.open(folder, NOON))
        .isInstanceOf(ArchiveLockedException.class)
        .hasMessage(
            folder + ": another pressmark (process " + ProcessHandle.current().pid()
                + ", since 2024-05-01T12:00:00.750Z) is writing to this archive;"
                + " wait until it has finished, or end it");
    writer.close();
    ArchiveWriter.open(folder, NOON).close();
  }

  @Test
  void carriesACardAtItsDoor() throws IOException {
    ArchiveOptions options = new ArchiveOptions(
        1_000, "pressmark 0.1.0", java.util.Map.of("rules", "script/1 style/2"), Set.of());
    ArchiveWriter.open(folder, NOON, options).close();
    assertThat(folder.resolve("pressmark.json")).content().isEqualTo("""
        {
          "format": "1",
          "created": "2024-05-01T12:00:00Z",
          "program": "pressmark 0.1.0",
          "edition": "pressmark 0.1.0, rules d7a17384690c",
          "rules": "script/1 style/2"
        }
        """);
    Files.writeString(folder.resolve("pressmark.json"), "{\"format\":\"3\"}");
    assertThatThrownBy(() -> Archive.open(folder))
        .hasMessage(folder.resolve("pressmark.json") + ": format \"3\" is not known to this version"
            + " of pressmark, which knows formats 1 and 2; use the version that made the archive, or"
            + " a newer one");
  }

  @Test
  void saysWhereThereIsNoArchive() throws IOException {
    assertThat(Archive.isAt(folder)).isFalse();
    assertThatThrownBy(() -> Archive.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": there is no archive here; `pressmark ingest` makes one");
    ArchiveWriter.open(folder, NOON).close();
    assertThat(Archive.isAt(folder)).isTrue();
  }
}
