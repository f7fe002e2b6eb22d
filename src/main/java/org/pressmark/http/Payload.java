package org.pressmark.http;

import java.util.Locale;
import java.util.Optional;

/// The document that a response carries, unpacked.
///
/// Whoever makes a capture of an exchange takes its bytes from here, so that they can be had from
/// the response again.
///
/// @param remark what was not as the header says and could be coped with, as in "the gzip data end
/// too early: only 512 bytes could be unpacked"
@SuppressWarnings("ArrayRecordComponent") // the very bytes; nobody compares payloads
public record Payload(byte[] bytes, Optional<String> remark) {
  /// Of a whole response: status line, header and body.
  ///
  /// @param maxBytes how many the document may have
  /// @throws MessageException if it has more, if this is no HTTP response, or if it is packed in a
  /// way that is not known
  public static Payload of(byte[] response, long maxBytes) throws MessageException {
    return Message.read(response).payload(maxBytes);
  }

  /// The same bytes with another remark, the first one if there are two.
  Payload with(String another) {
    return new Payload(bytes, remark.or(() -> Optional.of(another)));
  }

  Payload within(long maxBytes) throws MessageException {
    if (bytes.length > maxBytes) {
      throw oversized(maxBytes);
    }
    return this;
  }

  static MessageException oversized(long maxBytes) {
    return new MessageException(
        MessageException.Kind.OVERSIZED,
        String.format(Locale.ROOT, "its body unpacks to more than %,d bytes", maxBytes));
  }
}
