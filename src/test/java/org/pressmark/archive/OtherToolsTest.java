package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.TEXTLESS;
import static org.pressmark.archive.ArchiveTest.kept;
import static org.pressmark.archive.ArchiveTest.utf8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.HeaderValidator;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcRevisit;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.json.Invented;

/// What a program sees in an archive that knows WARC and nothing of us.
class OtherToolsTest {
  @TempDir
  Path folder;

  private List<String> complaints = new ArrayList<>();

  private List<WarcRecord> records() throws IOException {
    List<WarcRecord> records = new ArrayList<>();
    HeaderValidator validator = HeaderValidator.warc_1_1();
    try (WarcReader reader = new WarcReader(folder.resolve("warc/pressmark-00001.warc.gz"))) {
      reader.onWarning(complaints::add);
      reader.calculateBlockDigest();
      for (WarcRecord record : reader) {
        assertThat(record.version()).isEqualTo(MessageVersion.WARC_1_1);
        complaints.addAll(validator.validate(record.headers()));
        assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
        records.add(record);
      }
    }
    return records;
  }

  @Test
  void isStandardWarcHoweverOddTheNames() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      for (int seed = 0; seed < 40; seed++) {
        Capture capture = new Capture(
            Invented.origin(seed),
            utf8("text " + seed),
            Optional.of(Invented.origin(seed + 100).path()),
            Optional.of(Invented.origin(seed + 200).path()),
            Optional.of(Instant.EPOCH));
        Entry entry = writer.append(kept(seed, capture));
        writer.again(Capture.of(Invented.origin(seed + 300), utf8("text " + seed)), entry);
      }
    }
    assertThat(records()).hasSize(1 + 40 * 3);
    assertThat(complaints).isEmpty();
  }

  @Test
  void tellsWhichRecordBelongsToWhich() throws IOException {
    String url = "https://news.example/storm?id=7";
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Entry first = writer.append(new Outcome.Rejected(
          new Capture(
              Origin.of("press/storm.html"),
              utf8("<p>"),
              Optional.of("text/html; charset=utf-8"),
              Optional.of(url),
              Optional.empty()),
          TEXTLESS));
      writer.again(Capture.of(Origin.of("/copy/störm.html").member("a b"), utf8("<p>")), first);
    }
    List<WarcRecord> records = records();
    WarcResource capture = (WarcResource) records.get(1);
    WarcConversion story = (WarcConversion) records.get(2);
    WarcRevisit again = (WarcRevisit) records.get(3);
    assertThat(capture.target()).isEqualTo(url);
    assertThat(capture.contentType()).hasToString("text/html");
    assertThat(capture.date()).isEqualTo("2024-05-01T12:00:00Z");
    assertThat(story.refersTo()).contains(capture.id());
    assertThat(story.target()).isEqualTo(url);
    assertThat(story.contentType()).hasToString("application/json");
    assertThat(again.target()).isEqualTo("file:///copy/st%C3%B6rm.html!/a%20b");
    assertThat(again.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    assertThat(again.refersTo()).contains(capture.id());
    assertThat(again.refersToTargetURI()).contains(capture.targetURI());
    assertThat(again.refersToDate()).contains(capture.date());
    assertThat(again.payloadDigest()).isEqualTo(capture.payloadDigest());
    assertThat(complaints).isEmpty();
  }

  /// Programs that replay web archives look for an address without its fragment.
  @Test
  void putsNoFragmentIntoAddresses() throws IOException {
    Capture capture = new Capture(
        Origin.of("web/storm"),
        utf8("<p>"),
        Optional.empty(),
        Optional.of("https://news.example/storm#top"),
        Optional.empty());
    Entry entry;
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      entry = writer.append(new Outcome.Rejected(capture, TEXTLESS));
    }
    assertThat(((WarcResource) records().get(1)).target()).isEqualTo("https://news.example/storm");
    assertThat(Archive.open(folder).capture(entry.at()).url()).isEqualTo(capture.url());
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, windows-1251, text/html;charset=windows-1251",
    "text/html; charset=x, '', text/html",
    "application/pdf, '', application/pdf",
    "text/plain, 'a b', text/plain",
    "'text/html\r\nX: y', '', application/octet-stream",
    "nonsense, UTF-8, application/octet-stream",
    "'', '', application/octet-stream",
  })
  void tellsWhatTheBytesAre(String mediaType, String charset, String contentType) {
    assertThat(Records.contentType(mediaType, charset)).isEqualTo(contentType);
  }
}
