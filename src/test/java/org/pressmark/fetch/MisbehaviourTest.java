package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressmark.article.Capture;

/// Whatever a server does, the crawler ends, says what it was, and goes on with the next page.
@Timeout(60)
class MisbehaviourTest {
  private static final String PAGE = "http://varn-echo.example/storm";
  private static final String GOOD = "http://varn-echo.example/good";
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final World world;

  MisbehaviourTest() throws IOException {
    world = new World();
    world.server.page("/good", "<p>Good</p>");
  }

  @AfterEach
  void end() throws IOException {
    world.close();
  }

  /// Not had, and the next page is.
  private Miss miss(Rogue.Way way) {
    world.server.at("/storm", way);
    assertThat(World.addresses(world.fetch(PAGE, GOOD))).containsExactly(GOOD);
    return world.onlyMiss();
  }

  private Capture page(Rogue.Way way) {
    world.server.at("/storm", way);
    List<Capture> captures = world.fetch(PAGE);
    assertThat(captures).as("%s", world.haul().misses()).hasSize(1);
    return captures.getFirst();
  }

  private static String text(Capture capture) {
    return new String(capture.bytes(), StandardCharsets.UTF_8);
  }

  private static String wire(Capture capture) {
    return new String(capture.exchange().orElseThrow().response(), StandardCharsets.ISO_8859_1);
  }

  private void limit(Duration silence, Duration whole) {
    world.options = world.options.with(
        new FetchOptions.Limits(Duration.ofSeconds(1), silence, whole, 1 << 20, 64 << 10, 256, 10));
    world.options = world.options.with(
        new FetchOptions.Manners(Duration.ZERO, Duration.ofMinutes(5), 1, 64, "Pressmark"));
  }

  private static void drip(OutputStream out, String text, int millis)
      throws IOException, InterruptedException {
    for (byte sign : Rogue.bytes(text)) {
      out.write(sign);
      out.flush();
      Thread.sleep(millis);
    }
  }

  @Test
  void endsAnAnswerInDrops() {
    limit(Duration.ofMillis(300), Duration.ofMillis(600));
    Miss miss = miss(
        (request, out) -> drip(out, OK + "Content-Length: 1000\r\n\r\n" + "a".repeat(1000), 20));
    assertThat(miss)
        .hasToString(PAGE + ": slow: the answer was not there after 600 ms; wait longer"
            + " with --max-time if need be");
  }

  @Test
  void endsAHeadInDrops() {
    limit(Duration.ofMillis(300), Duration.ofMillis(600));
    assertThat(
            miss((request, out) -> drip(out, OK + "X: y\r\n".repeat(1000), 20)).kind())
        .isEqualTo(Miss.Kind.SLOW);
  }

  @Test
  void endsASilence() {
    limit(Duration.ofMillis(200), Duration.ofSeconds(5));
    Miss miss = miss((request, out) -> {
      out.write(Rogue.bytes(OK));
      out.flush();
      Thread.sleep(1000);
    });
    assertThat(miss).hasToString(PAGE + ": slow: the server said nothing for 200 ms");
  }

  @Test
  void endsASearchForANameThatTakesForEver() {
    limit(Duration.ofMillis(200), Duration.ofSeconds(5));
    world.resolver = host -> {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return World.machines(World.PUBLIC);
    };
    assertThat(world.fetch(PAGE)).isEmpty();
    assertThat(world.onlyMiss().message()).contains("the host's name was not found within 1 s");
  }

  @Test
  void leavesASiteAloneWhoseRulesComeInDrops() {
    limit(Duration.ofMillis(300), Duration.ofMillis(600));
    world.server.at(
        "/robots.txt", (request, out) -> drip(out, OK + "\r\n" + "# slowly\n".repeat(1000), 20));
    assertThat(world.fetch(PAGE)).isEmpty();
    assertThat(world.onlyMiss().kind()).isEqualTo(Miss.Kind.SLOW);
    assertThat(world.server.asked()).isEmpty();
  }

