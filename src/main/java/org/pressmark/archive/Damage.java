package org.pressmark.archive;

import java.nio.file.Path;
import org.pressmark.article.Position;

/// A place in an archive whose bytes are not what was written there.
///
/// @param at [#WHOLE] where it is not known which of the file's bytes
/// @param end the first place behind it; the place itself where bytes are missing
/// @param what is wrong, as in "the checksum of the gzip member is wrong"
public record Damage(Path file, Position at, Position end, String what) {
  /// No file has this number.
  static final Position WHOLE = new Position(0, 0);

  static Damage of(Path file, String what) {
    return new Damage(file, WHOLE, WHOLE, what);
  }

  static Damage of(Folder folder, Walk.Step step, String what) {
    return new Damage(folder.file(step.at().file()), step.at(), step.end(), what);
  }

  /// A sentence for the archive's owner.
  @Override
  public String toString() {
    long bytes = end.offset() - at.offset();
    return file + (at.equals(WHOLE) ? "" : "@" + at.offset()) + ": "
        + (bytes > 0 ? bytes + " bytes are damaged: " : "") + what
        + "; put this file back from a copy, or run `pressmark repair`, then ingest again what is"
        + " lost";
  }
}
