package org.pressmark.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Change;
import org.pressmark.article.Field;
import org.pressmark.diff.Diff;

/// A change of an article as readers are shown it, with little of what stayed.
///
/// @param before why there was no article; absent where there was one
/// @param after why there is none now
/// @param headline how the headline changed; absent where it did not
/// @param facts the other facts whose values are others now
/// @param text the changed places with a few words around them
/// @param isCutOff whether more of the text changed than is shown
public record Contrast(
    Optional<String> before,
    Optional<String> after,
    Optional<Diff> headline,
    List<Change.Of> facts,
    Diff text,
    boolean isCutOff) {
  private static final int AROUND = 60;

  /// What is shown of a text at the most.
  private static final int MAX_CHARACTERS = 20_000;

  private static final String BETWEEN = "; ";

  public Contrast {
    facts = List.copyOf(facts);
  }

  public static Contrast of(Change change) {
    List<Change.Of> facts = new ArrayList<>();
    Optional<Diff> headline = Optional.empty();
    for (Change.Of fact : change.facts()) {
      if (fact.field() == Field.HEADLINE) {
        headline = Optional.of(Diff.of(joined(fact.before()), joined(fact.after())));
      } else {
        facts.add(fact);
      }
    }
    Diff text = Diff.of(change.textBefore(), change.textAfter()).around(AROUND);
    Diff shown = text.upTo(MAX_CHARACTERS);
    return new Contrast(
        Change.problem(change.before()),
        Change.problem(change.after()),
        headline,
        facts,
        shown,
        !shown.equals(text));
  }

  /// The values of a fact in a line, or `(none)`.
  static String joined(List<String> values) {
    return values.isEmpty() ? "(none)" : String.join(BETWEEN, values);
  }

  /// What a reader has to know of how the text is shown, a sentence each.
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!text.isWhole()) {
      remarks.add("so much changed in one place that it is shown as a whole");
    }
    if (isCutOff) {
      remarks.add(String.format(
          java.util.Locale.ROOT,
          "only the first %,d characters of what changed are shown",
          MAX_CHARACTERS));
    }
    return remarks;
  }
}
