package org.pressmark.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// An HTTP response as it came: status line, header and body (RFC 9112, 2.1).
///
/// Lenient, since servers and crawlers are not strict: lines may end without a carriage return, the
/// header may be all there is, and `Content-Length` is not believed, as crawlers change bodies and
/// leave it as it was. Not a record: the bytes are not copied.
public final class Message {
  private static final String CHUNKED = "chunked";

  private final byte[] bytes;
  private final int bodyAt;
  private final String statusLine;
  private final Fields fields;

  private Message(byte[] bytes, int bodyAt, String statusLine, Fields fields) {
    this.bytes = bytes;
    this.bodyAt = bodyAt;
    this.statusLine = statusLine;
    this.fields = fields;
  }

  /// @throws MessageException if it does not begin with a status line
  public static Message read(byte[] bytes) throws MessageException {
    int bodyAt = bodyAt(bytes);
    String head = new String(bytes, 0, bodyAt, StandardCharsets.ISO_8859_1);
    List<String> lines = head.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().regionMatches(true, 0, "HTTP", 0, 4)) {
      throw new MessageException(
          MessageException.Kind.NOT_HTTP, "it does not begin with the status line of HTTP");
    }
    return new Message(bytes, bodyAt, lines.getFirst(), Fields.of(lines.subList(1, lines.size())));
  }

  /// Behind the first empty line, or at the end where there is none.
  private static int bodyAt(byte[] bytes) {
    boolean isEmpty = false; // the line so far, but not the first
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        if (isEmpty) {
          return at + 1;
        }
        isEmpty = true;
      } else if (bytes[at] != '\r') {
        isEmpty = false;
      }
    }
    return bytes.length;
  }

  /// The first line, such as `HTTP/1.1 200 OK`.
  public String statusLine() {
    return statusLine;
  }

  /// 200, for instance; empty where the status line has no number of three digits.
  public OptionalInt status() {
    for (String word : statusLine.split("[ \t]+", 4)) {
      if (word.length() == 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return OptionalInt.of(Integer.parseInt(word));
      }
    }
    return OptionalInt.empty();
  }

  /// The first field of this name, whatever the case of its letters.
  public Optional<String> field(String name) {
    return fields.first(name.toLowerCase(Locale.ROOT));
  }

  /// All fields of this name, whatever the case of its letters, in order.
  public List<String> fields(String name) {
    return fields.values(name.toLowerCase(Locale.ROOT));
  }

  /// Status line and header, with the empty line that ends them.
  public byte[] head() {
    return Arrays.copyOf(bytes, bodyAt);
  }

  /// What follows the header, as it came.
  public byte[] body() {
    return Arrays.copyOfRange(bytes, bodyAt, bytes.length);
  }

  /// The body without its transfer coding (RFC 9112, 7): chunks are put together. Where it is said
  /// to be chunked and is not, as in what some crawlers keep, the body as it came.
  public byte[] content() {
    return unchunked().map(Chunks::bytes).orElseGet(this::body);
  }

  private Optional<Chunks> unchunked() {
    List<String> codings = fields.members("transfer-encoding");
    return codings.contains(CHUNKED) ? Chunks.read(bytes, bodyAt) : Optional.empty();
  }

  /// The document itself: the body without transfer and content coding (RFC 9110, 8.4).
  ///
  /// @param maxBytes how many it may be unpacked to
  /// @throws MessageException if it would be more, or if it is packed in a way that is not known
  public Payload payload(long maxBytes) throws MessageException {
    Optional<Chunks> chunks = unchunked();
    Payload payload = new Payload(
        chunks.map(Chunks::bytes).orElseGet(this::body),
        chunks.isPresent() && !chunks.get().isWhole()
            ? Optional.of("the body ends before its last chunk")
            : Optional.empty());
    List<String> codings = new ArrayList<>(fields.members("content-encoding"));
    codings.addAll(fields.members("transfer-encoding"));
    codings.removeIf(CHUNKED::equals);
    for (String coding : codings.reversed()) { // the last one was put on last
      payload = Coding.named(coding).unpack(payload, maxBytes);
    }
    return payload.within(maxBytes);
  }
}
