package org.pressmark.archive;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

/// Ids of records, made from what the records are about, so that archiving the same documents again
/// gives the same ids: UUIDs of version 8 (RFC 9562, 5.8) from a SHA-256.
final class RecordId {
  private RecordId() {}

  static URI capture(Mark mark, Origin origin) {
    return of("capture " + mark + " " + Head.reference(origin));
  }

  static URI revisit(Mark mark, Origin origin) {
    return of("revisit " + mark + " " + Head.reference(origin));
  }

  /// What went over the wire: the same document from the same address is another one each time.
  static URI response(Mark mark, Origin origin, Instant time) {
    return of("response " + mark + " " + Head.reference(origin) + " " + time);
  }

  static URI request(URI response) {
    return of("request " + response);
  }

  static URI revisit(URI response) {
    return of("revisit " + response);
  }

  /// @param digest of the payload: cleaned by other rules, the same capture gives another record
  static URI conversion(URI capture, byte[] digest) {
    return of("conversion " + capture + " " + Digest.text(digest));
  }

  /// @param before where the version is whose place it takes: results may come back
  static URI version(URI capture, byte[] digest, Position before) {
    return of("version " + capture + " " + Digest.text(digest) + " " + before);
  }

  static URI file(String name, String created) {
    return of("file " + name + " " + created);
  }

  /// @param place where the bytes stood, and the time when they were set aside
  static URI damaged(String place, Instant time) {
    return of("damaged " + place + " " + time);
  }

  /// An id as a header has it: `<urn:uuid:…>`.
  static URI read(String field) {
    boolean quoted = field.startsWith("<") && field.endsWith(">");
    return URI.create(quoted ? field.substring(1, field.length() - 1) : field);
  }

  private static URI of(String about) {
    MessageDigest sha256 = Digest.sha256();
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(about.getBytes(StandardCharsets.UTF_8)));
    long high = (digest.getLong() & ~0xf000L) | 0x8000L; // version 8
    long low = (digest.getLong() & ~(3L << 62)) | (2L << 62); // variant of RFC 9562
    return URI.create("urn:uuid:" + new UUID(high, low));
  }
}
