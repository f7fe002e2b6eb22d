package org.pressmark.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pressmark.article.Capture;
import org.pressmark.article.Exchange;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.http.Message;
import org.pressmark.http.MessageException;

/// The record of a capture, with its block: a document as it came, and where it went over the wire,
/// with all that did.
@SuppressWarnings("ArrayRecordComponent") // nobody compares records of this
record Document(Head head, Kind kind, byte[] block, String digest) {
  private static final String ORPHAN = "an article whose document is not in the archive any more:"
      + " ingest it again to have the original back";
  private static final String GONE = "a copy whose document is not in the archive any more:"
      + " ingest it again, and `pressmark repair` lets the copy refer to it";

  /// What the block of the record is.
  enum Kind {
    /// The document itself.
    RESOURCE,
    /// An HTTP response.
    RESPONSE,
    /// Nothing, or the header of an HTTP response: the body is the one of the first capture.
    REVISIT;

    /// @throws DamageException if there is no capture in a record of this type
    static Kind of(String type) throws DamageException {
      return switch (type) {
        case "resource" -> RESOURCE;
        case "response" -> RESPONSE;
        case "revisit" -> REVISIT;
        default -> throw RecordReader.noRecord();
      };
    }
  }

  /// The one that begins here.
  static Document at(Folder folder, Position at) throws IOException {
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.DIGEST)) {
      return read(record);
    }
  }

  /// Of the record whose header was read just now.
  static Document read(RecordReader record) throws IOException {
    Kind kind = Kind.of(record.type());
    String digest = record.field("WARC-Payload-Digest").orElse("");
    return new Document(Head.read(record.fields()), kind, record.bytes(), digest);
  }

  /// The capture of the entry that begins here, from all of its records.
  static Capture capture(Folder folder, Position at) throws IOException {
    try (RecordReader record = RecordReader.open(folder, at, RecordReader.Care.DIGEST)) {
      if (record.type().equals("conversion")) { // a later version
        Head head = Head.read(record.fields());
        if (!Verify.isThere(folder, head)) {
          throw new DamageException(ORPHAN);
        }
        return capture(folder, first(head).at());
      }
      Document document = read(record);
      Optional<byte[]> request = request(record, document.head());
      Document first = document.kind() == Kind.REVISIT ? first(folder, document) : document;
      return document.capture(first, request);
    }
  }

  private static Document first(Folder folder, Document copy) throws IOException {
    Head.First first = first(copy.head());
    try {
      Document there = at(folder, first.at());
      if (there.kind() != Kind.REVISIT && there.head().id().equals(first.id())) {
        return there;
      }
    } catch (DamageException e) {
      throw new DamageException(GONE, e);
    }
    throw new DamageException(GONE);
  }

  private static Head.First first(Head head) throws DamageException {
    return head.first().orElseThrow(() -> new DamageException("a record that refers to nothing"));
  }

  /// The block of the record behind a capture's that has the request for it, where there is one.
  static Optional<byte[]> request(RecordReader record, Head head) throws IOException {
    if (head.wire().flatMap(Head.Wire::request).isEmpty()) {
      return Optional.empty();
    }
    beginRequest(record, head);
    return Optional.of(record.bytes());
  }

  /// Reads the header of the record behind a capture's, which has to be that of its request.
  static void beginRequest(RecordReader record, Head head) throws IOException {
    long at = record.position();
    Optional<String> id = head.wire().flatMap(Head.Wire::request).map(uri -> "<" + uri + ">");
    try {
      if (!record.next()
          || !record.type().equals("request")
          || !record.field("WARC-Record-ID").equals(id)) {
        throw new DamageException("a capture, and not the request for it behind it");
      }
    } catch (DamageException e) {
      throw new DamageException(
          e.what() + ", in the record of the request, which begins at " + at, e);
    }
  }

  /// @param first this one, or where it is a revisit, the one it refers to
  Capture capture(Document first, Optional<byte[]> request) throws DamageException {
    Optional<Exchange> exchange = Optional.empty();
    if (head.wire().isPresent()) {
      exchange =
          Optional.of(new Exchange(request, response(first), head.wire().get().address()));
    }
    Capture capture = head.capture(first.payload(), exchange);
    head.requireMark(capture.mark());
    return capture;
  }

  private byte[] response(Document first) throws DamageException {
    if (kind == Kind.RESPONSE) {
      return block;
    }
    byte[] body = first.body();
    byte[] response = Arrays.copyOf(block, block.length + body.length);
    System.arraycopy(body, 0, response, block.length, body.length);
    return response;
  }

  /// Whether a copy can refer to this record: one that came over the wire only if the very body is
  /// here that was behind its header.
  boolean isBodyOf(Document copy) {
    if (copy.head.wire().isEmpty()) {
      return true;
    }
    try {
      Message whole = Message.read(copy.response(this));
      return copy.digest.equals(digest)
          && Arrays.equals(whole.body(), body())
          && Digest.text(Digest.of(whole.content())).equals(digest);
    } catch (MessageException | DamageException e) {
      return false;
    }
  }

  /// What lies behind the header, packed as it came.
  byte[] body() throws DamageException {
    return kind == Kind.RESPONSE ? message().body() : block;
  }

  Message message() throws DamageException {
    try {
      return Message.read(block);
    } catch (MessageException e) {
      throw new DamageException("no HTTP response: " + e.what(), e);
    }
  }

  /// Whether a response carries what its header says.
  void requireWhole() throws DamageException {
    payload();
    String found = Digest.text(Digest.of(message().content()));
    if (!found.equals(digest)) {
      throw new DamageException("the payload is not the one that was written: its digest should be "
          + digest + ", and is " + found);
    }
  }

  /// The document, unpacked as it was when its pressmark was made.
  byte[] payload() throws DamageException {
    if (kind != Kind.RESPONSE) {
      return block;
    }
    return payload(message(), bytes -> Mark.of(bytes).equals(head.mark()))
        .orElseThrow(() -> new DamageException(
            "a response that does not carry the document with the pressmark " + head.mark()));
  }

  /// The payload of a response, if it is the one; or what programs that unpack less take for it.
  static Optional<byte[]> payload(Message response, Predicate<byte[]> isIt) {
    List<Unpacking> ways = List.of(
        () -> response.payload(Integer.MAX_VALUE).bytes(), response::content, response::body);
    for (Unpacking way : ways) {
      try {
        byte[] bytes = way.unpack();
        if (isIt.test(bytes)) {
          return Optional.of(bytes);
        }
      } catch (MessageException e) {
        // packed in a way that is not known: then the document is what is packed
      }
    }
    return Optional.empty();
  }

  private interface Unpacking {
    byte[] unpack() throws MessageException;
  }
}
