package org.pressmark.search;

import java.util.List;
import java.util.stream.Stream;
import org.pressmark.article.Mark;
import org.pressmark.dedup.Likeness;

/// Articles that are one story.
///
/// @param representative the article that resembles the others most
/// @param others the rest, in the order of their marks; at least one
public record Family(Mark representative, List<Member> others) {
  /// @param likeness to the representative
  public record Member(Mark mark, Likeness likeness) {}

  public Family {
    others = List.copyOf(others);
    if (others.isEmpty()) {
      throw new IllegalArgumentException(representative + ": a family of one");
    }
  }

  public int size() {
    return others.size() + 1;
  }

  /// The representative first.
  public List<Mark> marks() {
    return Stream.concat(Stream.of(representative), others.stream().map(Member::mark))
        .toList();
  }
}
