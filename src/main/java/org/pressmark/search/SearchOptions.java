package org.pressmark.search;

import java.io.Serializable;
import java.time.Duration;

/// What a question may ask for at the most. More is refused with a message, never cut short: a
/// count that is too small and does not say so is worse than none.
///
/// @param maxLength of a question, in characters (UTF-16 units)
/// @param maxClauses words, phrases and the like in one question
/// @param maxDepth brackets in brackets, and NOT of NOT
/// @param maxWords how many different words of the archive one pattern such as `a*` may stand for,
/// in each segment of the index
/// @param maxTime how long the articles that match may be looked for
public record SearchOptions(
    int maxLength, int maxClauses, int maxDepth, int maxWords, Duration maxTime)
    implements Serializable {
  public static final SearchOptions DEFAULTS = new SearchOptions(10_000, 500, 50, 10_000);

  public SearchOptions(int maxLength, int maxClauses, int maxDepth, int maxWords) {
    this(maxLength, maxClauses, maxDepth, maxWords, Duration.ofMinutes(2));
  }

  public SearchOptions withMaxTime(Duration time) {
    return new SearchOptions(maxLength, maxClauses, maxDepth, maxWords, time);
  }
}
