package org.pressmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  private static final String STORY =
      "<p>The ferry to Varn Point sails again from Monday. ".repeat(20);
  private static final long MAX = 1 << 20;

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(Payload payload) {
    return new String(payload.bytes(), StandardCharsets.UTF_8);
  }

  private static Payload payload(String message) throws MessageException {
    return Payload.of(latin1(message), MAX);
  }

  @Test
  void unpacksWhatServersPack() throws MessageException {
    for (Response response : new Response[] {
      Response.of(STORY),
      Response.of(STORY).chunked(7),
      Response.of(STORY).chunked(1 << 20),
      Response.of(STORY).gzipped(),
      Response.of(STORY).gzipped().chunked(100),
      Response.of(STORY).deflated(false),
      Response.of(STORY).deflated(true).chunked(33),
      Response.of(STORY).gzipped().deflated(false),
      Response.of(STORY).with("Content-Encoding", "identity"),
    }) {
      Payload payload = Payload.of(response.bytes(), MAX);
      assertThat(text(payload)).isEqualTo(STORY);
      assertThat(payload.remark()).isEmpty();
    }
  }

  @Test
  void tellsTheBodyAsItCameFromItsContentAndItsPayload() throws MessageException {
    byte[] packed = Response.gzip(latin1(STORY));
    Message message = Message.read(Response.of(STORY).gzipped().chunked(16).bytes());
    assertThat(message.body()).startsWith(latin1("10\r\n")).endsWith(latin1("0\r\n\r\n"));
    assertThat(message.content()).isEqualTo(packed);
    assertThat(text(message.payload(MAX))).isEqualTo(STORY);
    assertThat(message.head()).endsWith(latin1("Transfer-Encoding: chunked\r\n\r\n"));
  }

  @Test
  void readsTheHeaderWhateverItsCaseAndItsLines() throws MessageException {
    Message message = Message.read(latin1("http/1.0 404 Not\nSET-cookie: a\r\nset-Cookie:b\n"
        + "X-Long: one\r\n  two\nno field\n: nameless\r\n\nbody\n\nrest"));
    assertThat(message.statusLine()).isEqualTo("http/1.0 404 Not");
    assertThat(message.status()).hasValue(404);
    assertThat(message.fields("Set-Cookie")).containsExactly("a", "b");
    assertThat(message.field("x-long")).contains("one two");
    assertThat(message.field("content-type")).isEmpty();
    assertThat(new String(message.body(), StandardCharsets.US_ASCII)).isEqualTo("body\n\nrest");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK, 200",
    "HTTP/2 204, 204",
    "HTTP/1.1  301  Moved, 301",
    "HTTP 200 OK, 200",
    "HTTP/1.1 2000, -1",
    "HTTP/1.1, -1",
    "HTTP/1.1 OK, -1",
  })
  void takesTheStatusFromItsLine(String line, int status) throws MessageException {
    assertThat(Message.read(latin1(line + "\r\n\r\n")).status())
        .isEqualTo(status < 0 ? OptionalInt.empty() : OptionalInt.of(status));
  }

  @Test
  void takesAHeaderForAllThereIsWhereNoEmptyLineEndsIt() throws MessageException {
    Message message = Message.read(latin1("HTTP/1.1 304 Not Modified\r\nETag: \"7\""));
    assertThat(message.field("ETag")).contains("\"7\"");
    assertThat(message.body()).isEmpty();
    assertThat(message.payload(0).bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "<html>", "GET / HTTP/1.1\r\n\r\n", "<p>HTTP/1.1 200 OK\r\n"})
  void refusesWhatIsNoResponse(String bytes) {
    assertThatThrownBy(() -> Message.read(latin1(bytes)))
        .asInstanceOf(type(MessageException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(MessageException.Kind.NOT_HTTP))
        .hasMessage("it does not begin with the status line of HTTP");
  }

  /// As crawlers keep them that unpack and leave the header as it was.
  @ParameterizedTest
  @CsvSource({
    "Transfer-Encoding, chunked, ''",
    "Content-Encoding, gzip, 'said to be gzip, and is not'",
    "Content-Encoding, deflate, 'said to be deflate, and is not'",
    "Content-Encoding, zstd, 'said to be packed as \"zstd\", and is not'",
    "Content-Encoding, UTF-8, ''",
  })
  void takesABodyAsItIsThatIsSaidToBePacked(String name, String value, String remark)
      throws MessageException {
    Payload payload = Payload.of(Response.of(STORY).with(name, value).bytes(), MAX);
    assertThat(text(payload)).isEqualTo(STORY);
    assertThat(payload.remark().orElse("")).isEqualTo(remark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "100000", "-1", "much"})
  void doesNotBelieveTheLengthInTheHeader(String length) throws MessageException {
    byte[] response = Response.of(STORY).with("Content-Length", length).bytes();
    assertThat(text(Payload.of(response, MAX))).isEqualTo(STORY);
  }

  @ParameterizedTest
  @CsvSource({
    "'5\r\nferry\r\n6\r\n sails\r\n0\r\n\r\n', 'ferry sails', ''",
    "'5\nferry\n6\n sails\n0\n\n', 'ferry sails', ''",
    "'005 ;a=b\r\nferry\r\n0\r\nX-Trailer: 1\r\n\r\n', 'ferry', ''",
    "'5\r\nferry\r\n6\r\n sai', 'ferry sai', torn",
    "'5\r\nferry', 'ferry', torn",
    "'5\r\nferry\r\n', 'ferry', torn",
    "'5\r\nferry\r\nsails', 'ferry', torn",
    "'5\r\nferry sails', '5\r\nferry sails', ''",
    "'ferry', 'ferry', ''",
    "'bad words', 'bad words', ''",
    "'ffffffffffffffffffff\r\nferry', 'ffffffffffffffffffff\r\nferry', ''",
    "'fffffffffffffff\r\nferry', 'ferry', torn",
    "'', '', torn",
  })
  void putsChunksTogether(String body, String text, String torn) throws MessageException {
    Payload payload = payload("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n" + body);
    assertThat(text(payload)).isEqualTo(text);
    assertThat(payload.remark().isPresent()).isEqualTo(!torn.isEmpty());
  }

  @Test
  void keepsWhatATornBodyHas() throws MessageException {
    byte[] story = new byte[50_000];
    new Random(7).nextBytes(story);
    for (Response response : new Response[] {
      Response.of(story).gzipped(),
      Response.of(story).deflated(false),
      Response.of(story).gzipped().chunked(999)
    }) {
      byte[] whole = response.bytes();
      Payload payload = Payload.of(Arrays.copyOf(whole, whole.length - 20_000), MAX);
      assertThat(payload.bytes().length).isBetween(20_000, 40_000);
      assertThat(story).startsWith(payload.bytes());
      assertThat(payload.remark()).isPresent();
    }
    byte[] whole = Response.of(STORY).gzipped().bytes();
    whole[whole.length - 6] ^= 1; // its checksum
    Payload payload = Payload.of(whole, MAX);
    assertThat(text(payload)).isEqualTo(STORY);
    assertThat(payload.remark())
        .contains("the gzip data are broken or end too early: only 1040 bytes could be unpacked");
  }

  @Test
  void unpacksSeveralMembersOneBehindTheOther() throws MessageException {
    byte[] one = Response.gzip(latin1("one "));
    byte[] both = Arrays.copyOf(one, one.length * 2);
    System.arraycopy(one, 0, both, one.length, one.length);
    byte[] response = Response.of(both).with("Content-Encoding", "x-gzip").bytes();
    assertThat(text(Payload.of(response, MAX))).isEqualTo("one one ");
  }

  @Test
  void saysWhatItCannotUnpack() {
    byte[] packed = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 1, 2};
    assertThatThrownBy(() ->
            Payload.of(Response.of(packed).with("Content-Encoding", "zstd").bytes(), MAX))
        .asInstanceOf(type(MessageException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(MessageException.Kind.PACKED))
        .hasMessage("its body is packed as \"zstd\", which is not known");
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 0};
    assertThatThrownBy(() ->
            Payload.of(Response.of(broken).with("Content-Encoding", "gzip").bytes(), MAX))
        .hasMessage("its body is packed as gzip, and broken");
  }

  @Test
  void stopsUnpackingAtTheLimit() throws MessageException {
    byte[] bomb = Response.of(new byte[10_000_000]).gzipped().gzipped().bytes();
    assertThat(bomb.length).isLessThan(2_000);
    assertThatThrownBy(() -> Payload.of(bomb, 1_000_000))
        .asInstanceOf(type(MessageException.class))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(MessageException.Kind.OVERSIZED))
        .hasMessage("its body unpacks to more than 1,000,000 bytes");
    byte[] plain = Response.of(new byte[1_001]).bytes();
    assertThat(Payload.of(plain, 1_001).bytes()).hasSize(1_001);
    assertThatThrownBy(() -> Payload.of(plain, 1_000)).isInstanceOf(MessageException.class);
  }

  @Test
  void neverFailsOtherwiseWhateverTheBytes() {
    Random random = new Random(11);
    byte[] whole = Response.of(STORY).gzipped().deflated(true).chunked(50).bytes();
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = Arrays.copyOf(whole, 40 + random.nextInt(whole.length - 40));
      for (int flips = random.nextInt(8); flips > 0; flips--) {
        bytes[20 + random.nextInt(bytes.length - 20)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(Payload.of(bytes, MAX).bytes().length).isLessThanOrEqualTo((int) MAX);
      } catch (MessageException e) {
        assertThat(e.what()).isNotEmpty();
      }
    }
  }
}
