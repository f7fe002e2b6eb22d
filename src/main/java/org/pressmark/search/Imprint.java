package org.pressmark.search;

import java.util.List;
import java.util.Optional;
import org.pressmark.article.Mark;

/// Who published an article, when, and from whom they say they have it.
///
/// @param time the date of publication, with its time and zone as far as these are known
/// @param agencies the news agencies that it names as its source
public record Imprint(
    Mark mark,
    Optional<String> headline,
    List<String> authors,
    Optional<String> publisher,
    Optional<String> time,
    List<String> agencies,
    String source) {
  public Imprint {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
  }

  /// The day of publication, or the month or the year where no more is known.
  public Optional<String> date() {
    return time.map(known -> known.substring(0, Math.min(known.length(), "2021-09-29".length())));
  }
}
