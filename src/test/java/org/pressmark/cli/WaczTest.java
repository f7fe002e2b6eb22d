package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;
import org.pressmark.archive.Archive;
import org.pressmark.archive.ArchiveWriter;
import org.pressmark.archive.Fetched;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.article.Problem;
import org.pressmark.cli.Office.Done;
import org.pressmark.http.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What the specification of WACZ 1.1.1 asks for, and what a player does: it finds an address in
/// the index and reads the record from the middle of the ZIP file.
class WaczTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DOCUMENTS = 350;
  private static final Response OTHER_FORM = Response.of(Pages.LIGHTHOUSE).gzipped();

  @TempDir
  private static Path folder;

  private static Path archive;
  private static Path wacz;

  private byte[] file = {};
  private final Map<String, Stored> stored = new TreeMap<>();

  /// @param offset in the ZIP file
  private record Stored(int method, int offset, int bytes) {}

  /// A line of the index.
  private record Line(String key, String time, JsonNode fields) {
    String text(String name) {
      return fields.get(name).asString();
    }

    int number(String name) {
      return Integer.parseInt(text(name));
    }
  }

  @BeforeAll
  static void export() throws IOException {
    Path press = Press.write(folder.resolve("press"), 3, DOCUMENTS);
    Files.writeString(press.resolve("Störm & #1.html"), Pages.LIGHTHOUSE);
    StringBuilder records = new StringBuilder();
    for (int number = 1; number <= 5; number++) {
      records
          .append("{\"title\":\"Pier " + number + "\",\"text\":\"")
          .append(Pages.FIRST + " " + Pages.SECOND)
          .append("\"}\n");
    }
    Files.writeString(press.resolve("records.jsonl"), records);
    archive = folder.resolve("archive");
    assertThat(new Office().run("ingest", press, "-a", archive).code()).isLessThan(2);
    retrieve("https://News.example/pier?n=3#top");
    Web.archive(archive, Web.pages());
    Web.archive(archive, List.of(Fetched.from("https://news.example/plain").of(OTHER_FORM)));
    wacz = folder.resolve("press.wacz");
    requireSilent(new Office().run("export", "-f", "wacz", "-o", wacz, "-a", archive));
  }

  /// Archives a page that has an address on the web.
  private static void retrieve(String url) throws IOException {
    Capture capture = new Capture(
        Origin.of("web/pier"),
        "<p>".getBytes(StandardCharsets.UTF_8),
        Optional.of("text/html"),
        Optional.of(url),
        Optional.empty());
    try (ArchiveWriter writer = ArchiveWriter.open(archive, Clock.systemUTC())) {
      writer.append(
          new Outcome.Rejected(capture, new Problem(Problem.Kind.TEXTLESS, "found no text")));
    }
  }

  private static void requireSilent(Done done) {
    assertThat(done.err())
        .matches("pressmark: export: ([0-9,]+ articles?, )?[0-9,]+ bytes, SHA-256 [0-9a-f]{64}\n");
    assertThat(done.out()).isEmpty();
    assertThat(done.code()).isZero();
  }

  private void open(Path path) throws IOException {
    file = Files.readAllBytes(path);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(java.io.OutputStream.nullOutputStream()); // checks its CRC
        }
      }
    }
    readDirectory();
  }

  /// The central directory, as a player reads it that has only a piece of the file (APPNOTE 4.3).
  private void readDirectory() {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int end = file.length - 22;
    assertThat(bytes.getInt(end)).isEqualTo(0x06054b50);
    int at = bytes.getInt(end + 16);
    for (int left = bytes.getShort(end + 10); left > 0; left--) {
      assertThat(bytes.getInt(at)).isEqualTo(0x02014b50);
      int nameLength = bytes.getShort(at + 28);
      int local = bytes.getInt(at + 42);
      int offset = local + 30 + bytes.getShort(local + 26) + bytes.getShort(local + 28);
      stored.put(
          new String(file, at + 46, nameLength, StandardCharsets.UTF_8),
          new Stored(bytes.getShort(at + 10), offset, bytes.getInt(at + 20)));
      at += 46 + nameLength + bytes.getShort(at + 30) + bytes.getShort(at + 32);
    }
  }

  private byte[] bytes(String name) {
    Stored place = Objects.requireNonNull(stored.get(name), name);
    return Arrays.copyOfRange(file, place.offset(), place.offset() + place.bytes());
  }

  private static String sha256(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String gunzip(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void requireValid() throws IOException {
    requireManifest();
    List<Line> lines = lines();
    requireOrder(lines);
    for (Line line : lines) {
      requireRecord(line);
    }
    assertThat(lines).hasSize(captures());
    requirePages(lines);
  }

  private void requireManifest() {
    byte[] datapackage = bytes("datapackage.json");
    JsonNode digest = JSON.readTree(bytes("datapackage-digest.json"));
    assertThat(digest.get("path").asString()).isEqualTo("datapackage.json");
    assertThat(digest.get("hash").asString()).isEqualTo(sha256(datapackage));
    JsonNode root = JSON.readTree(datapackage);
    assertThat(root.get("profile").asString()).isEqualTo("data-package");
    assertThat(root.get("wacz_version").asString()).isEqualTo("1.1.1");
    assertThat(root.get("created").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    List<String> names = new ArrayList<>(List.of("datapackage.json", "datapackage-digest.json"));
    for (JsonNode resource : root.get("resources")) {
      String path = resource.get("path").asString();
      names.add(path);
      assertThat(path).endsWith("/" + resource.get("name").asString());
      assertThat(resource.get("hash").asString()).isEqualTo(sha256(bytes(path)));
      assertThat(resource.get("bytes").asInt()).isEqualTo(bytes(path).length);
    }
    assertThat(names).containsExactlyInAnyOrderElementsOf(stored.keySet());
    assertThat(stored.values()).allSatisfy(place -> assertThat(place.method()).isZero());
    assertThat(stored).containsKeys("pages/pages.jsonl", "indexes/index.cdx.gz");
    assertThat(stored.keySet()).anyMatch(name -> name.matches("archive/[^/]+\\.warc\\.gz"));
  }

  /// Block by block, as `index.idx` says where they are.
  private List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    byte[] index = bytes("indexes/index.cdx.gz");
    String[] blocks = new String(bytes("indexes/index.idx"), StandardCharsets.UTF_8).split("\n");
    assertThat(blocks[0])
        .isEqualTo("!meta 0 {\"format\":\"cdxj-gzip-1.0\",\"filename\":\"index.cdx.gz\"}");
    int end = 0;
    for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
      JsonNode place = JSON.readTree(block.substring(block.indexOf(" {") + 1));
      assertThat(place.get("offset").asInt()).isEqualTo(end);
      byte[] member = Arrays.copyOfRange(index, end, end + place.get("length").asInt());
      assertThat(place.get("digest").asString()).isEqualTo(sha256(member));
      String text = gunzip(member);
      assertThat(text).startsWith(block.substring(0, block.indexOf(" {") + 2)).endsWith("\n");
      text.lines().map(WaczTest::line).forEach(lines::add);
      end += member.length;
    }
    assertThat(end).isEqualTo(index.length);
    assertThat(gunzip(index).lines()).hasSameSizeAs(lines);
    return lines;
  }

  private static Line line(String line) {
    String[] words = line.split(" ", 3);
    return new Line(words[0], words[1], JSON.readTree(words[2]));
  }

  private static void requireOrder(List<Line> lines) {
    List<String> keys =
        lines.stream().map(line -> line.key() + " " + line.time()).toList();
    assertThat(keys).isSorted();
  }

  private void requireRecord(Line line) throws IOException {
    byte[] warc = bytes("archive/" + line.text("filename"));
    int offset = line.number("offset");
    byte[] member = Arrays.copyOfRange(warc, offset, offset + line.number("length"));
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(member))) {
      WarcRecord record = reader.next().orElseThrow();
      assertThat(record).isInstanceOfAny(WarcResource.class, WarcResponse.class, WarcRevisit.class);
      WarcCaptureRecord capture = (WarcCaptureRecord) record;
      assertThat(capture.target()).isEqualTo(line.text("url"));
      assertThat(line.text("url")).doesNotContain("#");
      assertThat(digits(capture.date().toString())).isEqualTo(line.time());
      assertThat("sha256:" + capture.payloadDigest().orElseThrow().hex())
          .isEqualTo(line.text("digest"));
      if (record instanceof WarcResource) {
        assertThat(record.contentType().base().toString()).isEqualTo(line.text("mime"));
        assertThat(sha256(record.body().stream().readAllBytes())).isEqualTo(line.text("digest"));
      } else if (record instanceof WarcResponse response) {
        assertThat(line.text("mime")).isEqualTo("text/html");
        assertThat(line.text("status"))
            .isEqualTo(Integer.toString(response.http().status()));
        assertThat(sha256(response.payload().orElseThrow().body().stream().readAllBytes()))
            .isEqualTo(line.text("digest"));
      } else {
        assertThat(line.text("mime")).isEqualTo("warc/revisit");
      }
      assertThat(reader.next()).isEmpty();
    }
  }

  private static String digits(String time) {
    return time.replaceAll("[^0-9]", "");
  }

  private int captures() throws IOException {
    int captures = 0;
    for (String name : stored.keySet()) {
      if (name.startsWith("archive/")) {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes(name)))) {
          assertThat(reader.next().orElseThrow()).isInstanceOf(Warcinfo.class);
          for (WarcRecord record : reader) {
            captures +=
                record instanceof WarcCaptureRecord && !(record instanceof WarcRequest) ? 1 : 0;
          }
        }
      }
    }
    return captures;
  }

  private void requirePages(List<Line> lines) throws IOException {
    TreeSet<String> indexed = new TreeSet<>();
    lines.forEach(line -> indexed.add(line.time() + " " + line.text("url")));
    List<JsonNode> pages = pages();
    TreeSet<String> ids = new TreeSet<>();
    for (JsonNode page : pages) {
      assertThat(indexed)
          .contains(digits(page.get("ts").asString()) + " " + page.get("url").asString());
      assertThat(page.get("title").asString()).isNotEmpty();
      assertThat(ids.add(page.get("id").asString())).isTrue();
    }
    assertThat(pages).hasSameSizeAs(lines);
  }

  private List<JsonNode> pages() throws IOException {
    List<JsonNode> pages = new String(bytes("pages/pages.jsonl"), StandardCharsets.UTF_8)
        .lines()
        .map(JSON::readTree)
        .toList();
    assertThat(pages.getFirst().get("format").asString()).isEqualTo("json-pages-1.0");
    assertThat(pages.getFirst().get("id").asString()).isEqualTo("pages");
    return pages.subList(1, pages.size());
  }

  @Test
  void isWhatTheSpecificationAsksFor() throws IOException {
    open(wacz);
    requireValid();
    assertThat(lines())
        .hasSizeGreaterThan(DOCUMENTS)
        .hasSize(Stories.of(archive).size());
    assertThat(bytes("archive/pressmark-00001.warc.gz"))
        .isEqualTo(Files.readAllBytes(archive.resolve("warc/pressmark-00001.warc.gz")));
  }

  @Test
  void listsWhatWentOverTheWireUnderItsAddressAndTime() throws IOException {
    open(wacz);
    Map<String, Line> lines = new TreeMap<>();
    lines().forEach(line -> lines.put(line.text("url"), line));
    Line pier = Objects.requireNonNull(lines.get(Web.PIER));
    assertThat(pier.key()).isEqualTo("example,news)/pier?n=4");
    assertThat(pier.time()).isEqualTo("20240430071530");
    assertThat(pier.text("status") + " " + pier.text("mime")).isEqualTo("200 text/html");
    Line again = Objects.requireNonNull(lines.get(Web.AGAIN));
    assertThat(again.time()).isEqualTo("20240503060000");
    assertThat(again.text("status") + " " + again.text("mime")).isEqualTo("200 warc/revisit");
    assertThat(again.text("digest")).isEqualTo(pier.text("digest"));
    assertThat(Objects.requireNonNull(lines.get(Web.GONE)).text("status")).isEqualTo("404");
    assertThat(pages())
        .filteredOn(page -> page.get("url").asString().equals(Web.PIER))
        .singleElement()
        .satisfies(page -> {
          assertThat(page.get("title").asString()).isEqualTo("Pier opens again");
          assertThat(page.get("ts").asString()).isEqualTo("2024-04-30T07:15:30Z");
          assertThat(page.get("text").asString()).contains(Pages.FIRST);
        });
  }

  /// With all the records that belong to it, so that it can be replayed and opened again.
  @Test
  void choosesWhatWentOverTheWireWhole() throws IOException {
    Path choice = folder.resolve("pier.wacz");
    requireSilent(new Office()
        .run("export", "headline:\"pier opens again\"", "-f", "wacz", "-o", choice, "-a", archive));
    open(choice);
    requireValid();
    List<String> types = new ArrayList<>();
    byte[] warc = bytes("archive/pressmark-choice.warc.gz");
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
      for (WarcRecord record : reader) {
        types.add(record.type());
      }
    }
    assertThat(types).containsExactly("warcinfo", "response", "request", "conversion");
  }

  /// A player looks an address up without its fragment, so no two documents may differ in it alone.
  @Test
  void givesEveryDocumentAnAddressOfItsOwn() throws IOException {
    open(wacz);
    List<String> addresses = lines().stream().map(line -> line.text("url")).toList();
    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(addresses)
        .contains("https://News.example/pier?n=3")
        .anyMatch(address -> address.endsWith("/records.jsonl!/1"))
        .anyMatch(address -> address.endsWith("/St%C3%B6rm%20&%20%231.html"));
    assertThat(lines().stream().map(Line::key)).contains("example,news)/pier?n=3");
  }

  @Test
  void carriesTheCleanTextOfEachArticle() throws IOException {
    open(wacz);
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
      entries.forEach(entry -> {
        if (entry.content() instanceof Entry.Content.Kept kept) {
          texts.put(entry.mark().value(), kept.article().body().text());
        }
      });
    }
    int told = 0;
    for (JsonNode page : pages()) {
      if (page.has("text")) {
        assertThat(page.get("text").asString())
            .isEqualTo(texts.get(page.get("pressmark").asString()));
        told++;
      }
    }
    assertThat(told).isEqualTo(texts.size());
  }

  @Test
  void isTheSameBytesEveryTimeAndFromEveryFolder() throws IOException {
    Path copy = folder.resolve("a copy");
    Stories.copy(archive, copy);
    Path other = folder.resolve("other.wacz");
    requireSilent(new Office().run("export", "-f", "wacz", "-o", other, "-a", copy));
    assertThat(other).hasSameBinaryContentAs(wacz);
  }

  @Test
  void canHoldAChoice() throws IOException {
    Path choice = folder.resolve("choice.wacz");
    Path same = folder.resolve("same.wacz");
    for (Path target : List.of(choice, same)) {
      requireSilent(new Office()
          .run("export", "headline:lighthouse", "-f", "wacz", "-o", target, "-a", archive));
    }
    assertThat(same).hasSameBinaryContentAs(choice);
    open(choice);
    requireValid();
    Done count = new Office().run("search", "headline:lighthouse", "--count", "-a", archive);
    assertThat(pages()).hasSize(Integer.parseInt(count.out().strip()));
    assertThat(pages().size()).isBetween(2, DOCUMENTS / 2);
    assertThat(pages()).allMatch(page -> page.has("text"));
  }
}
