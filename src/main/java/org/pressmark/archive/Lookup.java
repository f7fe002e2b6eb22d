package org.pressmark.archive;

import java.net.URI;
import java.time.Instant;
import org.pressmark.article.Position;

/// What an index of WARC files says of a capture's record.
///
/// @param target its `WARC-Target-URI`
/// @param time its `WARC-Date`
/// @param mediaType without parameters; [#REVISIT] for a record without bytes of its own
/// @param digest its `WARC-Payload-Digest`
/// @param length of its gzip member, in bytes
public record Lookup(
    URI id,
    String target,
    Instant time,
    String mediaType,
    String digest,
    Position at,
    long length) {
  public static final String REVISIT = "warc/revisit";
}
