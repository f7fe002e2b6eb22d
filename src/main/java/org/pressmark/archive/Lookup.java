package org.pressmark.archive;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.pressmark.article.Position;
import org.pressmark.http.Message;

/// What an index of WARC files says of a capture's record.
///
/// @param target its `WARC-Target-URI`
/// @param time its `WARC-Date`
/// @param mediaType without parameters, of an HTTP response as its own header says it, or empty;
/// [#REVISIT] for a record without a body of its own
/// @param status of an HTTP response
/// @param digest its `WARC-Payload-Digest`
/// @param length of its gzip member, in bytes
public record Lookup(
    URI id,
    String target,
    Instant time,
    String mediaType,
    OptionalInt status,
    String digest,
    Position at,
    long length) {
  public static final String REVISIT = "warc/revisit";

  static Lookup of(Document document, String contentType, Position at, long length)
      throws DamageException {
    Head head = document.head();
    Optional<Message> message =
        head.wire().isPresent() ? Optional.of(document.message()) : Optional.empty();
    String mediaType = document.kind() == Document.Kind.REVISIT
        ? REVISIT
        : Records.mediaType(
                message.map(http -> http.field("Content-Type").orElse("")).orElse(contentType))
            .orElse("");
    return new Lookup(
        head.id(),
        head.target(),
        head.date(),
        mediaType,
        message.map(Message::status).orElse(OptionalInt.empty()),
        document.digest(),
        at,
        length);
  }
}
