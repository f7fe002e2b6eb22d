package org.pressmark.source.warc;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.WarcParser;
import org.pressmark.source.unpack.TornException;

/// What stands before the block of a record: of a WARC file (ISO 28500:2017, 5), or of an ARC file,
/// in whose place fields of the same meaning are given.
///
/// @param length how many bytes the block has
public record WarcHead(List<Field> fields, long length) {
  /// As many bytes as tell that a record begins.
  public static final int SIGN_LENGTH = 16;

  private static final int MAX_BYTES = 1 << 17;
  private static final byte[] SIGN = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_SIGN = "\nWARC/".getBytes(StandardCharsets.US_ASCII);
  private static final DateTimeFormatter ARC_DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  public record Field(String name, String value) {}

  /// Whether a record begins here.
  ///
  /// @param length how many of the bytes count
  public static boolean isIn(byte[] bytes, int length) {
    return isWarc(bytes, length) || isArc(bytes, length);
  }

  /// Whether these bytes are the sign of a record, or the first of them, cut off.
  public static boolean mayBegin(byte[] bytes) {
    int length = Math.min(bytes.length, SIGN.length);
    return Arrays.equals(bytes, 0, length, SIGN, 0, length);
  }

  public static boolean isWarc(byte[] bytes, int length) {
    return length >= SIGN.length && Arrays.equals(bytes, 0, SIGN.length, SIGN, 0, SIGN.length);
  }

  /// An address with a scheme, as each record of an ARC file begins.
  private static boolean isArc(byte[] bytes, int length) {
    int at = 0;
    while (at < length && bytes[at] >= 'a' && bytes[at] <= 'z') {
      at++;
    }
    return at >= 3 && at < length && bytes[at] == ':';
  }

  /// Where a record begins at the beginning of a line, or -1.
  public static int find(byte[] bytes) {
    for (int at = 0; at + LINE_SIGN.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + LINE_SIGN.length, LINE_SIGN, 0, LINE_SIGN.length)) {
        return at + 1;
      }
    }
    return -1;
  }

  /// The head that begins here.
  ///
  /// @throws NoHeadException if none does
  public static WarcHead read(Frames frames) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    boolean isWarc = frames.fill() && frames.peek() == 'W';
    int line = 0;
    while (head.size() < MAX_BYTES && frames.fill()) {
      int octet = frames.read();
      head.write(octet);
      if (octet == '\n') {
        byte[] bytes = head.toByteArray();
        if (!isWarc) {
          return arc(bytes);
        }
        if (isEmpty(bytes, line)) {
          return warc(bytes);
        }
        line = bytes.length;
      } else if (line > 0 && head.size() - line == SIGN.length && beginsRecord(head, line)) {
        break; // the next one, in the middle of this one
      }
    }
    throw new NoHeadException("a record's header that does not end", head.toByteArray());
  }

  private static boolean isEmpty(byte[] bytes, int line) {
    int length = bytes.length - line;
    return length == 1 || (length == 2 && bytes[line] == '\r');
  }

  private static boolean beginsRecord(ByteArrayOutputStream head, int line) {
    byte[] bytes = head.toByteArray();
    return isWarc(Arrays.copyOfRange(bytes, line, bytes.length), SIGN.length);
  }

  private static WarcHead warc(byte[] head) throws IOException {
    WarcParser parser = new WarcParser();
    parser.setLenient(true);
    try {
      parser.parse(ByteBuffer.wrap(head));
    } catch (RuntimeException e) {
      throw new NoHeadException("bytes that are no record's header", head);
    }
    if (!parser.isFinished() || !parser.version().getProtocol().equals("WARC")) {
      throw new NoHeadException("bytes that are no record's header", head);
    }
    List<Field> fields = new ArrayList<>();
    parser
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
    return of(fields, head);
  }

  /// `http://varn.example/ 192.0.2.1 20010101120000 text/html 1234`, with more fields before the
  /// last one in version 2.
  private static WarcHead arc(byte[] head) throws IOException {
    String[] words = new String(head, StandardCharsets.ISO_8859_1).strip().split(" +", -1);
    int date = words.length - 3;
    while (date > 1 && !isArcDate(words[date])) {
      date--;
    }
    if (date < 2) {
      throw new NoHeadException("bytes that are no record's header", head);
    }
    String url = String.join(" ", List.of(words).subList(0, date - 1));
    return of(
        List.of(
            new Field("WARC-Type", url.startsWith("filedesc:") ? "warcinfo" : "response"),
            new Field("WARC-Target-URI", url),
            new Field("WARC-IP-Address", words[date - 1]),
            new Field("WARC-Date", words[date]),
            new Field("Content-Type", "application/http; msgtype=response"),
            new Field("Content-Length", words[words.length - 1])),
        head);
  }

  private static boolean isArcDate(String word) {
    return word.length() >= 8
        && word.length() <= 14
        && word.chars().allMatch(sign -> sign >= '0' && sign <= '9');
  }

  private static WarcHead of(List<Field> fields, byte[] head) throws IOException {
    WarcHead read = new WarcHead(fields, 0);
    try {
      long length = Long.parseLong(read.field("Content-Length").orElse(""));
      if (length >= 0) {
        return new WarcHead(fields, length);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new NoHeadException("a record that does not say how long it is", head);
  }

  /// The first of this name, whatever the case of its letters.
  public Optional<String> field(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /// In small letters.
  public String type() {
    return field("WARC-Type").orElse("").strip().toLowerCase(Locale.ROOT);
  }

  /// Without the brackets that some programs put around it.
  public Optional<String> url() {
    return field("WARC-Target-URI").map(WarcHead::bare).filter(url -> !url.isEmpty());
  }

  /// An id without its brackets.
  public Optional<String> id(String name) {
    return field(name).map(WarcHead::bare);
  }

  private static String bare(String value) {
    String text = value.strip();
    return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
  }

  /// Empty where the date is none: the record is good for all that.
  public Optional<Instant> time() {
    String date = field("WARC-Date").orElse("").strip();
    try {
      return Optional.of(
          isArcDate(date)
              ? LocalDateTime.parse((date + "01010000").substring(0, 14), ARC_DATE)
                  .toInstant(ZoneOffset.UTC)
              : Instant.parse(date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// What stands where a record's header should.
  public static final class NoHeadException extends IOException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final transient byte[] bytes;

    NoHeadException(String what, byte[] bytes) {
      super(what);
      this.what = what;
      this.bytes = bytes;
    }

    public TornException torn() {
      return new TornException(MALFORMED, what);
    }

    public byte[] bytes() {
      return bytes;
    }
  }
}
