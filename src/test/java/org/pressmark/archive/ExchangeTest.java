package org.pressmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pressmark.archive.ArchiveTest.NOON;
import static org.pressmark.archive.ArchiveTest.TEXTLESS;
import static org.pressmark.archive.ArchiveTest.capture;
import static org.pressmark.archive.ArchiveTest.entries;
import static org.pressmark.archive.ArchiveTest.kept;
import static org.pressmark.archive.ArchiveTest.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Exchange;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;
import org.pressmark.http.Response;

/// What went over the wire is kept byte for byte, and given back.
class ExchangeTest {
  private static final String URL = "https://news.example/pier";
  private static final String STORY = "<p>The pier of Varn Point opens again. ".repeat(30);

  @TempDir
  Path folder;

  private Entry append(Capture capture) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      return writer.append(kept(1, capture));
    }
  }

  private static void requireSame(Capture found, Capture wanted) {
    assertThat(found.origin()).isEqualTo(wanted.origin());
    assertThat(found.mark()).isEqualTo(wanted.mark());
    assertThat(found.bytes()).isEqualTo(wanted.bytes());
    assertThat(found.url()).isEqualTo(wanted.url());
    assertThat(found.time()).isEqualTo(wanted.time());
    assertThat(found.mediaType()).isEqualTo(wanted.mediaType());
    assertThat(found.exchange().isPresent()).isEqualTo(wanted.exchange().isPresent());
    if (wanted.exchange().isPresent()) {
      requireSame(found.exchange().get(), wanted.exchange().get());
    }
  }

  private static void requireSame(Exchange found, Exchange wanted) {
    assertThat(found.response()).isEqualTo(wanted.response());
    assertThat(found.address()).isEqualTo(wanted.address());
    assertThat(found.request().isPresent()).isEqualTo(wanted.request().isPresent());
    assertThat(found.request().orElse(new byte[0])).isEqualTo(wanted.request().orElse(new byte[0]));
  }

  private static List<Capture> all() {
    List<Capture> captures = new ArrayList<>();
    for (Response response : List.of(
        Response.of(STORY),
        Response.of(STORY + "1").gzipped(),
        Response.of(STORY + "2").chunked(100),
        Response.of(STORY + "3").gzipped().chunked(64),
        Response.of(STORY + "4").with("Content-Encoding", "gzip"),
        Response.of(STORY + "5").with("Transfer-Encoding", "chunked"),
        Response.of(STORY + "6").with("Content-Length", "12"),
        Response.of("HTTP/1.0 404 Gone", utf8("no pier")),
        Response.of("HTTP/1.1 204 No Content", new byte[0]))) {
      String url = URL + captures.size();
      captures.add(Fetched.from(url).of(response));
      captures.add(Fetched.from(url + "b").withoutRequest().of(response.with("X", url)));
    }
    captures.add(Fetched.from(URL + "ip").address("2001:db8::7").of(Response.of(STORY + "ip")));
    captures.add(Fetched.from(URL + "no").address("no\r\nIP: %").of(Response.of(STORY + "no")));
    captures.add(Fetched.from(URL + "un").withoutAddress().of(Response.of(STORY + "un")));
    captures.add(Fetched.from("no address").of(Response.of(STORY + "ad")));
    captures.add(Fetched.from(URL + "ever").at("+12024-04-30T07:15:30Z").of(Response.of("ever")));
    return captures;
  }

  @Test
  void givesBackAllThatWentOverTheWire() throws IOException {
    List<Capture> captures = all();
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      for (Capture capture : captures) {
        written.add(
            written.size() % 3 == 0
                ? writer.append(new Outcome.Rejected(capture, TEXTLESS))
                : writer.append(kept(written.size(), capture)));
      }
    }
    assertThat(entries(folder, Position.START)).isEqualTo(written);
    Archive archive = Archive.open(folder);
    for (int i = 0; i < captures.size(); i++) {
      Entry entry = written.get(i);
      requireSame(archive.capture(entry.at()), captures.get(i));
      assertThat(archive.entry(entry.at())).isEqualTo(entry);
      assertThat(entries(folder, entry.end())).isEqualTo(written.subList(i + 1, written.size()));
    }
    requireWhole();
  }

  private void requireWhole() throws IOException {
    List<Damage> damages = new ArrayList<>();
    Verify.of(Archive.open(folder), damages::add, entry -> {}, bytes -> {});
    assertThat(damages).isEmpty();
  }

  /// Some programs unpack less than others; what they took for the document stays that.
  @Test
  void findsTheDocumentHoweverFarItWasUnpacked() throws IOException {
    byte[] response = Response.of(STORY).gzipped().chunked(50).bytes();
    byte[] body = Arrays.copyOfRange(response, response.length - 40, response.length);
    for (byte[] document : List.of(content(response), utf8(STORY))) {
      Capture capture = Fetched.from(URL).origin(document.length + ".html").of(response, document);
      requireSame(Archive.open(append(capture, folder)).capture(last().at()), capture);
    }
    Capture other = Fetched.from(URL).of(response, body);
    assertThatThrownBy(() -> append(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(URL + " (40 bytes) does not have the bytes that its response carries");
    Capture none = Fetched.from(URL).of(utf8("<p>"), utf8("<p>"));
    assertThatThrownBy(() -> append(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(URL
            + " (3 bytes) has no HTTP response: it does not begin with the status line of HTTP");
    requireWhole();
  }

  private Path append(Capture capture, Path to) throws IOException {
    append(capture);
    return to;
  }

  private static byte[] content(byte[] response) throws IOException {
    return org.pressmark.http.Message.read(response).content();
  }

  private Entry last() throws IOException {
    return entries(folder, Position.START).getLast();
  }

  @Test
  void keepsTheHeaderOfWhatCameAgainAndTheBodyOnce() throws IOException {
    Response page = Response.of(STORY.repeat(100)).gzipped().chunked(1000);
    byte[] once = page.bytes();
    byte[] again = page.with("Date", "Thu, 02 May 2024 07:00:00 GMT").bytes();
    Capture first = Fetched.from(URL).of(once);
    Capture second =
        Fetched.from(URL).origin("day 2").at("2024-05-02T07:00:00Z").of(again);
    Capture third = Fetched.from(URL + "?b").origin("b").withoutRequest().of(again);
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      written.add(writer.append(kept(1, first)));
      written.add(writer.again(second, written.getFirst()));
      written.add(writer.again(third, written.get(1)));
    }
    assertThat(entries(folder, Position.START)).isEqualTo(written);
    assertThat(written.get(1).content()).isInstanceOf(Entry.Content.Again.class);
    Archive archive = Archive.open(folder);
    requireSame(archive.capture(written.get(1).at()), second);
    requireSame(archive.capture(written.get(2).at()), third);
    assertThat(archive.captureAt(written.get(2).at()))
        .isEqualTo(written.getFirst().at());
    assertThat(types())
        .containsExactly(
            "warcinfo", "response", "request", "conversion", "revisit", "request", "revisit");
    requireWhole();
  }

  /// With the body that is there behind its header, it would not be what went over the wire.
  @Test
  void keepsTheBodyOnceMoreThatCameInAnotherForm() throws IOException {
    Capture first = Fetched.from(URL).of(Response.of(STORY).gzipped());
    List<Capture> again = List.of(
        Fetched.from(URL).origin("plain").of(Response.of(STORY)),
        Fetched.from(URL).origin("chunks").of(Response.of(STORY).gzipped().chunked(9)));
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      written.add(writer.append(kept(1, first)));
      for (Capture capture : again) {
        written.add(writer.again(capture, written.getFirst()));
      }
    }
    assertThat(entries(folder, Position.START)).isEqualTo(written);
    Archive archive = Archive.open(folder);
    for (int i = 0; i < again.size(); i++) {
      Entry entry = written.get(i + 1);
      requireSame(archive.capture(entry.at()), again.get(i));
      assertThat(entry.content()).isEqualTo(new Entry.Content.Again());
      assertThat(archive.captureAt(entry.at())).isEqualTo(first(written));
    }
    assertThat(types())
        .containsExactly(
            "warcinfo",
            "response",
            "request",
            "conversion",
            "response",
            "request",
            "response",
            "request");
    requireWhole();
  }

  private static Position first(List<Entry> written) {
    return written.getFirst().at();
  }

  @Test
  void keepsOnceWhatCameFromADiskAndOverTheWire() throws IOException {
    Capture file = capture("pier.html", STORY);
    Capture page = Fetched.from(URL).of(Response.of(STORY));
    Capture packed = Fetched.from(URL).origin("packed").of(Response.of(STORY).gzipped());
    Capture copy = capture("copy.html", STORY);
    List<Entry> written = new ArrayList<>();
    for (List<Capture> order : List.of(List.of(file, page, packed), List.of(packed, copy, page))) {
      Path place = folder.resolve("archive-" + written.size());
      try (ArchiveWriter writer = ArchiveWriter.open(place, NOON)) {
        written.add(writer.append(kept(1, order.getFirst())));
        for (Capture capture : order.subList(1, 3)) {
          Entry again = writer.again(capture, written.getLast());
          writer.commit();
          requireSame(Archive.open(place).capture(again.at()), capture);
        }
      }
      List<Damage> damages = new ArrayList<>();
      Verify.of(Archive.open(place), damages::add, entry -> {}, bytes -> {});
      assertThat(damages).isEmpty();
    }
  }

  private List<String> types() throws IOException {
    List<String> types = new ArrayList<>();
    try (RecordReader record =
        RecordReader.open(folder.resolve(FILE), 0, RecordReader.Care.DIGEST)) {
      while (record.next()) {
        types.add(record.type());
        record.skip();
      }
    }
    return types;
  }

  private static final String FILE = "warc/pressmark-00001.warc.gz";

  @Test
  void writesTheSameBytesAgain() throws IOException {
    for (String run : List.of("one", "two")) {
      try (ArchiveWriter writer = ArchiveWriter.open(folder.resolve(run), NOON)) {
        Entry first =
            writer.append(kept(1, Fetched.from(URL).of(Response.of(STORY).chunked(9))));
        writer.again(Fetched.from(URL).origin("b").of(Response.of(STORY).chunked(9)), first);
      }
    }
    assertThat(folder.resolve("one").resolve(FILE))
        .hasSameBinaryContentAs(folder.resolve("two").resolve(FILE));
  }

  /// An archive of an older program is read and written as that one did, down to the byte.
  @Test
  void leavesArchivesOfFilesAsTheyWere() throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Entry first = writer.append(new Outcome.Rejected(capture("a.html", "a"), TEXTLESS));
      writer.again(capture("b.html", "a"), first);
      writer.revise(first, new Outcome.Rejected(capture("a.html", "a"), TEXTLESS));
    }
    try (InputStream records = new GZIPInputStream(Files.newInputStream(folder.resolve(FILE)))) {
      assertThat(Digest.hex(Digest.of(records.readAllBytes()))).isEqualTo(OF_OLD);
    }
    assertThat(Files.readString(folder.resolve("pressmark.json"))).contains("\"format\": \"1\"");
  }

  /// The SHA-256 of what the program wrote before it knew of exchanges.
  private static final String OF_OLD =
      "268a98b5abd51153c1721ab81adcba6948ff7508ef75aa2fbc2ee19b41d7dad4";

  @Test
  void saysInItsCardFromWhenOnItHoldsExchanges() throws IOException {
    Path card = folder.resolve("pressmark.json");
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      writer.append(kept(1, capture("a.html", "a")));
      writer.commit();
      assertThat(Files.readString(card)).contains("\"format\": \"1\"");
      writer.append(kept(2, Fetched.from(URL).of(Response.of(STORY))));
      assertThat(Files.readString(card)).contains("\"format\": \"2\"");
      writer.noteRecleaned(writer.commit());
    }
    String text = Files.readString(card);
    assertThat(text).contains("\"format\": \"2\"", "\"recleaned\"");
    ArchiveWriter.open(folder, NOON).close();
    assertThat(Files.readString(card)).isEqualTo(text);
    requireWhole();
  }

  @Test
  void findsEveryChangedByte() throws IOException {
    byte[] whole = Files.readAllBytes(write().resolve(FILE));
    List<Entry> written = entries(folder, Position.START);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << at % 8);
      Files.write(folder.resolve(FILE), changed);
      List<Damage> found = new ArrayList<>();
      Verify.of(Archive.open(folder), found::add, entry -> {}, bytes -> {});
      assertThat(found).as("byte %d", at).isNotEmpty();
      assertThat(found.getFirst().at().offset())
          .as("byte %d", at)
          .isBetween(start(written, at), (long) at);
    }
  }

  /// A response and a request, a revisit and a request, a response in another form and a request.
  private Path write() throws IOException {
    try (ArchiveWriter writer =
        ArchiveWriter.open(new Folder(folder, new QuickDisk()), NOON, ArchiveOptions.DEFAULTS)) {
      three(writer);
    }
    return folder;
  }

  private static List<Entry> three(ArchiveWriter writer) throws IOException {
    Response page = Response.of("<p>The pier").chunked(4);
    Entry first = writer.append(new Outcome.Rejected(Fetched.from(URL).of(page), TEXTLESS));
    Entry second = writer.again(Fetched.from(URL).origin("b").of(page), first);
    Entry third =
        writer.again(Fetched.from(URL).origin("c").of(Response.of("<p>The pier")), second);
    return List.of(first, second, third);
  }

  private static long start(List<Entry> written, int at) {
    return written.stream()
        .mapToLong(entry -> entry.at().offset())
        .filter(offset -> offset <= at)
        .max()
        .orElse(0);
  }

  /// Between the records of an entry too: a response without its request is not one that had none.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void goesOnAfterACrashAtAnyByte(int number) throws IOException {
    byte[] whole = Files.readAllBytes(write().resolve(FILE));
    List<Entry> written = entries(folder, Position.START);
    int start = (int) written.get(number).at().offset();
    int end = (int) written.get(number).end().offset();
    for (int cut = start + 1; cut < end; cut++) {
      Path torn = torn(Arrays.copyOf(whole, cut));
      assertThat(Archive.open(torn).end()).isEqualTo(written.get(number).at());
      Tail.setAside(new Folder(torn, new QuickDisk()), done -> {});
      assertThat(Files.size(torn.resolve(FILE))).isEqualTo(start);
      assertThat(entries(torn, Position.START)).isEqualTo(written.subList(0, number));
    }
    Path torn = folder.resolve("torn-" + (end - 1));
    Files.write(torn.resolve(FILE), Arrays.copyOf(whole, end - 1));
    try (ArchiveWriter writer =
        ArchiveWriter.open(new Folder(torn, new QuickDisk()), NOON, ArchiveOptions.DEFAULTS)) {
      assertThat(writer.repairs()).hasSize(1);
    }
  }

  private Path torn(byte[] bytes) throws IOException {
    Path copy = folder.resolve("torn-" + bytes.length);
    Files.createDirectories(copy.resolve("warc"));
    Files.copy(folder.resolve("pressmark.json"), copy.resolve("pressmark.json"));
    Files.write(copy.resolve(FILE), bytes, StandardOpenOption.CREATE_NEW);
    return copy;
  }

  @Test
  void tellsAnIndexWhatPlayersLookFor() throws IOException {
    List<Entry> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Response page =
          Response.of("HTTP/1.1 203 Other", utf8(STORY)).with("content-type", "Text/X;a=b");
      written.add(writer.append(kept(1, Fetched.from(URL).of(page))));
      written.add(writer.again(Fetched.from(URL).origin("b").of(page), written.getFirst()));
      written.add(writer.append(kept(2, capture("a.html", "a"))));
      written.add(writer.append(kept(3, Fetched.from(URL).of(Response.of(utf8("none"))))));
    }
    Archive archive = Archive.open(folder);
    List<Lookup> lookups = new ArrayList<>();
    for (Entry entry : written) {
      lookups.add(archive.lookup(entry.at()));
    }
    assertThat(lookups)
        .extracting(Lookup::mediaType)
        .containsExactly("Text/X", Lookup.REVISIT, lookups.get(2).mediaType(), "");
    assertThat(lookups)
        .extracting(Lookup::status)
        .containsExactly(
            OptionalInt.of(203), OptionalInt.of(203), OptionalInt.empty(), OptionalInt.of(200));
    assertThat(lookups.getFirst().target()).isEqualTo(URL);
    assertThat(lookups.getFirst().time()).isEqualTo("2024-04-30T07:15:30Z");
    assertThat(lookups.getFirst().digest())
        .isEqualTo(lookups.get(1).digest())
        .isEqualTo(Digest.text(Digest.of(utf8(STORY))));
    assertThat(lookups.getFirst().length())
        .isLessThan(written.getFirst().end().offset() - written.getFirst().at().offset());
  }

  @Test
  void keepsAnExchangeWhenItsArticleIsMadeAnew() throws IOException {
    Capture page = Fetched.from(URL).of(Response.of(STORY).gzipped().chunked(100));
    Entry later;
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Entry first = writer.append(kept(1, page));
      writer.commit();
      Capture back = Archive.open(folder).capture(first.at());
      later = writer.revise(first, kept(2, back));
    }
    requireSame(Archive.open(folder).capture(later.at()), page);
    assertThat(types())
        .containsExactly("warcinfo", "response", "request", "conversion", "conversion");
    requireWhole();
  }

  private List<String> repair() throws IOException {
    return Repair.of(
            new Folder(folder, new QuickDisk()), NOON, ArchiveOptions.DEFAULTS, new Repair.Aid() {
              @Override
              public List<Loss> between(Position at, Position end) {
                return List.of();
              }

              @Override
              public Outcome clean(Capture capture, Set<String> kept) {
                return kept(1, capture);
              }
            })
        .said();
  }

  /// Where each record of the file begins, and where the last one ends.
  private List<Long> places() throws IOException {
    List<Long> places = new ArrayList<>();
    try (RecordReader record =
        RecordReader.open(folder.resolve(FILE), 0, RecordReader.Care.CHECKSUM)) {
      while (record.next()) {
        places.add(record.start());
        record.skip();
      }
      places.add(record.position());
    }
    return places;
  }

  private void damage(long at) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
    bytes[(int) at] ^= 1;
    Files.write(folder.resolve(FILE), bytes);
  }

  private Capture found(String origin) throws IOException {
    try (Stream<Entry> entries = Archive.open(folder).entries(Position.START)) {
      Entry entry = entries
          .filter(one -> one.origin().path().equals(origin))
          .reduce((one, other) -> other)
          .orElseThrow();
      return Archive.open(folder).capture(entry.at());
    }
  }

  /// Records: 0 warcinfo, 1 response, 2 request, 3 conversion, 4 revisit, 5 request, 6 response,
  /// 7 request.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void repairsWhatCanBeRepaired(int record) throws IOException {
    Response page = Response.of(STORY).chunked(50);
    Capture first = Fetched.from(URL).of(page);
    Capture again = Fetched.from(URL).origin("b").of(page);
    Capture other = Fetched.from(URL).origin("c").of(Response.of(STORY));
    try (ArchiveWriter writer = ArchiveWriter.open(folder, NOON)) {
      Entry entry = writer.append(kept(1, first));
      writer.again(again, entry);
      writer.again(other, entry);
      writer.append(kept(9, capture("last.html", "last")));
    }
    damage(places().get(record + 1) - 12);
    assertThat(repair()).isNotEmpty();
    requireWhole();
    assertThat(repair()).isEmpty();
    List<String> origins = entries(folder, Position.START).stream()
        .map(entry -> entry.origin().path())
        .toList();
    boolean isFirstLost = record == 1;
    assertThat(origins.contains(URL)).isEqualTo(!isFirstLost);
    assertThat(origins.contains("b")).isEqualTo(record != 4);
    assertThat(origins.contains("c")).isEqualTo(record != 6);
    for (Capture capture : List.of(first, again, other)) {
      boolean isBare = isFirstLost && capture == again; // its header tells when it came, still
      if (origins.contains(capture.origin().path()) && !isBare) {
        Capture back = found(capture.origin().path());
        Exchange exchange = back.exchange().orElseThrow();
        assertThat(back.bytes()).isEqualTo(capture.bytes());
        assertThat(exchange.response()).isEqualTo(capture.exchange().get().response());
        boolean isRequestLost = record == 2 && capture == first
            || record == 5 && capture == again
            || record == 7 && capture == other;
        assertThat(exchange.request().isPresent()).isEqualTo(!isRequestLost);
      }
    }
    assertThat(origins).contains("last.html");
  }

  @Test
  void writesALostCardFromTheRecords() throws IOException {
    append(Fetched.from(URL).of(Response.of(STORY)));
    String card = Files.readString(folder.resolve("pressmark.json"));
    Files.delete(folder.resolve("pressmark.json"));
    repair();
    assertThat(Files.readString(folder.resolve("pressmark.json"))).isEqualTo(card);
    requireWhole();
  }
}
