package org.pressmark.search;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// The answer to a question.
///
/// @param total how many articles match, exactly
/// @param stories how many stories that is, each family counted once; the same as `total` where
/// families were not asked for
public record Results(long total, long stories, List<Hit> hits) {
  public Results {
    hits = List.copyOf(hits);
  }

  /// Every article by itself.
  Results(long total, List<Hit> hits) {
    this(total, total, hits);
  }

  /// The family of a hit that stands for all its members.
  ///
  /// @param matching how many of them match the question, the hit among them
  public record Kin(Family family, int matching) {}

  /// One article.
  ///
  /// @param at where the archive holds it
  /// @param score BM25; 0 when the order is not by relevance
  /// @param date the day of publication, `2021-09-29`; `2021-09` or `2021` where no more is known
  /// @param type what the page is, `NewsArticle` or another
  /// @param hasDocument whether the archive has the document that the article was made of: it may
  /// be damaged and set aside
  /// @param kin of a hit that stands for its family
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
      Optional<String> type,
      String source,
      boolean hasDocument,
      Snippet snippet,
      Optional<Kin> kin) {}

  /// A few words around what matched, or the beginning of the text where nothing in it did.
  ///
  /// @param text one line, but otherwise as the article has it, control characters included;
  /// ` … ` stands where something was left out
  /// @param marks the stretches of `text` that matched, in order, as pairs of start and end
  public record Snippet(String text, List<int[]> marks) {}
}
