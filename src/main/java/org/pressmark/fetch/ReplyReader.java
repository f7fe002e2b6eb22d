package org.pressmark.fetch;

import static org.pressmark.fetch.Miss.Kind.BROKEN;
import static org.pressmark.fetch.Miss.Kind.OVERSIZED;
import static org.pressmark.fetch.Miss.Kind.UNREACHABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.http.Fields;

/// Reads one answer from a connection, byte for byte, and not a byte more than the limits allow
/// (RFC 9112).
final class ReplyReader {
  /// What to do with a body that is longer than its limit.
  enum Overflow {
    /// It is no use without its end.
    REFUSE,
    /// Its beginning will do.
    CUT
  }

  /// Is asked before more is held than a small page has.
  interface Room {
    void forBytes(long bytes) throws InterruptedException;
  }

  private static final int PIECE_BYTES = 1 << 13;
  private static final int MAX_INTERIM = 8;
  private static final int MAX_CHUNK_LINE = 4096;
  private static final int MAX_CHUNK_DIGITS = 12;

  private final InputStream in;
  private final FetchOptions.Limits limits;
  private final Overflow overflow;
  private final Room room;
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream(PIECE_BYTES);
  private final byte[] piece = new byte[PIECE_BYTES];
  private int at;
  private int end;
  private long bodyBytes;
  private boolean isCut;

  ReplyReader(InputStream in, FetchOptions.Limits limits, Overflow overflow, Room room) {
    this.in = in;
    this.limits = limits;
    this.overflow = overflow;
    this.room = room;
  }

  /// @param hasBody not for the answer to a HEAD request (RFC 9110, 9.3.2)
  Reply read(boolean hasBody) throws IOException, Trouble, InterruptedException {
    for (int interim = 0; interim <= MAX_INTERIM; interim++) {
      raw.reset();
      String line = line();
      int status = status(line);
      String reason = line.length() > 13 ? line.substring(13).strip() : "";
      Fields fields = fields();
      if (status >= 200) {
        return reply(status, reason, fields, hasBody && status != 204 && status != 304);
      }
    }
    throw Trouble.lasting(BROKEN, "says to wait for the answer again and again");
  }

  private Reply reply(int status, String reason, Fields fields, boolean hasBody)
      throws IOException, Trouble, InterruptedException {
    int head = raw.size();
    if (!hasBody) {
      return new Reply(status, reason, fields, raw.toByteArray(), new byte[0], Optional.empty());
    }
    List<String> codings = fields.members("transfer-encoding").stream()
        .filter(coding -> !coding.equals("identity"))
        .toList();
    if (codings.equals(List.of("chunked"))) {
      byte[] body = chunks();
      return new Reply(status, reason, fields, raw.toByteArray(), body, note());
    }
    if (!codings.isEmpty()) {
      throw Trouble.lasting(
          BROKEN, "sends the page in a way that was not asked for: " + String.join(", ", codings));
    }
    Optional<Long> length = length(fields);
    if (length.isPresent()) {
      bytes(length.get());
    } else {
      rest();
    }
    byte[] all = raw.toByteArray();
    return new Reply(
        status, reason, fields, all, Arrays.copyOfRange(all, head, all.length), note());
  }

  private Optional<String> note() {
    return isCut
        ? Optional.of("is longer than " + limits.maxBytes() + " bytes, the rest was not read")
        : Optional.empty();
  }

  /// What the server sends behind the end of its own answer.
  Optional<String> excess() throws IOException {
    return !isCut && (at < end || (in.available() > 0 && fill()))
        ? Optional.of("the server sent more than the length that it had said; that was left out")
        : Optional.empty();
  }

  /// The status line as RFC 9112, 4 has it: `HTTP/1.1 200 OK`.
  private static int status(String line) throws Trouble {
    boolean isOne = line.length() >= 12
        && (line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 "))
        && (line.length() == 12 || line.charAt(12) == ' ');
    int status = 0;
    for (int sign = 9; isOne && sign < 12; sign++) {
      int digit = line.charAt(sign) - '0';
      isOne = digit >= 0 && digit <= 9;
      status = status * 10 + digit;
    }
    if (!isOne || status < 100) {
      String shown = line.substring(0, Math.min(line.length(), 40));
      throw Trouble.lasting(
          BROKEN, "does not speak HTTP: its answer begins with \"" + shown + "\"");
    }
    return status;
  }

  private Fields fields() throws IOException, Trouble {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
      if (lines.size() > limits.maxFields()) {
        throw Trouble.lasting(
            OVERSIZED, "the answer has more than " + limits.maxFields() + " fields");
      }
    }
    return Fields.of(lines);
  }

  /// A line of the head.
  private String line() throws IOException, Trouble {
    return line(
        limits.maxHeadBytes(),
        Trouble.lasting(
            OVERSIZED, "the answer's head is longer than " + limits.maxHeadBytes() + " bytes"));
  }

  /// A line without its end, each character a byte.
  ///
  /// @param maxBytes of all that was read by then
  private String line(int maxBytes, Trouble tooLong) throws IOException, Trouble {
    StringBuilder line = new StringBuilder();
    for (int sign = sign(); sign != '\n'; sign = sign()) {
      if (sign < 0) {
        throw raw.size() == 0
            ? Trouble.passing(UNREACHABLE, "the server closed the connection without an answer")
            : broken("the middle of a line");
      }
      line.append((char) sign);
      if (raw.size() > maxBytes) {
        throw tooLong;
      }
    }
    int length = line.length();
    String text = length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
    if (text.indexOf('\r') >= 0) { // RFC 9112, 2.2: others would see two lines
      throw Trouble.lasting(BROKEN, "has half a line end in the middle of a line");
    }
    return text;
  }

