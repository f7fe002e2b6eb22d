package org.pressmark.article;

import java.util.List;
import java.util.Optional;

/// One thing known of an article, and everything that speaks for or against it.
///
/// @param values what is taken to be true; one for most fields, several for authors, sections,
/// keywords; none where nothing that was said could be believed
/// @param candidates every place that says something about the field; the first is the one that was
/// believed, the refused ones are the last
/// @param agreeing how many of the first candidates mean the same, the believed one among them; 0
/// where none is believed
/// @param conflict how the candidates contradict each other, in a sentence; absent where they agree
public record Fact(
    Field field,
    List<String> values,
    List<Candidate> candidates,
    int agreeing,
    Optional<String> conflict) {
  public Fact {
    values = List.copyOf(values);
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("a fact about " + field + " without a candidate");
    }
    if (agreeing < (values.isEmpty() ? 0 : 1) || agreeing > candidates.size()) {
      throw new IllegalArgumentException("a fact about " + field + " on which " + agreeing + " of "
          + candidates.size() + " candidates agree");
    }
  }

  /// What only one place was believed about.
  public Fact(
      Field field, List<String> values, List<Candidate> candidates, Optional<String> conflict) {
    this(field, values, candidates, values.isEmpty() ? 0 : 1, conflict);
  }

  /// Whether anything is taken to be true.
  public boolean isKnown() {
    return !values.isEmpty();
  }

  /// The first value of a fact that is known.
  public String value() {
    return values.getFirst();
  }

  /// The place that was believed, of a fact that is known.
  public Candidate source() {
    return candidates.getFirst();
  }
}
