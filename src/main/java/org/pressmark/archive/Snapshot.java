package org.pressmark.archive;

import java.util.List;
import org.pressmark.article.Position;

/// An archive's files at one moment.
///
/// @param parts in the order of their names, the manifest last
/// @param end of the last entry that belongs to it
public record Snapshot(List<Part> parts, Position end) {
  public Snapshot {
    parts = List.copyOf(parts);
  }

  public List<Part> warcs() {
    return parts.stream().filter(part -> part.name().startsWith("warc/")).toList();
  }
}
