package org.pressmark.archive;

import java.nio.file.Path;

/// The end of a file that a crash left unfinished, and that was set aside when the archive was
/// opened for writing. Nothing that was ever committed is in it, unless the sentence says so.
///
/// @param file where it was found
/// @param offset from where on
/// @param bytes how much
/// @param movedTo where it is now, byte for byte
record Repair(Path file, long offset, long bytes, Path movedTo) {
  /// A sentence for the archive's owner.
  @Override
  public String toString() {
    return file + "@" + offset + ": the last " + bytes
        + " bytes are of a write that never finished; moved to " + movedTo
        + "; ingest the same sources again to have what was lost";
  }
}
