package org.pressmark.archive;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.pressmark.article.Capture;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
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
/// WARC-Pressmark-First: 1:512                       a revisit, or a later version of an article:
///                                                   where the bytes are
/// WARC-Pressmark-Before: 1:512                      a later version: where the one before is
/// WARC-Pressmark-Edition: pressmark 0.1.0, rules 3f9ac21b0d4e    an article: made under
/// ```
///
/// @param time when it was archived
record Head(
    URI id,
    Instant time,
    Mark mark,
    Origin origin,
    Optional<String> mediaType,
    Optional<String> url,
    Optional<Instant> captureTime,
    Optional<First> first) {
  /// The record that has the bytes of a revisit or of a later version.
  record First(Position at, URI id) {}

  static final String MARK = "WARC-Pressmark";
  static final String ORIGIN = "WARC-Pressmark-Origin";
  static final String MEDIA_TYPE = "WARC-Pressmark-Media-Type";
  static final String TIME = "WARC-Pressmark-Time";
  static final String URL = "WARC-Pressmark-URL";
  static final String FIRST = "WARC-Pressmark-First";
  static final String BEFORE = "WARC-Pressmark-Before";
  static final String EDITION = "WARC-Pressmark-Edition";

  static Head of(Capture capture, Instant time) {
    return new Head(
        RecordId.capture(capture.mark(), capture.origin()),
        time,
        capture.mark(),
        capture.origin(),
        capture.mediaType(),
        capture.url(),
        capture.time(),
        Optional.empty());
  }

  Head again(First bytes) {
    return new Head(
        RecordId.revisit(mark, origin),
        time,
        mark,
        origin,
        mediaType,
        url,
        captureTime,
        Optional.of(bytes));
  }

  /// Of a later version.
  ///
  /// @param id of its record
  Head later(URI id, Instant time, First bytes) {
    return new Head(id, time, mark, origin, mediaType, url, captureTime, Optional.of(bytes));
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
      return new Head(
          id(fields, "WARC-Record-ID"),
          Instant.parse(required(fields, "WARC-Date")),
          new Mark(required(fields, MARK)),
          origin,
          fields.sole(MEDIA_TYPE).map(Percent::decode),
          url(fields, required(fields, "WARC-Target-URI"), origin),
          fields.sole(TIME).map(Instant::parse),
          fields.sole(FIRST).map(at -> new First(position(at), id(fields, "WARC-Refers-To"))));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new DamageException("a field of the record's header: " + e.getMessage(), e);
    }
  }

  Capture capture(byte[] bytes) {
    return new Capture(origin, bytes, mediaType, url, captureTime);
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