  private static Trouble broken(String where) {
    return Trouble.passing(BROKEN, "the answer broke off in " + where);
  }

  private Optional<Long> length(Fields fields) throws Trouble {
    List<String> lengths = fields.members("content-length").stream().distinct().toList();
    if (lengths.isEmpty()) {
      return Optional.empty();
    }
    String said = lengths.getFirst();
    boolean isNumber = lengths.size() == 1
        && said.length() < 18
        && said.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    if (!isNumber) {
      throw Trouble.lasting(
          BROKEN, "says in an impossible way how long it is: " + String.join(", ", lengths));
    }
    long length = Long.parseLong(said);
    if (length > limits.maxBytes() && overflow == Overflow.REFUSE) {
      throw tooLong("has " + length + " bytes");
    }
    return Optional.of(length);
  }

  private Trouble tooLong(String what) {
    return Trouble.lasting(
        OVERSIZED,
        what + "; the limit is " + limits.maxBytes() + ", raise it with --max-bytes if need be");
  }

  /// Takes so many bytes of the body in.
  private void bytes(long length) throws IOException, Trouble, InterruptedException {
    for (long left = length; left > 0 && !isCut; ) {
      if (at == end && !fill()) {
        throw Trouble.passing(
            BROKEN,
            "the answer broke off: " + (length - left) + " bytes came, and the server had said "
                + length);
      }
      left -= take((int) Math.min(left, end - at), raw);
    }
  }

  /// Until the server closes (RFC 9112, 6.3, rule 8).
  private void rest() throws IOException, Trouble, InterruptedException {
    while (!isCut && (at < end || fill())) {
      take(end - at, raw);
    }
  }

  /// RFC 9112, 7.1
  private byte[] chunks() throws IOException, Trouble, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(PIECE_BYTES);
    for (long length = chunk(); length > 0 && !isCut; length = chunk()) {
      for (long left = length; left > 0 && !isCut; ) {
        if (at == end && !fill()) {
          throw broken("the middle of a chunk");
        }
        int start = at;
        int taken = take((int) Math.min(left, end - at), raw);
        body.write(piece, start, taken);
        left -= taken;
      }
      if (isCut) {
        return body.toByteArray();
      }
      Trouble tooLong = Trouble.lasting(BROKEN, "has a chunk that is longer than it says");
      if (!line(raw.size() + 2, tooLong).isEmpty()) {
        throw tooLong;
      }
    }
    trailers();
    return body.toByteArray();
  }

  private long chunk() throws IOException, Trouble {
    String line = line(
        raw.size() + MAX_CHUNK_LINE,
        Trouble.lasting(BROKEN, "has a chunk whose length is no end of signs"));
    int semicolon = line.indexOf(';');
    String size = (semicolon < 0 ? line : line.substring(0, semicolon)).stripTrailing();
    boolean isNumber = !size.isEmpty()
        && size.length() <= MAX_CHUNK_DIGITS
        && size.chars().allMatch(sign -> Character.digit(sign, 16) >= 0 && sign < 0x80);
    if (!isNumber) {
      String shown = size.substring(0, Math.min(size.length(), 20)).toLowerCase(Locale.ROOT);
      throw Trouble.lasting(BROKEN, "has a chunk without a length: \"" + shown + "\"");
    }
    return Long.parseLong(size, 16);
  }

  private void trailers() throws IOException, Trouble {
    int limit = raw.size() + limits.maxHeadBytes();
    Trouble tooLong = Trouble.lasting(OVERSIZED, "has no end of fields behind the page");
    while (!line(limit, tooLong).isEmpty()) {
      // Fields behind the body say nothing that is asked for here.
    }
  }

  private int take(int bytes, ByteArrayOutputStream taker) throws Trouble, InterruptedException {
    int taken = bytes;
    if (bodyBytes + bytes > limits.maxBytes() || raw.size() + bytes > maxRawBytes()) {
      if (overflow == Overflow.REFUSE) {
        throw tooLong("has more than " + limits.maxBytes() + " bytes");
      }
      isCut = true;
      taken = (int) Math.clamp(limits.maxBytes() - bodyBytes, 0, bytes);
    }
    room.forBytes(raw.size() + (long) taken);
    taker.write(piece, at, taken);
    at += taken;
    bodyBytes += taken;
    return taken;
  }

  /// Chunks of one byte with a long line each would fill the memory with their lines.
  private long maxRawBytes() {
    return 2 * limits.maxBytes() + limits.maxHeadBytes();
  }

  private int sign() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    raw.write(piece[at]);
    return piece[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(piece));
    return end > 0;
  }

  /// The fields of an answer that was kept.
  static Optional<Fields> fieldsOf(byte[] response) {
    String text =
        new String(response, 0, Math.min(response.length, 64 << 10), StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().takeWhile(line -> !line.isEmpty()).toList();
    return lines.isEmpty() || !lines.getFirst().startsWith("HTTP/")
        ? Optional.empty()
        : Optional.of(Fields.of(lines.subList(1, lines.size())));
  }
}
