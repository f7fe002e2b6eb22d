package org.pressmark.export;

import java.time.Instant;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Edition;
import org.pressmark.article.Entry;
import org.pressmark.article.Field;

/// An article that is given out, with what the archive knows beside it.
///
/// @param address it was retrieved from, where known
/// @param retrieved when it was retrieved; where that is not known, when it was archived
/// @param edition the rules it was cleaned under
public record Item(
    Article article,
    Optional<String> address,
    Optional<Instant> retrieved,
    Optional<Edition> edition) {
  /// One that is in no archive.
  public static Item of(Article article) {
    return new Item(article, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Nothing where the entry is no article.
  public static Optional<Item> of(Entry entry) {
    return entry.content() instanceof Entry.Content.Kept kept
        ? Optional.of(new Item(
            kept.article(),
            entry.retrieval().url(),
            Optional.of(entry.retrieved()),
            entry.version().edition()))
        : Optional.empty();
  }

  /// The page's own address, or else the one it was retrieved from.
  Optional<String> url() {
    return article.facts().value(Field.URL).or(() -> address);
  }

  /// The day it was retrieved, in UTC: `2024-10-12`.
  Optional<String> accessed() {
    return retrieved.map(time -> time.toString().substring(0, 10));
  }
}
