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
import java.util.Arrays;
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
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.http.Message;
import org.pressmark.http.Response;
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

  @Test
  void isStandardWarcForWhatWentOverTheWire() throws IOException {
    String url = "https://news.example/storm?id=7";
    Response page = Response.of("<p>Storm over Ostholm").gzipped().chunked(9);
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Entry first = writer.append(
          new Outcome.Rejected(Fetched.from(url).address("2001:db8::7").of(page), TEXTLESS));
      writer.again(
          Fetched.from(url).at("2024-05-02T07:00:00Z").of(page.with("Date", "later")), first);
      writer.again(Fetched.from(url).origin("c").of(Response.of("<p>Storm over Ostholm")), first);
      writer.append(new Outcome.Rejected(
          Fetched.from("no address").address("no ip").of(Response.of("<p>other")), TEXTLESS));
    }
    byte[] packed = Message.read(page.bytes()).content();
    List<WarcRecord> records = records();
    assertThat(complaints).isEmpty();
    WarcResponse response = (WarcResponse) records.get(1);
    WarcRequest request = (WarcRequest) records.get(2);
    WarcConversion story = (WarcConversion) records.get(3);
    WarcRevisit revisit = (WarcRevisit) records.get(4);
    assertThat(response.target()).isEqualTo(url);
    assertThat(response.contentType()).hasToString("application/http;msgtype=response");
    assertThat(response.date()).isEqualTo("2024-04-30T07:15:30Z");
    assertThat(response.ipAddress().orElseThrow().getHostAddress()).endsWith("db8:0:0:0:0:0:7");
    assertThat(response.concurrentTo()).containsExactly(request.id());
    assertThat(response.payloadDigest().orElseThrow().hex())
        .isEqualTo(Digest.hex(Digest.of(packed)));
    assertThat(request.contentType()).hasToString("application/http;msgtype=request");
    assertThat(request.concurrentTo()).containsExactly(response.id());
    assertThat(request.date()).isEqualTo(response.date());
    assertThat(story.refersTo()).contains(response.id());
    assertThat(story.date()).isEqualTo("2024-05-01T12:00:00Z");
    assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    assertThat(revisit.truncated()).isEqualTo(WarcTruncationReason.LENGTH);
    assertThat(revisit.refersTo()).contains(response.id());
    assertThat(revisit.refersToDate()).contains(response.date());
    assertThat(revisit.refersToTargetURI()).contains(response.targetURI());
    assertThat(revisit.payloadDigest()).isEqualTo(response.payloadDigest());
    assertThat(revisit.date()).isEqualTo("2024-05-02T07:00:00Z");
    assertThat(records.get(6)).isInstanceOf(WarcResponse.class);
    assertThat(records.get(8).headers().first("WARC-IP-Address")).isEmpty();
  }

  /// The block is the exact response, and its payload is what jwarc takes for it.
  @Test
  void carriesThePayloadThatItsDigestIsOf() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    for (Response response : List.of(
        Response.of("<p>plain"),
        Response.of("<p>packed").gzipped(),
        Response.of("<p>chunks").chunked(3),
        Response.of("<p>both").gzipped().chunked(3))) {
      sent.add(response.bytes());
    }
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      for (byte[] response : sent) {
        Capture page = Fetched.from("https://news.example/" + response.length).of(response);
        writer.append(new Outcome.Rejected(page, TEXTLESS));
      }
    }
    List<byte[]> blocks = new ArrayList<>();
    int payloads = 0;
    Path file = folder.resolve("warc/pressmark-00001.warc.gz");
    try (WarcReader reader = new WarcReader(file);
        WarcReader again = new WarcReader(file)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          byte[] payload = response.payload().orElseThrow().body().stream().readAllBytes();
          assertThat(response.payloadDigest().orElseThrow().hex())
              .isEqualTo(Digest.hex(Digest.of(payload)));
          payloads++;
        }
      }
      for (WarcRecord record : again) {
        if (record instanceof WarcResponse) {
          blocks.add(record.body().stream().readAllBytes());
        }
      }
    }
    assertThat(payloads).isEqualTo(sent.size());
    assertThat(blocks).usingElementComparator(Arrays::compare).isEqualTo(sent);
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
