package org.pressmark.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pressmark.source.Boxes.bytes;
import static org.pressmark.source.Boxes.gzip;
import static org.pressmark.source.Boxes.join;
import static org.pressmark.source.Crawl.http;
import static org.pressmark.source.Crawl.record;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Exchange;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;

@Timeout(60)
class WebArchiveTest {
  private static final String PIER = "https://varn-echo.example/pier";
  private static final String PAGE = "<html><body><p>Storm at sea</p></body></html>";

  @TempDir
  Path folder;

  @Test
  void readsResponsesWithTheirAddressAndTimePackedOrNot() throws IOException {
    for (Crawl crawl : List.of(Crawl.plain(), Crawl.packed())) {
      crawl.info();
      int at = crawl.at();
      crawl.page(PIER, PAGE);
      assertThat(found(crawl.file()))
          .containsExactly("#0 - warcinfo record", "#" + at + " = " + PAGE);
      Capture capture = capture(crawl.file());
      assertThat(capture.url()).contains(PIER);
      assertThat(capture.time()).contains(Instant.parse(Crawl.DATE));
      assertThat(capture.mediaType()).contains("text/html");
    }
  }

  @Test
  void readsWhatIsPackedAsAWholeOrWithZstd() throws IOException {
    Crawl crawl = Crawl.plain().info().page(PIER, PAGE).page(PIER + "2", PAGE + 2);
    int second = Crawl.plain().info().at();
    int third = Crawl.plain().info().page(PIER, PAGE).at();
    assertThat(found(gzip(crawl.file())))
        .containsExactly(
            "#0 - warcinfo record",
            "#0+" + second + " = " + PAGE,
            "#0+" + third + " = " + PAGE + 2);
    assertThat(found(Boxes.packed(ZstdOutputStream::new, crawl.file())))
        .containsExactly(
            "#0 - warcinfo record", "#" + second + " = " + PAGE, "#" + third + " = " + PAGE + 2);
  }

  /// As the Archive Team packs its crawls.
  @Test
  void readsWhatIsPackedWithADictionary() throws IOException {
    Crawl crawl = Crawl.plain().page(PIER, PAGE).page(PIER + "2", PAGE + 2);
    int second = Crawl.plain().page(PIER, PAGE).at();
    byte[] dictionary = bytes(PAGE.repeat(3));
    byte[] records =
        Boxes.packed(out -> new ZstdOutputStream(out).setDict(dictionary), crawl.file());
    for (byte[] known : List.of(dictionary, Boxes.packed(ZstdOutputStream::new, dictionary))) {
      byte[] head = ByteBuffer.allocate(8)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(0x184D2A5D)
          .putInt(known.length)
          .array();
      assertThat(found(join(head, known, records)))
          .containsExactly("#0 = " + PAGE, "#" + second + " = " + PAGE + 2);
      assertThat(found(join(head, Arrays.copyOf(known, 20))))
          .containsExactly(" ! malformed: the dictionary of the zstd data is broken or cut off");
    }
  }

  @Test
  void readsArcFiles() throws IOException {
    String page = http("text/html", PAGE);
    String old =
        "filedesc://crawl.arc 0.0.0.0 20010101120000 text/plain 18\n1 0 Varn\nversion\n\n\n"
            + PIER + " 192.0.2.7 20010203040506 text/html " + page.length() + "\n" + page + "\n"
            + "dns:varn-echo.example 192.0.2.7 20010203040506 text/dns 7\n1234567\n";
    assertThat(found(bytes(old)))
        .satisfiesExactly(
            info -> assertThat(info).isEqualTo("#0 - warcinfo record"),
            story -> assertThat(story).endsWith(" = " + PAGE),
            dns -> assertThat(dns).endsWith(" - DNS record"));
    Capture capture = capture(bytes(old));
    assertThat(capture.url()).contains(PIER);
    assertThat(capture.time()).contains(Instant.parse("2001-02-03T04:05:06Z"));
    assertThat(exchange(capture).address()).contains("192.0.2.7");
  }

