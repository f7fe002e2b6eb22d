package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.pressmark.article.Position;

/// Where records stood that were damaged, as far as an archive has been walked through.
final class Voids {
  private final Folder folder;
  private final TreeMap<Position, Position> places = new TreeMap<>();

  Voids(Folder folder) {
    this.folder = folder;
  }

  void add(Walk.Step.Void gone) {
    places.put(gone.at(), gone.end());
  }

  /// Where a missing file was replaced by an empty one, the record that opens it may be longer than
  /// the one before was, and reach over the first document.
  void add(Walk.Step.Other record) {
    if (record.at().offset() == 0) {
      places.put(new Position(record.at().file(), 1), record.end());
    }
  }

  boolean cover(Collection<Position> all) throws IOException {
    for (Position place : all) {
      if (!cover(place)) {
        return false;
      }
    }
    return true;
  }

  /// Whether what was here is known to be gone: in the place of damaged bytes, or behind the end of
  /// a file that was cut short. The last file goes on where it ends, so nothing is behind that.
  boolean cover(Position place) throws IOException {
    Map.Entry<Position, Position> nearest = places.floorEntry(place);
    Path file = folder.file(place.file());
    return nearest != null && place.compareTo(nearest.getValue()) < 0
        || Files.exists(file)
            && place.file() < folder.files().last()
            && place.offset() >= Files.size(file);
  }
}
