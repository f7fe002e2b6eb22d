package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import org.pressmark.article.Position;

/// Up to where an archive is on disk for certain, as its manifest notes it. It saves reading a long
/// file again to find its last entry, and tells an unfinished write from damage to what was
/// finished.
///
/// After a crash there may be whole entries behind it.
final class Committed {
  private Committed() {}

  /// Empty if there is no manifest, or a damaged one.
  static Optional<Position> read(Folder folder) throws IOException {
    try {
      return Manifest.read(folder).map(Manifest::end);
    } catch (DamageException e) {
      return Optional.empty();
    }
  }

  /// From where on to look for the last entry: the place noted if it can be true, else the
  /// beginning of the last file.
  static Position lookFrom(Folder folder) throws IOException {
    NavigableSet<Integer> files = folder.files();
    if (files.isEmpty()) {
      return Position.START;
    }
    int last = files.last();
    Optional<Position> noted = read(folder).filter(note -> note.file() == last);
    return noted.isPresent() && isBoundary(folder, noted.get())
        ? noted.get()
        : new Position(last, 0);
  }

  /// Whether a file ends or a record begins here.
  static boolean isBoundary(Folder folder, Position place) throws IOException {
    Path file = folder.file(place.file());
    if (!Files.exists(file)) {
      return place.offset() == 0;
    }
    if (place.offset() >= Files.size(file)) {
      return place.offset() == Files.size(file);
    }
    try (RecordReader record =
        RecordReader.open(file, place.offset(), RecordReader.Care.CHECKSUM)) {
      return record.next();
    } catch (DamageException e) {
      return false;
    }
  }

  /// What was on disk for certain once, and is there no more.
  ///
  /// @param note as it was before the last complete entry was looked for: a writer may be at work
  /// @param end of the last complete entry
  static Optional<Damage> missing(Folder folder, Optional<Position> note, Position end) {
    return note.filter(noted -> noted.compareTo(end) > 0)
        .map(noted -> new Damage(
            folder.file(end.file()),
            end,
            end,
            "the archive ends here, and once was complete up to " + noted));
  }
}