  @Test
  void givesTheExactBytesOfTheExchangeWhereverTheRequestStands() throws IOException {
    String asked = "GET /pier HTTP/1.1\r\nHost: varn-echo.example\r\n\r\n";
    String answer = http("text/html", PAGE);
    byte[] response = record(
        "response",
        "WARC-Target-URI: " + PIER + "\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            + "WARC-IP-Address: 192.0.2.7\r\n",
        answer);
    byte[] request = record(
        "request",
        "WARC-Target-URI: " + PIER + "\r\nWARC-Record-ID: <urn:uuid:2>\r\n"
            + "WARC-Concurrent-To: <urn:uuid:1>\r\n",
        asked);
    byte[] other = record(
        "request",
        "WARC-Target-URI: " + PIER + "\r\nWARC-Record-ID: <urn:uuid:3>\r\n"
            + "WARC-Concurrent-To: <urn:uuid:9>\r\n",
        "GET / HTTP/1.0\r\n\r\n");
    for (byte[] file : List.of(
        join(request, response), join(response, request), join(other, request, response, other))) {
      Exchange exchange = exchange(capture(file));
      assertThat(new String(exchange.response(), UTF_8)).isEqualTo(answer);
      assertThat(exchange.request()).hasValue(bytes(asked));
      assertThat(exchange.address()).contains("192.0.2.7");
    }
    assertThat(exchange(capture(join(other, response, other))).request()).isEmpty();
  }

  @Test
  void unpacksBodies() throws IOException {
    byte[] packed = gzip(bytes(PAGE));
    byte[] chunked = join(
        bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Encoding: gzip\r\n\r\n5\r\n"),
        Arrays.copyOf(packed, 5),
        bytes("\r\n" + Integer.toHexString(packed.length - 5) + "\r\n"),
        Arrays.copyOfRange(packed, 5, packed.length),
        bytes("\r\n0\r\n\r\n"));
    // `brotli -c`, of "<p>Storm</p>" and a line end
    byte[] brotli = Base64.getDecoder().decode("CwaAPHA+U3Rvcm08L3A+CgM=");
    byte[] br = join(
        bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n"),
        brotli);
    String fields = "WARC-Target-URI: " + PIER + "\r\n";
    assertThat(capture(record("response", fields, chunked)).bytes()).isEqualTo(bytes(PAGE));
    assertThat(new String(capture(record("response", fields, br)).bytes(), UTF_8))
        .isEqualTo("<p>Storm</p>\n");
    byte[] odd = bytes(http("text/html", PAGE).replace("Content-Length: 3", "Content-Encoding: x"));
    odd[odd.length - 20] = 1;
    assertThat(found(record("response", fields, odd)))
        .containsExactly("#0 ! malformed: its body is packed as \"x\", which is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "text/css, body{}, style sheet",
    "image/png, PNG, image",
    "text/html, 'GIF89a, and what follows', image",
    "application/octet-stream, 'GIF89a, and what follows', image",
    "application/octet-stream, some words, other data",
    "text/javascript;charset=utf-8, alert(), script",
    "application/zip, PK, other data",
    "video/mp4, x, video",
    "font/woff2, x, font",
    "application/json, {}, JSON data",
    "text/html, '', empty body",
  })
  void passesOverWhatPagesAreMadeOf(String mediaType, String body, String what) throws IOException {
    assertThat(found(Crawl.plain().response(PIER, http(mediaType, body)).file()))
        .containsExactly("#0 - " + what);
  }

  @ParameterizedTest
  @CsvSource({
    "'application/pdf', '%PDF-1.4'",
    "'', '<!doctype html><p>Storm'",
    "'text/plain', 'Storm'",
    "'application/octet-stream', '<html><p>Storm'"
  })
  void takesPagesAndDocuments(String mediaType, String body) throws IOException {
    assertThat(found(Crawl.plain().response(PIER, http(mediaType, body)).file()))
        .containsExactly("#0 = " + body);
  }

  @Test
  void passesOverRecordsThatAreNoPages() throws IOException {
    byte[] file = join(
        record("metadata", "", "x"),
        record("conversion", "WARC-Target-URI: " + PIER + "\r\n", "{}"),
        record("response", "WARC-Target-URI: dns:varn-echo.example\r\n", "x"),
        record("resource", "WARC-Target-URI: metadata://gnu.org/wget/log\r\n", "x"),
        record("response", "WARC-Target-URI: " + PIER + "/robots.txt\r\n", http("text/plain", "x")),
        record("response", "WARC-Target-URI: " + PIER + "\r\n", "HTTP/1.1 404 Gone\r\n\r\nx"),
        record("response", "WARC-Target-URI: " + PIER + "\r\n", "HTTP/1.1 301 Moved\r\n\r\n"),
        record("varn", "", ""));
    assertThat(found(file))
        .map(line -> line.replaceFirst("^#[0-9]+ - ", ""))
        .containsExactly(
            "metadata record",
            "conversion record",
            "DNS record",
            "record of no page",
            "robots.txt",
            "HTTP status 404",
            "HTTP status 301",
            "other record");
  }

