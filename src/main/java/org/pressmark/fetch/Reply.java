package org.pressmark.fetch;

import java.time.Instant;
import java.util.Optional;
import org.pressmark.http.Fields;

/// One answer of a server.
///
/// Not a record: the bytes are not copied.
final class Reply {
  private final int status;
  private final String reason;
  private final Fields fields;
  private final byte[] raw;
  private final byte[] body;
  private final Optional<String> note;

  /// @param raw what came over the wire, from the status line to the last byte of the body
  /// @param body without chunks, as packed as it came
  /// @param note what is odd about it, but no reason to do without it
  Reply(int status, String reason, Fields fields, byte[] raw, byte[] body, Optional<String> note) {
    this.status = status;
    this.reason = reason;
    this.fields = fields;
    this.raw = raw;
    this.body = body;
    this.note = note;
  }

  /// An answer as it was had.
  ///
  /// @param machine that gave it, as an IP address
  record Had(Reply reply, byte[] request, String machine, Instant time) {}

  Reply with(String oddity) {
    return new Reply(status, reason, fields, raw, body, Optional.of(oddity));
  }

  int status() {
    return status;
  }

  /// `404 Not Found`
  String statusWords() {
    return reason.isEmpty() ? String.valueOf(status) : status + " " + reason;
  }

  Fields fields() {
    return fields;
  }

  byte[] raw() {
    return raw;
  }

  byte[] body() {
    return body;
  }

  Optional<String> note() {
    return note;
  }

  boolean isContent() {
    return status == 200 || status == 203;
  }

  /// RFC 9110, 15.4
  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /// RFC 6585, 4, and RFC 9110, 15.6.4
  boolean isBusy() {
    return status == 429 || status == 503;
  }
}
