package org.pressmark.archive;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MessageHeaders;
import org.pressmark.article.Capture;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Exchange;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

/// What the header of a capture's record says: all that is known of it but the bytes.
///
/// Fields of our own hold what WARC has none for. They are plain ASCII, percent-encoded:
///
/// ```
/// WARC-Pressmark: pm-mfrggzdfmztwq2lknnwg
/// WARC-Pressmark-Origin: press/2021.jsonl#17        a relative reference, RFC 3986, 4.2
/// WARC-Pressmark-Media-Type: text/html; charset=x   as it was declared
/// WARC-Pressmark-Time: 2021-09-29T08:15:00Z         of the retrieval, or the file's last change
/// WARC-Pressmark-URL: bad%20url                     only where it cannot be WARC-Target-URI
/// WARC-Pressmark-First: 1:512                       a copy, or a later version of an article:
/// where
///                                                   the capture is that has the article
/// WARC-Pressmark-First-ID: <urn:uuid:…>             its id, where WARC-Refers-To may not stand
/// WARC-Pressmark-Before: 1:512                      a later version: where the one before is
/// WARC-Pressmark-Edition: pressmark 0.1.0, rules 3f9ac21b0d4e    an article: made under
/// WARC-Pressmark-Archived: 2024-05-01T12:00:00Z     what went over the wire: WARC-Date is the time
///                                                   of the retrieval then
/// WARC-Pressmark-Address: 192%2E                    only where it cannot be WARC-IP-Address
/// ```
///
/// @param time when it was archived
/// @param wire of what went over the wire
record Head(
    URI id,
    Instant time,
    Mark mark,
    Origin origin,
    Optional<String> mediaType,
    Optional<String> url,
    Optional<Instant> captureTime,
    Optional<First> first,
    Optional<Wire> wire) {
  /// The record of the capture that has the article, for a copy of it or a later version.
  record First(Position at, URI id) {}

  /// What is said of an exchange besides.
  ///
  /// @param date of the retrieval, in whole seconds
  /// @param address the server's
  /// @param request the id of the record behind this one
  record Wire(Instant date, Optional<String> address, Optional<URI> request) {
    // RFC 4291, 2.2, and RFC 6874 without its zone
    private static final Pattern IP = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

    boolean isIp() {
      return address.filter(text -> IP.matcher(text).matches()).isPresent();
    }
  }

  static final String MARK = "WARC-Pressmark";
  static final String ORIGIN = "WARC-Pressmark-Origin";
  static final String MEDIA_TYPE = "WARC-Pressmark-Media-Type";
  static final String TIME = "WARC-Pressmark-Time";
  static final String URL = "WARC-Pressmark-URL";
  static final String FIRST = "WARC-Pressmark-First";
  static final String BEFORE = "WARC-Pressmark-Before";
  static final String EDITION = "WARC-Pressmark-Edition";
  static final String FIRST_ID = "WARC-Pressmark-First-ID";
  static final String ARCHIVED = "WARC-Pressmark-Archived";
  static final String ADDRESS = "WARC-Pressmark-Address";

  /// What is longer is no address, and would make a header that is not read again.
  private static final int MAX_URL = 1 << 20;

  // What four digits of a year can tell.
  private static final Instant FIRST_DATE = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST_DATE = Instant.parse("9999-12-31T23:59:59Z");

  /// @param time when it is archived
  static Head of(Capture capture, Instant time) {
    Instant date = capture
        .time()
        .filter(at -> !at.isBefore(FIRST_DATE) && !at.isAfter(LAST_DATE))
        .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
        .orElse(time);
    URI id = capture.exchange().isPresent()
        ? RecordId.response(capture.mark(), capture.origin(), capture.time().orElse(time))
        : RecordId.capture(capture.mark(), capture.origin());
    return new Head(
        id,
        time,
        capture.mark(),
        capture.origin(),
        capture.mediaType(),
        capture.url().filter(url -> url.length() <= MAX_URL),
        capture.time(),
        Optional.empty(),
        capture
            .exchange()
            .map(exchange -> new Wire(
                date, exchange.address(), exchange.request().map(sent -> RecordId.request(id)))));
  }

  /// Of a copy that has no body of its own.
  Head again(First bytes) {
    URI revisit = wire.isPresent() ? RecordId.revisit(id) : RecordId.revisit(mark, origin);
    return new Head(
        revisit, time, mark, origin, mediaType, url, captureTime, Optional.of(bytes), wire);
  }

  /// Of a copy that went over the wire in another form.
  Head alike(First bytes) {
    return referring(bytes);
  }

  /// The same, which refers to this capture.
  Head referring(First bytes) {
    return new Head(id, time, mark, origin, mediaType, url, captureTime, Optional.of(bytes), wire);
  }

  /// The same, whose request is lost.
  Head withoutRequest() {
    return new Head(
        id,
        time,
        mark,
        origin,
        mediaType,
        url,
        captureTime,
        first,
        wire.map(sent -> new Wire(sent.date(), sent.address(), Optional.empty())));
  }

  /// Of a later version.
  ///
  /// @param id of its record
  Head later(URI id, Instant time, First bytes) {
    return new Head(
        id, time, mark, origin, mediaType, url, captureTime, Optional.of(bytes), Optional.empty());
  }

  /// The record's `WARC-Date`.
  Instant date() {
    return wire.map(Wire::date).orElse(time);
  }

  Entry.Retrieval retrieval() {
    return new Entry.Retrieval(url, captureTime);
  }

  /// Which version of an article the header of its record says that it is.
  static Entry.Version version(MessageHeaders fields) throws DamageException {
    try {
      return new Entry.Version(
          fields.sole(EDITION).map(Percent::decode).flatMap(Edition::parse),
          fields.sole(BEFORE).map(Head::position));
    } catch (IllegalArgumentException e) {
      throw new DamageException("a field of the record's header: " + e.getMessage(), e);
    }
  }

  /// The header of the capture that begins here.
  static Head read(Folder folder, Position at) throws IOException {
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.CHECKSUM)) {
      return read(record.fields());
    } catch (DamageException e) {
      throw e.at(folder, at);
    }
  }

  /// What the header here says, if it can be read, whatever follows it.
  static Optional<Head> glimpse(Folder folder, Position at) throws IOException {
    if (at.offset() <= 0) {
      return Optional.empty();
    }
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.CHECKSUM)) {
      return Optional.of(read(record.fields()));
    } catch (DamageException e) {
      return Optional.empty();
    }
  }

  /// @throws DamageException if a field is missing or cannot be read
  static Head read(MessageHeaders fields) throws DamageException {
    try {
      Origin origin = origin(required(fields, ORIGIN));
      Instant date = Instant.parse(required(fields, "WARC-Date"));
      Optional<Instant> archived = fields.sole(ARCHIVED).map(Instant::parse);
      return new Head(
          id(fields, "WARC-Record-ID"),
          archived.orElse(date),
          new Mark(required(fields, MARK)),
          origin,
          fields.sole(MEDIA_TYPE).map(Percent::decode),
          url(fields, required(fields, "WARC-Target-URI"), origin),
          fields.sole(TIME).map(Instant::parse),
          fields.sole(FIRST).map(at -> new First(position(at), firstId(fields))),
          archived.map(time -> wire(fields, date)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new DamageException("a field of the record's header: " + e.getMessage(), e);
    }
  }

  private static URI firstId(MessageHeaders fields) {
    return id(fields, fields.sole(FIRST_ID).isPresent() ? FIRST_ID : "WARC-Refers-To");
  }

  private static Wire wire(MessageHeaders fields, Instant date) {
    return new Wire(
        date,
        fields.sole("WARC-IP-Address").or(() -> fields.sole(ADDRESS).map(Percent::decode)),
        fields.sole("WARC-Concurrent-To").map(RecordId::read));
  }

  Capture capture(byte[] bytes, Optional<Exchange> exchange) {
    return new Capture(origin, bytes, mediaType, url, captureTime, exchange);
  }

  void requireMark(Mark found) throws DamageException {
    if (!found.equals(mark)) {
      throw new DamageException("bytes whose pressmark should be " + mark + ", and is " + found);
    }
  }

  /// The capture's own address, or its origin as a `file` URI (RFC 8089), both without a fragment:
  /// programs that replay web archives look addresses up without it.
  String target() {
    return url.map(address -> Percent.encode(withoutFragment(address), Percent.URI))
        .filter(address -> isUri(address) && !address.equals(fileUri(origin)))
        .orElseGet(() -> fileUri(origin));
  }

  /// The address, where the target alone would not tell it exactly.
  Optional<String> urlBesidesTarget() {
    return url.filter(address -> !address.equals(target()) || address.equals(fileUri(origin)));
  }

  private static String withoutFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  private static boolean isUri(String address) {
    try {
      return new URI(address).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<String> url(MessageHeaders fields, String target, Origin origin) {
    return fields
        .sole(URL)
        .map(Percent::decode)
        .or(() -> Optional.of(target).filter(uri -> !uri.equals(fileUri(origin))));
  }

  /// `file:///press/2021.jsonl!/17` for a file's member, as if the file were a folder: with a `#`,
  /// all members would have one address.
  private static String fileUri(Origin origin) {
    String path = Percent.encode(origin.path(), Percent.PATH)
        + origin
            .member()
            .map(member -> "!/" + Percent.encode(member, Percent.PATH))
            .orElse("");
    return path.startsWith("/") ? "file://" + path : "file:///" + path;
  }

  static String reference(Origin origin) {
    String path = Percent.encode(origin.path(), Percent.PATH);
    return origin
        .member()
        .map(member -> path + "#" + Percent.encode(member, Percent.PATH))
        .orElse(path);
  }

  private static Origin origin(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0
        ? Origin.of(Percent.decode(reference))
        : Origin.of(Percent.decode(reference.substring(0, hash)))
            .member(Percent.decode(reference.substring(hash + 1)));
  }

  static Position position(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(text + " is not a position such as 1:512");
    }
    return new Position(
        Integer.parseInt(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  private static URI id(MessageHeaders fields, String name) {
    return RecordId.read(required(fields, name));
  }

  private static String required(MessageHeaders fields, String name) {
    return fields
        .sole(name) // or throws, if it comes twice
        .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
  }
}