  @Test
  void takesResourcesAndWhatOurOwnArchivesSayOfThem() throws IOException {
    Capture web = capture(
        record("resource", "WARC-Target-URI: " + PIER + "\r\nContent-Type: text/html\r\n", PAGE));
    assertThat(web.url()).contains(PIER);
    assertThat(web.exchange()).isEmpty();
    Capture own = capture(record(
        "resource",
        "WARC-Target-URI: file:///press/2021.jsonl!/17\r\nContent-Type: application/json\r\n"
            + "WARC-Pressmark-Origin: press/2021.jsonl#17\r\n"
            + "WARC-Pressmark-Media-Type: application/json\r\n"
            + "WARC-Pressmark-Time: 2020-01-02T03:04:05Z\r\n",
        "{\"text\":\"Storm\"}"));
    assertThat(own.url()).isEmpty();
    assertThat(own.mediaType()).contains("application/json");
    assertThat(own.time()).contains(Instant.parse("2020-01-02T03:04:05Z"));
  }

  @Test
  void givesARevisitTheBytesOfItsOriginalBeforeIt() throws IOException {
    for (Crawl crawl : List.of(Crawl.plain(), Crawl.packed())) {
      crawl.info();
      crawl.add(record(
          "response",
          "WARC-Target-URI: " + PIER + "\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
              + "WARC-Payload-Digest: sha1:ABC\r\n",
          http("text/html", PAGE)));
      int at = crawl.at();
      crawl.add(record(
          "revisit",
          "WARC-Target-URI: " + PIER + "?again\r\nWARC-Payload-Digest: sha1:ABC\r\n",
          "HTTP/1.1 200 OK\r\n\r\n"));
      crawl.add(record(
          "revisit", "WARC-Target-URI: " + PIER + "\r\nWARC-Refers-To: <urn:uuid:1>\r\n", ""));
      crawl.add(record(
          "revisit", "WARC-Target-URI: " + PIER + "\r\nWARC-Payload-Digest: sha1:D\r\n", ""));
      assertThat(found(crawl.file()))
          .map(line -> line.replaceFirst("^#[0-9]+", ""))
          .containsExactly(
              " - warcinfo record",
              " = " + PAGE,
              " = " + PAGE,
              " = " + PAGE,
              " - revisit of what is no document here");
      Capture again = (Capture) all(crawl.file()).get(2);
      assertThat(again.origin().member()).contains(Integer.toString(at));
      assertThat(again.url()).contains(PIER + "?again");
    }
  }

  private static byte[] twice(int i, String page) {
    return join(
        record(
            "response",
            "WARC-Target-URI: " + PIER + i + "\r\nWARC-Record-ID: <urn:uuid:" + i + ">\r\n"
                + "WARC-Payload-Digest: sha1:A" + i + "\r\n",
            http("text/html", page)),
        again(i));
  }

  private static byte[] again(int i) {
    return record(
        "revisit",
        "WARC-Target-URI: " + PIER + "?again\r\nWARC-Payload-Digest: sha1:A" + i + "\r\n",
        "HTTP/1.1 200 OK\r\n\r\n");
  }

  @Test
  void givesARevisitTheBytesOfItsOriginalInAPipeAndInOtherFiles() throws IOException {
    byte[] plain = twice(1, PAGE);
    try (Stream<Found> all =
        Sources.open(Origin.of("-"), new ByteArrayInputStream(plain), SourceOptions.DEFAULTS)) {
      assertThat(Boxes.lines(all, "-"))
          .map(line -> line.replaceFirst("^#[0-9]+", ""))
          .containsExactly(" = " + PAGE, " = " + PAGE);
    }
    for (byte[] file : List.of(
        gzip(plain),
        zstd(plain),
        Boxes.zip(Map.entry("a.warc", plain)),
        Boxes.tar(Map.entry("a.warc.gz", gzip(plain))))) {
      assertThat(found(file))
          .map(line -> line.replaceFirst("^#[^ ]+", ""))
          .containsExactly(" = " + PAGE, " = " + PAGE);
    }
  }

