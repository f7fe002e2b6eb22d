package org.pressmark.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One retrieval of one document: its exact bytes, and what was known of them before they were
/// read.
///
/// Not a record: two captures are the same only if they are the same object, and `bytes` is not
/// copied.
public final class Capture implements Found {
  private final Origin origin;
  private final byte[] bytes;
  private final Optional<String> mediaType;
  private final Optional<String> url;
  private final Optional<Instant> time;
  private final Optional<Exchange> exchange;

  // To digest the bytes takes longer than to read them, and all others wait for whoever reads them:
  // so it is done by whoever asks first.
  private volatile Optional<Digest> digest = Optional.empty();

  private record Digest(byte[] sha256, Mark mark) {
    static Digest of(byte[] bytes) {
      byte[] sha256 = Mark.sha256(bytes);
      return new Digest(sha256, Mark.ofSha256(sha256));
    }
  }

  /// @param bytes as they came; the caller gives them away and changes them no more
  /// @param mediaType as a server or an archive declared it (RFC 9110, 8.3), with parameters
  /// @param url the address it was retrieved from, where known
  /// @param time when it was retrieved; for a file, when it was last changed
  public Capture(
      Origin origin,
      byte[] bytes,
      Optional<String> mediaType,
      Optional<String> url,
      Optional<Instant> time) {
    this(origin, bytes, mediaType, url, time, Optional.empty());
  }

  /// @param bytes the document itself, as the body of the response has it once it is unpacked by
  /// the room for HTTP
  /// @param exchange what went over the wire, where that was kept
  public Capture(
      Origin origin,
      byte[] bytes,
      Optional<String> mediaType,
      Optional<String> url,
      Optional<Instant> time,
      Optional<Exchange> exchange) {
    this.origin = Objects.requireNonNull(origin);
    this.bytes = Objects.requireNonNull(bytes);
    this.mediaType = Objects.requireNonNull(mediaType);
    this.url = Objects.requireNonNull(url);
    this.time = Objects.requireNonNull(time);
    this.exchange = Objects.requireNonNull(exchange);
  }

  public static Capture of(Origin origin, byte[] bytes) {
    return new Capture(origin, bytes, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public Origin origin() {
    return origin;
  }

  public byte[] bytes() {
    return bytes;
  }

  /// The digest of the bytes.
  public byte[] sha256() {
    return digest().sha256().clone();
  }

  public Mark mark() {
    return digest().mark();
  }

  private Digest digest() {
    if (digest.isEmpty()) {
      digest = Optional.of(Digest.of(bytes));
    }
    return digest.get();
  }

  public Optional<String> mediaType() {
    return mediaType;
  }

  public Optional<String> url() {
    return url;
  }

  public Optional<Instant> time() {
    return time;
  }

  public Optional<Exchange> exchange() {
    return exchange;
  }

  @Override
  public String toString() {
    return origin + " (" + bytes.length + " bytes)";
  }
}
