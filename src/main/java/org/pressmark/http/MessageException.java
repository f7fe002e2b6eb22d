package org.pressmark.http;

import java.io.IOException;

/// A message whose payload cannot be had.
public final class MessageException extends IOException {
  private static final long serialVersionUID = 1;

  /// What stands in the way.
  public enum Kind {
    /// It is no HTTP response.
    NOT_HTTP,
    /// It is packed in a way that nobody here knows, or that the bytes are not.
    PACKED,
    /// More bytes than the limit allows, once it is unpacked.
    OVERSIZED
  }

  private final Kind kind;
  private final String what;

  MessageException(Kind kind, String what) {
    super(what);
    this.kind = kind;
    this.what = what;
  }

  public Kind kind() {
    return kind;
  }

  /// In words for the message's owner, as in "its body is packed as \"zstd\", which is not known".
  public String what() {
    return what;
  }
}