  @Test
  void saysWhichRevisitsComeTooLateInAPipe() throws IOException {
    String large = "<p>" + "Storm over the coast. ".repeat(1 << 20);
    byte[] file = join(
        twice(1, PAGE),
        twice(2, large),
        again(1),
        twice(3, large),
        twice(4, large),
        again(1),
        again(4));
    try (Stream<Found> all =
        Sources.open(Origin.of("-"), new ByteArrayInputStream(file), SourceOptions.DEFAULTS)) {
      assertThat(all.map(WebArchiveTest::kind))
          .containsExactly(
              "page",
              "page",
              "page",
              "page",
              "page",
              "page",
              "page",
              "page",
              "page",
              "revisit of a document too far back in a stream",
              "page");
    }
  }

  private static String kind(Found found) {
    return found instanceof Found.Passed passed ? passed.what() : "page";
  }

  @Test
  void readsTheArchivesInAWaczFileAndNothingElseOfIt() throws IOException {
    Crawl crawl = Crawl.packed().info();
    int at = crawl.at();
    crawl.page(PIER, PAGE);
    byte[] wacz = Boxes.zip(
        Map.entry("archive/data.warc.gz", crawl.file()),
        Map.entry("indexes/index.cdx", bytes("x")),
        Map.entry("pages/pages.jsonl", bytes("{\"text\":\"a\"}\n{\"text\":\"b\"}\n")),
        Map.entry("datapackage.json", bytes("{}")));
    List<String> expected = List.of(
        "#archive/data.warc.gz!/0 - warcinfo record",
        "#archive/data.warc.gz!/" + at + " = " + PAGE,
        "#indexes/index.cdx - other part of a WACZ file",
        "#pages/pages.jsonl - other part of a WACZ file",
        "#datapackage.json - other part of a WACZ file");
    assertThat(found(wacz)).isEqualTo(expected);
  }

  @Test
  void goesOnBehindABrokenMember() throws IOException {
    Crawl crawl = Crawl.packed().info();
    int broken = crawl.at();
    crawl.page(PIER, PAGE + "Storm over the coast. ".repeat(9));
    int next = crawl.at();
    byte[] file = crawl.page(PIER + "2", PAGE).file();
    file[broken + 60] ^= 0x55;
    assertThat(found(file))
        .satisfiesExactly(
            info -> assertThat(info).isEqualTo("#0 - warcinfo record"),
            lost -> assertThat(lost)
                .startsWith("#" + broken + " ! malformed: ")
                .endsWith("; reading goes on at " + next),
            whole -> assertThat(whole).isEqualTo("#" + next + " = " + PAGE));
  }

  @Test
  void goesOnWhereBytesOfAMemberAreMissing() throws IOException {
    byte[] lone = Crawl.packed().page(PIER, PAGE).file();
    Crawl crawl = Crawl.packed().info();
    int broken = crawl.at();
    crawl.raw(Arrays.copyOf(lone, lone.length - 30));
    int next = crawl.at();
    byte[] file = crawl.page(PIER + "2", PAGE).page(PIER + "3", PAGE).file();
    assertThat(found(file))
        .hasSize(4)
        .anySatisfy(line -> assertThat(line)
            .startsWith("#" + broken + " ! malformed: ")
            .endsWith("reading goes on at " + next));
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    return Boxes.packed(out -> new ZstdOutputStream(out).setChecksum(true), bytes);
  }

  private static byte[] zstdRecord(String url, String page) throws IOException {
    return zstd(Crawl.plain().page(url, page).file());
  }

