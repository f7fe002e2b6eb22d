package org.pressmark.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

/// Copies that have to be written anew, or that wait for their document: what else the archive has
/// of it.
final class Copies {
  /// @param isWhole whether all its records are: else its request is lost
  /// @param isGone whether its document is known to be gone
  record Copy(Position at, Position end, Head head, String what, boolean isWhole, boolean isGone) {}

  private record Place(Mark mark, Origin origin) {
    static Place of(Head head) {
      return new Place(head.mark(), head.origin());
    }
  }

  private record Stand(Position at, Head head) {}

  private final Folder folder;
  private final List<Copy> all = new ArrayList<>();
  private final Map<Mark, List<Position>> documents = new HashMap<>();
  private final Map<Place, List<Stand>> stands = new HashMap<>();

  Copies(Folder folder) {
    this.folder = folder;
  }

  void add(Copy copy) {
    all.add(copy);
  }

  List<Copy> all() {
    return all;
  }

  /// Looks through the archive for what it has of these documents. Nothing is looked for twice.
  void seek() throws IOException {
    if (all.isEmpty()) {
      return;
    }
    Set<Mark> marks = new HashSet<>();
    all.forEach(copy -> marks.add(copy.head().mark()));
    try (Walk walk = new Walk(folder, Position.START, RecordReader.Care.DIGEST)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Pair pair
            && !pair.isLater()
            && marks.contains(pair.head().mark())) {
          see(pair);
        }
      }
    }
  }

  private void see(Walk.Step.Pair pair) throws IOException {
    try {
      Verify.check(folder, pair);
      if (!Verify.isBare(folder, pair.at())) {
        documents.computeIfAbsent(pair.head().mark(), mark -> new ArrayList<>()).add(pair.at());
      }
    } catch (DanglingException e) {
      // it has no document either, and stands at its place all the same
    } catch (DamageException e) {
      return;
    }
    stands
        .computeIfAbsent(Place.of(pair.head()), place -> new ArrayList<>())
        .add(new Stand(pair.at(), pair.head()));
  }

  /// Where the copy's document is, in a form that the copy can refer to.
  Optional<Position> document(Copy copy) throws IOException {
    Document itself = Document.at(folder, copy.at());
    for (Position at : documents.getOrDefault(copy.head().mark(), List.of())) {
      if (Document.at(folder, at).isBodyOf(itself)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// Whether an interrupted repair has written it anew already.
  boolean isThereAnew(Copy copy) {
    return others(copy).stream()
        .anyMatch(other -> other.at().compareTo(copy.at()) > 0
            && other.head().id().equals(copy.head().id())
            && other.head().time().equals(copy.head().time()));
  }

  /// Whether the same document came from the same place once more since.
  boolean hasCome(Copy copy) {
    return !others(copy).isEmpty();
  }

  private List<Stand> others(Copy copy) {
    return stands.getOrDefault(Place.of(copy.head()), List.of()).stream()
        .filter(other -> !other.at().equals(copy.at()))
        .toList();
  }
}
