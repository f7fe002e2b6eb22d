package org.pressmark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;

/// Entries that are appended to the archive and forced to the disk together: what a run that is
/// killed loses is the batch it was at.
final class Batch {
  private static final int MAX_ENTRIES = 500;
  private static final long MAX_BYTES = 32 << 20;
  private static final long MAX_NANOS = 5_000_000_000L;

  private record Place(Mark mark, Origin origin) {}

  private final Map<Mark, Entry> firsts = new HashMap<>();
  private final Set<Place> places = new HashSet<>();
  private final long start = System.nanoTime();
  private long bytes;

  /// @param weight in bytes
  void add(Entry entry, long weight) {
    firsts.putIfAbsent(entry.mark(), entry);
    places.add(new Place(entry.mark(), entry.origin()));
    bytes += weight;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  boolean isFull() {
    return places.size() >= MAX_ENTRIES
        || bytes >= MAX_BYTES
        || System.nanoTime() - start >= MAX_NANOS;
  }

  /// The first entry of these bytes.
  Optional<Entry> first(Mark mark) {
    return Optional.ofNullable(firsts.get(mark));
  }

  boolean holds(Mark mark, Origin origin) {
    return places.contains(new Place(mark, origin));
  }
}
