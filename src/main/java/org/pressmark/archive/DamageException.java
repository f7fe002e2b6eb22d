package org.pressmark.archive;

import java.io.IOException;
import org.pressmark.article.Position;

/// Bytes that are not the record they should be.
class DamageException extends IOException {
  private static final long serialVersionUID = 1;

  private final String what;

  DamageException(String what) {
    super(what);
    this.what = what;
  }

  DamageException(String what, Throwable cause) {
    super(what, cause);
    this.what = what;
  }

  /// What is wrong, as in "the checksum of the gzip member is wrong".
  String what() {
    return what;
  }

  /// The same for the archive's owner, with the place and what to do.
  IOException at(Folder folder, Position at) {
    return new IOException(
        folder.place(at) + ": " + what + "; `pressmark verify` tells what else", this);
  }
}
