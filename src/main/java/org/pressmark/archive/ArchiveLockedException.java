package org.pressmark.archive;

import java.io.IOException;

/// Another process writes to the archive.
public final class ArchiveLockedException extends IOException {
  private static final long serialVersionUID = 1;

  ArchiveLockedException(String message) {
    super(message);
  }
}
