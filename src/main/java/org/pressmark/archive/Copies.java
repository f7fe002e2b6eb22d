package org.pressmark.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// Copies that have to be written anew, or that wait for their document: what else the archive has
/// of it.
final class Copies {
  /// @param isWhole whether all its records are: else its request is lost
  /// @param isGone whether its document is known to be gone
  record Copy(Position at, Position end, Head head, String what, boolean isWhole, boolean isGone) {}

  /// @param isBare whether it has no document either
  private record Stand(Position at, Head head, boolean isBare) {}

  private final Folder folder;
  private final List<Copy> all = new ArrayList<>();
  private final Map<Mark, List<Position>> documents = new HashMap<>();
  private final Map<Place, List<Stand>> stands = new HashMap<>();
  private final Set<String> watched;

  /// @param expected documents that copies may have lost: what is there of them is noted on the way
  Copies(Folder folder, Collection<Loss> expected) {
    this.folder = folder;
    this.watched = expected.stream().map(Loss::mark).collect(Collectors.toSet());
  }

  void add(Copy copy) {
    all.add(copy);
  }

  List<Copy> all() {
    return all;
  }

  /// Notes what an entry has of a document, where a copy may have lost it.
  ///
  /// @param isDangling whether it has no document itself
  void see(Walk.Step.Pair pair, boolean isDangling) throws IOException {
    if (!pair.isLater() && watched.contains(pair.head().mark().value())) {
      if (!isDangling && !Verify.isBare(folder, pair.at())) {
        documents.computeIfAbsent(pair.head().mark(), mark -> new ArrayList<>()).add(pair.at());
      }
      stands
          .computeIfAbsent(Place.of(pair.head()), place -> new ArrayList<>())
          .add(new Stand(pair.at(), pair.head(), isDangling));
    }
  }

  /// Looks through the archive once more, if a copy has lost what nobody expected.
  ///
  /// @return whether it had to
  boolean seek() throws IOException {
    Set<String> wanted =
        all.stream().map(copy -> copy.head().mark().value()).collect(Collectors.toSet());
    if (watched.containsAll(wanted)) {
      return false;
    }
    watched.addAll(wanted);
    documents.clear();
    stands.clear();
    try (Walk walk = new Walk(folder, Position.START, RecordReader.Care.DIGEST)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Pair pair
            && wanted.contains(pair.head().mark().value())) {
          look(pair);
        }
      }
    }
    return true;
  }

  private void look(Walk.Step.Pair pair) throws IOException {
    try {
      Verify.check(folder, pair);
      see(pair, false);
    } catch (DanglingException e) {
      see(pair, true);
    } catch (DamageException e) {
      // it is put aside itself
    }
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
    return others(copy).stream()
        .anyMatch(other -> !other.isBare() && other.at().compareTo(copy.at()) > 0);
  }

  private List<Stand> others(Copy copy) {
    return stands.getOrDefault(Place.of(copy.head()), List.of()).stream()
        .filter(other -> !other.at().equals(copy.at()))
        .toList();
  }
}
