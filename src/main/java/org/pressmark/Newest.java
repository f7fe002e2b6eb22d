package org.pressmark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;

/// The newest version of each entry of an archive, in the archive's order. An article whose
/// document is gone has a note of that.
public final class Newest {
  public interface Visitor {
    void see(Entry entry) throws IOException;
  }

  private Newest() {}

  /// All that are whole by now.
  public static void each(Archive archive, Visitor visitor) throws IOException {
    Position end = archive.end();
    Set<Position> replaced = archive.replaced(end);
    try (Stream<Entry> entries = archive.entries(Position.START)) {
      Iterator<Entry> newest = entries
          .takeWhile(entry -> entry.end().compareTo(end) <= 0)
          .filter(entry -> !replaced.contains(entry.at()))
          .iterator();
      while (newest.hasNext()) {
        visitor.see(archive.noted(newest.next()));
      }
    }
  }

  /// Those at these places.
  public static void each(Archive archive, List<Position> choice, Visitor visitor)
      throws IOException {
    for (Position at : choice) {
      visitor.see(archive.noted(archive.entry(at)));
    }
  }
}
