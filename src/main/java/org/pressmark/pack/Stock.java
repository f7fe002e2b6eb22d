package org.pressmark.pack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.Archive;
import org.pressmark.archive.Snapshot;
import org.pressmark.article.Position;

/// What goes into a package.
///
/// @param choice where the chosen entries are, in order; absent for the whole archive
/// @param program that makes it, such as `pressmark 0.1.0`
public record Stock(
    Archive archive, Snapshot snapshot, Optional<List<Position>> choice, String program) {
  public Stock {
    choice = choice.map(List::copyOf);
  }

  public static Stock whole(Archive archive, String program) throws IOException {
    return new Stock(archive, archive.snapshot(), Optional.empty(), program);
  }

  public static Stock choice(Archive archive, List<Position> choice, String program)
      throws IOException {
    return new Stock(archive, archive.snapshot(), Optional.of(choice), program);
  }
}
