package org.pressmark.index;

import java.io.IOException;

/// There is no index, or it was made by another version, or it is damaged. [Index#open] begins a
/// new one in its place; the archive holds all that it needs.
public final class UnusableIndexException extends IOException {
  private static final long serialVersionUID = 1;

  public UnusableIndexException(String message, Throwable cause) {
    super(message, cause);
  }

  public UnusableIndexException(String message) {
    super(message);
  }
}
