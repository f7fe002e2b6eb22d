package org.pressmark.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One document as the archive holds it: its capture's record and the record of what became of it;
/// or a later version of that, cleaned once more from the same capture under other rules.
///
/// @param at where its first record begins
/// @param end the first place behind its last record
/// @param time when it was archived
public record Entry(
    Position at,
    Position end,
    Mark mark,
    Origin origin,
    Instant time,
    Content content,
    Retrieval retrieval,
    Version version) {
  /// What became of the document.
  public sealed interface Content {
    record Kept(Article article) implements Content {}

    record Rejected(Problem problem) implements Content {}

    /// The same bytes as an earlier entry of this mark, from another origin.
    record Again() implements Content {}
  }

  /// How the document was had.
  ///
  /// @param url the address it was retrieved from, where known
  /// @param time when it was retrieved; for a file, when it was last changed
  public record Retrieval(Optional<String> url, Optional<Instant> time) {
    public static final Retrieval UNKNOWN = new Retrieval(Optional.empty(), Optional.empty());
  }

  /// Which result of cleaning the document it is.
  ///
  /// @param edition the rules it was made under; absent where nobody noted them
  /// @param before where the version is that this one takes the place of; absent for the first
  public record Version(Optional<Edition> edition, Optional<Position> before) {
    public static final Version UNKNOWN = new Version(Optional.empty(), Optional.empty());
  }

  public Entry(Position at, Position end, Mark mark, Origin origin, Instant time, Content content) {
    this(at, end, mark, origin, time, content, Retrieval.UNKNOWN, Version.UNKNOWN);
  }

  /// Whether it takes the place of an earlier version.
  public boolean isLater() {
    return version.before().isPresent();
  }

  /// The same; an article with one more note.
  public Entry noting(String note) {
    if (!(content instanceof Content.Kept kept)) {
      return this;
    }
    Article article = kept.article();
    Article noted = new Article(
        article.mark(),
        article.origin(),
        article.reading().with(List.of(note)),
        article.facts(),
        article.body(),
        article.cuts());
    return new Entry(at, end, mark, origin, time, new Content.Kept(noted), retrieval, version);
  }

  /// When the document was retrieved, or where that is not known, archived.
  public Instant retrieved() {
    return retrieval.time().orElse(time);
  }
}
