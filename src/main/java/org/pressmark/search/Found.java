package org.pressmark.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// An article that matches, with every place where it does.
///
/// @param at where the archive holds it
/// @param keys in reading order, without overlaps; empty where nothing was asked of headline and
/// body
/// @param date the day of publication, `2021-09-29`; `2021-09` or `2021` where no more is known
/// @param type what the page is, `NewsArticle` or another
/// @param tokens words of headline and body
/// @param headlineWords the headline with its words, for as long as the article is shown
/// @param bodyWords the clean text with its words, as long
public record Found(
    Mark mark,
    Position at,
    List<Key> keys,
    Optional<String> headline,
    List<String> authors,
    Optional<String> publisher,
    List<String> sections,
    Optional<String> date,
    Optional<String> language,
    Optional<String> type,
    String source,
    int tokens,
    Tokenized headlineWords,
    Tokenized bodyWords) {
  public Found {
    keys = List.copyOf(keys);
    authors = List.copyOf(authors);
    sections = List.copyOf(sections);
  }

  /// The clean text.
  public String body() {
    return bodyWords.text();
  }

  /// The text that a key's offsets count in.
  public Tokenized in(Key.Part part) {
    return switch (part) {
      case HEADLINE -> headlineWords;
      case BODY -> bodyWords;
    };
  }

  /// Is shown one article after the other.
  public interface Visitor {
    void visit(Found found) throws IOException;

    /// Is asked before each article.
    default boolean hasSeenEnough() {
      return false;
    }
  }
}
