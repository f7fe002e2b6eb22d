package org.pressmark.article;

import java.util.Objects;
import java.util.Optional;

/// What went over the wire in one retrieval, byte for byte.
///
/// Not a record: the bytes are not copied.
public final class Exchange {
  private final Optional<byte[]> request;
  private final byte[] response;
  private final Optional<String> address;

  /// The caller gives the bytes away and changes them no more.
  ///
  /// @param request as it was sent (WARC 1.1, 6.4), absent where nobody kept it
  /// @param response status line, header and body (WARC 1.1, 6.3), the body as packed and as
  /// chunked as the server sent it
  /// @param address the server's IP address, where known
  public Exchange(Optional<byte[]> request, byte[] response, Optional<String> address) {
    this.request = Objects.requireNonNull(request);
    this.response = Objects.requireNonNull(response);
    this.address = Objects.requireNonNull(address);
  }

  public Optional<byte[]> request() {
    return request;
  }

  public byte[] response() {
    return response;
  }

  public Optional<String> address() {
    return address;
  }
}
