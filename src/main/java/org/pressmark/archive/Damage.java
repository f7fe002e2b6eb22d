package org.pressmark.archive;

import java.nio.file.Path;
import org.pressmark.article.Position;

/// A place in an archive whose bytes are not what was written there.
///
/// @param end the first place behind it; the place itself where bytes are missing
/// @param what is wrong, as in "the checksum of the gzip member is wrong"
public record Damage(Path file, Position at, Position end, String what) {
  static Damage of(Folder folder, Walk.Step step, String what) {
    return new Damage(folder.file(step.at().file()), step.at(), step.end(), what);
  }

  /// A sentence for the archive's owner.
  @Override
  public String toString() {
    long bytes = end.offset() - at.offset();
    return file + "@" + at.offset() + ": " + (bytes > 0 ? bytes + " bytes are damaged: " : "")
        + what + "; put this file back from a copy, or ingest what it held again";
  }
}