  @Test
  void endsAHandshakeThatNobodyAnswers() {
    limit(Duration.ofMillis(200), Duration.ofSeconds(5));
    assertThat(world.fetch("https://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().message())
        .contains("https://varn-echo.example/robots.txt: the server said nothing for 200 ms");
  }

  @Test
  void endsAHandshakeInDrops() {
    limit(Duration.ofMillis(300), Duration.ofMillis(600));
    world.server.speakBeforeAsked((out) -> {
      // The beginning of a handshake of 16,000 bytes (RFC 8446, 5.1), and then a byte at a time.
      out.write(new byte[] {0x16, 3, 3, 0x3e, (byte) 0x80});
      drip(out, "a".repeat(1000), 20);
    });
    assertThat(world.fetch("https://varn-echo.example/storm")).isEmpty();
    assertThat(world.onlyMiss().message()).contains("was not there after 600 ms");
  }

  static Stream<Arguments> brokenAnswers() {
    return Stream.of(
        Arguments.of(
            "", Miss.Kind.UNREACHABLE, "the server closed the connection without an answer"),
        Arguments.of(
            "<html>hello</html>\n",
            Miss.Kind.BROKEN,
            "does not speak HTTP: its answer begins with \"<html>hello</html>\""),
        Arguments.of(
            "HTTP/1.1 abc OK\r\n\r\n",
            Miss.Kind.BROKEN,
            "does not speak HTTP: its answer begins with \"HTTP/1.1 abc OK\""),
        Arguments.of(
            "HTTP/1.1 20 OK\r\n\r\n",
            Miss.Kind.BROKEN,
            "does not speak HTTP: its answer begins with \"HTTP/1.1 20 OK\""),
        Arguments.of(
            "HTTP/1.1 2000 OK\r\n\r\n",
            Miss.Kind.BROKEN,
            "does not speak HTTP: its answer begins with \"HTTP/1.1 2000 OK\""),
        Arguments.of(
            "ICY 200 OK\r\n\r\n",
            Miss.Kind.BROKEN,
            "does not speak HTTP: its answer begins with \"ICY 200 OK\""),
        Arguments.of(
            "HTTP/2 200\r\n\r\n",
            Miss.Kind.BROKEN,
            "does not speak HTTP: its answer begins with \"HTTP/2 200\""),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nContent-T",
            Miss.Kind.BROKEN,
            "the answer broke off in the middle of a line"),
        Arguments.of(
            "HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n",
            Miss.Kind.STATUS,
            "answers 999 Denied"),
        Arguments.of(
            OK + "Content-Length: 1000\r\n\r\nshort",
            Miss.Kind.BROKEN,
            "the answer broke off: 5 bytes came, and the server had said 1000"),
        Arguments.of(
            OK + "Content-Length: -5\r\n\r\nshort",
            Miss.Kind.BROKEN,
            "says in an impossible way how long it is: -5"),
        Arguments.of(
            OK + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort",
            Miss.Kind.BROKEN,
            "says in an impossible way how long it is: 5, 6"),
        Arguments.of(
            OK + "Content-Length: 99999999999\r\n\r\nshort",
            Miss.Kind.OVERSIZED,
            "has 99999999999 bytes; the limit is 1048576, raise it with --max-bytes if need be"),
        Arguments.of(
            OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n",
            Miss.Kind.BROKEN,
            "has a chunk without a length: \"xyz\""),
        Arguments.of(
            OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
            Miss.Kind.BROKEN,
            "has a chunk without a length: \"-5\""),
        Arguments.of(
            OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n",
            Miss.Kind.BROKEN,
            "has a chunk that is longer than it says"),
        Arguments.of(
            OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
            Miss.Kind.BROKEN,
            "the answer broke off in the middle of a chunk"),
        Arguments.of(
            OK + "Transfer-Encoding: chunked\r\n\r\n5;" + "a".repeat(5000) + "\r\nhello\r\n",
            Miss.Kind.BROKEN,
            "has a chunk whose length is no end of signs"),
        Arguments.of(
            OK + "Transfer-Encoding: gzip, chunked\r\n\r\n",
            Miss.Kind.BROKEN,
            "sends the page in a way that was not asked for: gzip, chunked"),
        Arguments.of(
            OK + "Content-Encoding: br\r\nContent-Length: 5\r\n\r\nshort",
            Miss.Kind.BROKEN,
            "is packed in a way that was not asked for: \"br\""),
        Arguments.of(
            OK + "Content-Encoding: gzip, gzip, gzip\r\nContent-Length: 5\r\n\r\nshort",
            Miss.Kind.BROKEN,
            "is packed more than 2 times"),
        Arguments.of(
            OK + "X: y\rContent-Encoding: gzip\r\n\r\nshort",
            Miss.Kind.BROKEN,
            "has half a line end in the middle of a line"),
        Arguments.of(
            OK + "Transfer-Encoding: chunked\r\n\r\n 5\r\nhello\r\n0\r\n\r\n",
            Miss.Kind.BROKEN,
            "has a chunk without a length: \" 5\""),
        Arguments.of(
            OK + "X: " + "y".repeat(70_000) + "\r\n\r\n",
            Miss.Kind.OVERSIZED,
            "the answer's head is longer than 65536 bytes"),
        Arguments.of(
            OK + "X: y\r\n".repeat(300) + "\r\n",
            Miss.Kind.OVERSIZED,
            "the answer has more than 256 fields"),
        Arguments.of(
            "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100),
            Miss.Kind.BROKEN,
            "says to wait for the answer again and again"),
        Arguments.of("HTTP/1.1 204 No Content\r\n\r\n", Miss.Kind.STATUS, "answers 204 No Content"),
        Arguments.of(
            "HTTP/1.1 304 Not Modified\r\n\r\n", Miss.Kind.STATUS, "answers 304 Not Modified"),
        Arguments.of(
            "HTTP/1.1 404 Gone\u001b[2J\r\nContent-Length: 0\r\n\r\n",
            Miss.Kind.STATUS,
            "answers 404 Gone\u001b[2J"),
        Arguments.of(
            "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n",
            Miss.Kind.REDIRECT,
            "leads on without saying where to"));
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void saysWhatIsWrongWithAnAnswer(String answer, Miss.Kind kind, String message) {
    Miss miss = miss(Rogue.raw(answer));
    assertThat(miss.message()).isEqualTo(message);
    assertThat(miss.kind()).isEqualTo(kind);
  }

  /// Without an end, as fast as it can.
  private static Rogue.Way endless(String head, String piece) {
    return (request, out) -> {
      out.write(Rogue.bytes(head));
      byte[] bytes = Rogue.bytes(piece.repeat(1000));
      while (true) {
        out.write(bytes);
      }
    };
  }

  @Test
  void endsAHeadWithoutEnd() {
    assertThat(miss(endless(OK, "X: y\r\n")).kind()).isEqualTo(Miss.Kind.OVERSIZED);
    assertThat(miss(endless(OK, "y")).kind()).isEqualTo(Miss.Kind.OVERSIZED);
  }

  @Test
  void endsABodyWithoutEnd() {
    assertThat(miss(endless(OK + "\r\n", "<p>more</p>")))
        .hasToString(
            PAGE + ": oversized: has more than 1048576 bytes; the limit is 1048576, raise it"
                + " with --max-bytes if need be");
    assertThat(miss(endless(OK + "Transfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n"))
            .kind())
        .isEqualTo(Miss.Kind.OVERSIZED);
    String longLines = "1;" + "x".repeat(4000) + "\r\na\r\n";
    assertThat(
            miss(endless(OK + "Transfer-Encoding: chunked\r\n\r\n", longLines)).kind())
        .isEqualTo(Miss.Kind.OVERSIZED);
    assertThat(miss(endless(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X: y\r\n"))
            .kind())
        .isEqualTo(Miss.Kind.OVERSIZED);
  }

  @Test
  void doesNotUnpackABomb() {
    byte[] bomb = Rogue.gzip(new byte[100 << 20]);
    assertThat(bomb.length).isLessThan(200_000);
    world.options = world.options.with(world.options.limits().withMaxBytes(200 << 20));
    assertThat(miss(Rogue.sends("200 OK", "Content-Encoding: gzip\r\n", bomb)).message())
        .isEqualTo("grows to more than 250 times its size when it is unpacked, which no page does");
    byte[] twice = Rogue.gzip(bomb);
    assertThat(miss(Rogue.sends("200 OK", "Content-Encoding: gzip, gzip\r\n", twice))
            .kind())
        .isEqualTo(Miss.Kind.OVERSIZED);
  }

  @Test
  void countsWhatIsUnpacked() {
    byte[] random = new byte[(1 << 20) + 1];
    new java.util.Random(7).nextBytes(random);
    byte[] text = java.util.HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
    byte[] packed = Rogue.gzip(text);
    world.options = world.options.with(world.options.limits().withMaxBytes(packed.length + 10));
    assertThat(miss(Rogue.sends("200 OK", "Content-Encoding: gzip\r\n", packed)).message())
        .endsWith("bytes when it is unpacked, which is the limit; raise it with --max-bytes if need"
            + " be");
  }

  @Test
  void saysWhatCanNotBeUnpacked() {
    byte[] packed = Rogue.gzip("<p>Storm</p>".getBytes(StandardCharsets.UTF_8));
    byte[] torn = java.util.Arrays.copyOf(packed, packed.length - 9);
    assertThat(miss(Rogue.sends("200 OK", "Content-Encoding: gzip\r\n", torn)).message())
        .isEqualTo("can not be unpacked: it is broken, or broke off");
  }

  @Test
  void asksAgainWhereTheConnectionBroke() {
    int[] asked = {0};
    Capture capture = page((request, out) -> {
      asked[0]++;
      out.write(
          Rogue.bytes(OK + "Content-Length: 12\r\n\r\n<p>Sto" + (asked[0] < 3 ? "" : "rm</p>")));
    });
    assertThat(text(capture)).isEqualTo("<p>Storm</p>");
    assertThat(world.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void takesNoMoreThanTheServerSaidAndTellsOfTheRest() {
    Capture capture = page(Rogue.raw(OK + "Content-Length: 12\r\n\r\n<p>Storm</p>HTTP/1.1 200"));
    assertThat(text(capture)).isEqualTo("<p>Storm</p>");
    assertThat(wire(capture)).endsWith("\r\n\r\n<p>Storm</p>");
    assertThat(world.haul().notes())
        .extracting(Haul.Note::note)
        .containsExactly(
            "the server sent more than the length that it had said; that was left out");
  }

  @Test
  void readsUntilTheServerCloses() {
    assertThat(text(page(Rogue.raw("HTTP/1.0 200 OK\r\n\r\n<p>Storm</p>"))))
        .isEqualTo("<p>Storm</p>");
  }

  @Test
  void readsLinesThatEndAsTheyShouldNot() {
    Capture capture =
        page(Rogue.raw("HTTP/1.1 200\nContent-Type:\n text/html\nno field\n\n<p>Storm</p>"));
    assertThat(text(capture)).isEqualTo("<p>Storm</p>");
    assertThat(capture.mediaType()).contains("text/html");
  }

  @Test
  void passesOverWhatSaysToWait() {
    Capture capture = page(Rogue.raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n"
        + "Link: </a>\r\n\r\n" + OK + "Content-Length: 12\r\n\r\n<p>Storm</p>"));
    assertThat(wire(capture)).isEqualTo(OK + "Content-Length: 12\r\n\r\n<p>Storm</p>");
  }

  @Test
  void keepsChunksOnTheWireAndTakesThemFromThePage() {
    String answer = OK + "Transfer-Encoding: chunked\r\n\r\n"
        + "6;x=y\r\n<p>Sto\r\n006\r\nrm</p>\r\n0\r\nX-Sum: 1\r\n\r\n";
    Capture capture = page(Rogue.raw(answer));
    assertThat(text(capture)).isEqualTo("<p>Storm</p>");
    assertThat(wire(capture)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"gzip, true", "x-gzip, true", "gzip, false", "identity, false"})
  void unpacksWhatIsPacked(String coding, boolean isPacked) {
    byte[] plain = "<p>Storm</p>".getBytes(StandardCharsets.UTF_8);
    byte[] sent = isPacked ? Rogue.gzip(plain) : plain;
    Capture capture = page(Rogue.sends("200 OK", "Content-Encoding: " + coding + "\r\n", sent));
    assertThat(capture.bytes()).isEqualTo(plain);
    assertThat(capture.exchange().orElseThrow().response()).endsWith(sent);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void unpacksDeflateWithItsFrameAndWithout(boolean isFramed) throws IOException {
    byte[] plain = "<p>Storm</p>".getBytes(StandardCharsets.UTF_8);
    var packed = new java.io.ByteArrayOutputStream();
    try (var out =
        new java.util.zip.DeflaterOutputStream(packed, new java.util.zip.Deflater(9, !isFramed))) {
      out.write(plain);
    }
    assertThat(page(Rogue.sends("200 OK", "Content-Encoding: deflate\r\n", packed.toByteArray()))
            .bytes())
        .isEqualTo(plain);
  }

  @Test
  void endsRedirectsInACircle() {
    world.server.redirect("/storm", "/one").redirect("/one", "/two").redirect("/two", "/storm");
    assertThat(world.fetch(PAGE)).isEmpty();
    assertThat(world.onlyMiss()).hasToString(PAGE + ": redirect: leads in a circle");
    world.server.redirect("/self", "/self");
    assertThat(world.fetch("http://varn-echo.example/self")).isEmpty();
    assertThat(world.onlyMiss().message()).isEqualTo("leads in a circle");
  }

  @Test
  void endsRedirectsWithoutEnd() {
    for (int hop = 0; hop < 30; hop++) {
      world.server.redirect("/hop" + hop, "/hop" + (hop + 1));
    }
    world.server.page("/hop10", "<p>Storm</p>");
    assertThat(world.fetch("http://varn-echo.example/hop0")).hasSize(1);
    assertThat(world.fetch("http://varn-echo.example/hop11")).isEmpty();
    assertThat(world.onlyMiss().message())
        .isEqualTo("leads to http://varn-echo.example/hop22: leads on more than 10 times");
  }

  @Test
  void givesUpAHostThatIsGone() {
    world.options = world.options.with(
        new FetchOptions.Manners(Duration.ZERO, Duration.ofMinutes(5), 2, 64, "Pressmark"));
    world.server.at("*", Rogue.raw("")).robots("");
    List<String> pages = Stream.iterate(0, number -> number + 1)
        .limit(20)
        .map(number -> "http://varn-echo.example/" + number)
        .toList();
    world.fetch(Task.Rank.LINE, pages);
    assertThat(world.haul().misses()).hasSize(20);
    assertThat(world.server.asked()).hasSize(10);
    assertThat(world.haul().misses().getLast().message())
        .endsWith("the host was not reached 5 times in a row, and given up for this run; run the"
            + " same again later");
  }
}
