package org.pressmark.archive;

import java.io.IOException;
import org.pressmark.article.Position;

/// Bytes that are not the record they should be.
final class DamageException extends IOException {
  private static final long serialVersionUID = 1;

  DamageException(String what) {
    super(what);
  }

  DamageException(String what, Throwable cause) {
    super(what, cause);
  }

  /// The same for the archive's owner, with the place and what to do.
  IOException at(Folder folder, Position at) {
    return new IOException(
        folder.place(at) + ": " + getMessage() + "; `pressmark verify` tells what else", this);
  }
}
