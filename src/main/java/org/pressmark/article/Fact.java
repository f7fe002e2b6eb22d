package org.pressmark.article;

import java.util.List;
import java.util.Optional;

/// One thing known of an article, and everything that speaks for or against it.
///
/// @param values what is taken to be true; one for most fields, several for authors, sections,
/// keywords
/// @param candidates every place that says something about the field; the first is the one that was
/// believed
/// @param conflict how the candidates contradict each other, in a sentence; absent where they agree
public record Fact(
    Field field, List<String> values, List<Candidate> candidates, Optional<String> conflict) {
  public Fact {
    values = List.copyOf(values);
    candidates = List.copyOf(candidates);
    if (values.isEmpty() || candidates.isEmpty()) {
      throw new IllegalArgumentException("a fact about " + field + " without value or candidate");
    }
  }

  public String value() {
    return values.getFirst();
  }

  /// The place that was believed.
  public Candidate source() {
    return candidates.getFirst();
  }
}
