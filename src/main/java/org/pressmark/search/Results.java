package org.pressmark.search;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// The answer to a question.
///
/// @param total how many articles match, exactly
public record Results(long total, List<Hit> hits) {
  /// One article.
  ///
  /// @param at where the archive holds it
  /// @param score BM25; 0 when the order is not by relevance
  public record Hit(
      Mark mark,
      Position at,
      float score,
      Optional<String> headline,
      List<String> authors,
      Optional<String> publisher,
      Optional<String> section,
      Optional<String> date,
      Optional<String> language,
      String source,
      Snippet snippet) {}

  /// A few words around what matched.
  ///
  /// @param marks the stretches of `text` that matched, in order, as pairs of start and end
  public record Snippet(String text, List<int[]> marks) {}
}
