package org.pressmark.index;

import java.io.IOException;

/// There is no index, or it was made by another version, or it is damaged. [Index#open] begins a
/// new one in its place; the archive holds all that it needs.
public final class UnusableIndexException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean damaged;

  public UnusableIndexException(String message, Throwable cause) {
    super(message, cause);
    damaged = false;
  }

  public UnusableIndexException(String message) {
    super(message);
    damaged = false;
  }

  private UnusableIndexException(Exception damage, String folder) {
    super(folder + ": damaged: " + damage.getMessage(), damage);
    damaged = true;
  }

  static UnusableIndexException damaged(String folder, Exception damage) {
    return new UnusableIndexException(damage, folder);
  }

  /// Whether there is an index of this version that something has happened to.
  boolean isDamaged() {
    return damaged;
  }
}
