package org.pressmark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;

/// Documents that are appended to the archive and forced to the disk together, to be found before
/// they are in the index.
final class Batch {
  private record Place(Mark mark, Origin origin) {}

  private final Map<Mark, Entry> firsts = new HashMap<>();
  private final Set<Place> places = new HashSet<>();
  private final Fill fill = new Fill();

  /// @param weight in bytes
  void add(Entry entry, long weight) {
    firsts.putIfAbsent(entry.mark(), entry);
    places.add(new Place(entry.mark(), entry.origin()));
    fill.add(weight);
  }

  boolean isEmpty() {
    return fill.isEmpty();
  }

  boolean isFull() {
    return fill.isFull();
  }

  /// The first entry of these bytes.
  Optional<Entry> first(Mark mark) {
    return Optional.ofNullable(firsts.get(mark));
  }

  boolean holds(Mark mark, Origin origin) {
    return places.contains(new Place(mark, origin));
  }
}