  @Test
  void goesOnBehindABrokenZstdFrame() throws IOException {
    byte[] info = zstd(Crawl.plain().info().file());
    byte[] broken = zstdRecord(PIER, PAGE + "Storm over the coast. ".repeat(9));
    broken[broken.length / 2] ^= 0x55;
    byte[] skipped = join(bytes("\u0050\u002A\u004D\u0018\3\0\0\0xyz"));
    byte[] whole = zstdRecord(PIER + "2", PAGE);
    int second = info.length + broken.length;
    int third = second + whole.length + skipped.length;
    assertThat(found(join(info, broken, whole, skipped, zstdRecord(PIER + "3", PAGE + 3))))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("#0 - warcinfo record"),
            line -> assertThat(line)
                .startsWith(
                    "#" + Crawl.plain().info().at() + " ! malformed: the zstd data is broken")
                .endsWith("; reading goes on at " + second + "+0"),
            line -> assertThat(line).isEqualTo("#" + second + "+0 = " + PAGE),
            line -> assertThat(line).isEqualTo("#" + third + "+0 = " + PAGE + 3));
  }

  @Test
  void goesOnWhereBytesOfAZstdFrameAreMissingOrNoneOfItsOwnStandThere() throws IOException {
    byte[] first = zstdRecord(PIER, PAGE);
    byte[] other = zstdRecord(PIER + "2", PAGE + 2);
    for (byte[] between : List.of(
        Arrays.copyOf(first, first.length - 9), bytes("rubbish"), Arrays.copyOf(first, 5))) {
      assertThat(found(join(first, between, other, first)))
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("#0 = " + PAGE),
              line -> assertThat(line)
                  .contains(" ! malformed: ")
                  .endsWith("; reading goes on at " + (first.length + between.length) + "+0"),
              line -> assertThat(line).endsWith(" = " + PAGE + 2),
              line -> assertThat(line).endsWith(" = " + PAGE));
    }
  }

  /// As `pzstd` packs: frames end anywhere in a record.
  @Test
  void goesOnInTheMiddleOfAZstdFrame() throws IOException {
    Crawl crawl = Crawl.plain();
    for (int i = 0; i < 60; i++) {
      crawl.page(PIER + i, PAGE + i);
    }
    byte[] all = crawl.file();
    byte[] broken = zstd(Arrays.copyOfRange(all, 2000, 4000));
    broken[broken.length - 1] ^= 1; // of its checksum
    List<String> lines = found(join(
        zstd(Arrays.copyOf(all, 2000)), broken, zstd(Arrays.copyOfRange(all, 4000, all.length))));
    assertThat(lines.stream().filter(line -> line.contains(" ! ")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("the zstd data is broken").contains("+"));
    assertThat(lines).hasSizeBetween(40, 58);
    assertThat(lines.getLast()).endsWith(" = " + PAGE + 59);
  }

  @Test
  void goesOnBehindABrokenZstdFrameThatHasADictionary() throws IOException {
    byte[] dictionary = bytes(PAGE.repeat(3));
    byte[] head = ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x184D2A5D)
        .putInt(dictionary.length)
        .array();
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      byte[] record = Crawl.plain().page(PIER + i, PAGE + i).file();
      frames.add(Boxes.packed(
          out -> new ZstdOutputStream(out).setChecksum(true).setDict(dictionary), record));
    }
    byte[] first = frames.getFirst();
    int second = head.length + dictionary.length + first.length;
    frames.getFirst()[first.length - 1] ^= 1;
    assertThat(found(join(head, dictionary, first, frames.get(1), frames.get(2))))
        .satisfiesExactly(
            line -> assertThat(line).endsWith("; reading goes on at " + second + "+0"),
            line -> assertThat(line).isEqualTo("#" + second + "+0 = " + PAGE + 1),
            line -> assertThat(line).endsWith(" = " + PAGE + 2));
  }

  /// Signs of frames without end must not make the same bytes be unpacked again and again.
  @Test
  @Timeout(30)
  void looksForNoFrameAgainAndAgain() throws IOException {
    byte[] first = zstdRecord(PIER, PAGE);
    // A frame of one raw block of 65,000 bytes, in which the next one begins.
    byte[] nested = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0x58, 0x40, (byte) 0xEF, 7};
    byte[] hostile = new byte[nested.length * 100_000];
    for (int at = 0; at < hostile.length; at += nested.length) {
      System.arraycopy(nested, 0, hostile, at, nested.length);
    }
    assertThat(found(join(first, hostile))).hasSizeGreaterThan(1);
  }

  @Test
  void goesOnBehindRubbishBetweenMembers() throws IOException {
    Crawl crawl = Crawl.packed().page(PIER, PAGE);
    int rubbish = crawl.at();
    crawl.raw(bytes("rubbish ".repeat(20)));
    int next = crawl.at();
    assertThat(found(crawl.page(PIER + "2", PAGE).file()))
        .containsExactly(
            "#0 = " + PAGE,
            "#" + rubbish + " ! malformed: bytes that are no gzip data; reading goes on at " + next,
            "#" + next + " = " + PAGE);
  }

  @Test
  void goesOnBehindARecordWhoseLengthIsWrong() throws IOException {
    byte[] block = bytes(http("text/html", PAGE));
    for (int length : List.of(block.length - 9, block.length + 9, 5000)) {
      for (Crawl crawl : List.of(Crawl.plain(), Crawl.packed())) {
        crawl.info();
        int wrong = crawl.at();
        crawl.add(record("response", "WARC-Target-URI: " + PIER + "\r\n", block, length));
        int next = crawl.at();
        crawl.page(PIER + "2", PAGE);
        assertThat(found(crawl.file()))
            .satisfiesExactly(
                info -> assertThat(info).isEqualTo("#0 - warcinfo record"),
                lost -> assertThat(lost)
                    .startsWith("#" + wrong + " ! malformed: is ")
                    .endsWith("; reading goes on at " + next),
                whole -> assertThat(whole).isEqualTo("#" + next + " = " + PAGE));
      }
    }
  }

  @Test
  void goesOnBehindAHeaderThatIsNone() throws IOException {
    Crawl crawl = Crawl.plain().page(PIER, PAGE);
    int wrong = crawl.at();
    crawl.raw(bytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nx\r\n\r\n"));
    int next = crawl.at();
    crawl.page(PIER, PAGE);
    assertThat(found(crawl.file()))
        .containsExactly(
            "#0 = " + PAGE,
            "#" + wrong + " ! malformed: a record that does not say how long it is;"
                + " reading goes on at " + next,
            "#" + next + " = " + PAGE);
  }

  @Test
  void saysWhichStatusLineIsNoneAndReadsOnWithoutADate() throws IOException {
    byte[] undated = new String(
            record("response", "WARC-Target-URI: " + PIER + "\r\n", http("text/html", PAGE)),
            StandardCharsets.ISO_8859_1)
        .replace(Crawl.DATE, "yesterday, noon")
        .getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = join(
        record("response", "WARC-Target-URI: " + PIER + "\r\n", "HTTP/1.1 OK\r\n\r\nx"),
        record("response", "WARC-Target-URI: " + PIER + "\r\n", "<p>no HTTP"),
        undated);
    assertThat(found(file))
        .map(line -> line.replaceFirst("^#[0-9]+", ""))
        .containsExactly(
            " ! malformed: has no HTTP status: \"HTTP/1.1 OK\"",
            " ! malformed: it does not begin with the status line of HTTP",
            " = " + PAGE);
    assertThat(((Capture) all(file).get(2)).time()).isEmpty();
  }

  @Test
  void readsFromAPipe() {
    byte[] file = Crawl.packed().page(PIER, PAGE).file();
    try (Stream<Found> all =
        Sources.open(Origin.of("-"), new ByteArrayInputStream(file), SourceOptions.DEFAULTS)) {
      assertThat(Boxes.lines(all, "-")).containsExactly("#0 = " + PAGE);
    }
  }

  /// Lengths that lie, each over all records behind it, must not make each of them be read again
  /// and again.
  @Test
  @Timeout(30)
  void readsNoFileAgainAndAgain() throws IOException {
    byte[] liar = record("response", "WARC-Target-URI: " + PIER + "\r\n", new byte[0], 50_000_000);
    byte[] file = new byte[liar.length * 60_000];
    for (int i = 0; i < 60_000; i++) {
      System.arraycopy(liar, 0, file, i * liar.length, liar.length);
    }
    assertThat(all(file)).isNotEmpty();
  }

  private List<String> found(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("crawl"), file);
    try (Stream<Found> all = Sources.open(List.of(path), SourceOptions.DEFAULTS)) {
      return Boxes.lines(all, path.toString());
    }
  }

  private List<Found> all(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("crawl"), file);
    try (Stream<Found> all = Sources.open(List.of(path), SourceOptions.DEFAULTS)) {
      return all.toList();
    }
  }

  private Capture capture(byte[] file) throws IOException {
    return all(file).stream()
        .filter(Capture.class::isInstance)
        .map(Capture.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Exchange exchange(Capture capture) {
    return capture.exchange().orElseThrow();
  }
}
