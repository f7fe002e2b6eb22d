package org.pressmark.study;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;
import org.pressmark.search.Found;
import org.pressmark.search.Key;

/// One line of a concordance: a place where a question matches, and what stands around it.
///
/// Before and behind are meant as one reads: in Arabic what comes before stands to the right.
///
/// @param key where it is; its offsets count UTF-16 units of the headline or of the clean text
/// @param left what comes before, as the article has it, line breaks and all
/// @param right what comes behind
public record Line(
    Mark mark,
    Position at,
    Key key,
    String left,
    String word,
    String right,
    Optional<String> headline,
    List<String> authors,
    Optional<String> publisher,
    List<String> sections,
    Optional<String> date,
    Optional<String> language,
    Optional<String> type,
    String source) {
  /// @param left where the context before the key begins
  /// @param right where the context behind it ends
  static Line of(Found found, Key key, int left, int right) {
    String text = found.in(key.part()).text();
    return new Line(
        found.mark(),
        found.at(),
        key,
        text.substring(left, key.start()),
        text.substring(key.start(), key.end()),
        text.substring(key.end(), right),
        found.headline(),
        found.authors(),
        found.publisher(),
        found.sections(),
        found.date(),
        found.language(),
        found.type(),
        found.source());
  }
}
