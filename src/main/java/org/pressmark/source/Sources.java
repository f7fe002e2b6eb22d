package org.pressmark.source;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pressmark.article.Found;

/// Lists what the user points at.
public final class Sources {
  private Sources() {}

  /// Every document in these files and folders, folders with all that is in them, in the order of
  /// the arguments and by name below each. Reads one document at a time. To be closed.
  public static Stream<Found> open(List<Path> paths, SourceOptions options) {
    throw new UnsupportedOperationException(paths + " " + options);
  }
}
