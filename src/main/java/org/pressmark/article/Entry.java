package org.pressmark.article;

import java.time.Instant;

/// One document as the archive holds it: its capture's record and the record of what became of it.
///
/// @param at where its first record begins
/// @param end the first place behind its last record
/// @param time when it was archived
public record Entry(
    Position at, Position end, Mark mark, Origin origin, Instant time, Content content) {
  /// What became of the document.
  public sealed interface Content {
    record Kept(Article article) implements Content {}

    record Rejected(Problem problem) implements Content {}

    /// The same bytes as an earlier entry of this mark, from another origin.
    record Again() implements Content {}
  }
}
