package org.pressmark.search;

import java.util.List;

/// A question, understood: what has to be true of an article.
///
/// `at` is where in the question a clause begins, for messages.
sealed interface Clause {
  /// `*`: every article.
  record Everything() implements Clause {}

  /// One word, or several that were written as one: `covid-19`.
  record Word(Scope scope, String text, int at) implements Clause {}

  /// @param slop how many steps its words may be moved in all
  record Phrase(Scope scope, String text, int slop, int at) implements Clause {}

  /// A word with `*` for any characters and `?` for one.
  ///
  /// @param pattern other signs of the kind stand behind a backslash
  record Pattern(Scope scope, String pattern, int at) implements Clause {}

  /// A word or one like it.
  ///
  /// @param edits letters that may be wrong, missing, too many or swapped
  record Like(Scope scope, String word, int edits, int at) implements Clause {}

  /// Published not before the first and not after the last day, both counted from 1970-01-01.
  record Between(int first, int last) implements Clause {}

  /// `author:*`: it is known.
  record Known(Scope scope) implements Clause {}

  record All(List<Clause> clauses) implements Clause {}

  record Any(List<Clause> clauses) implements Clause {}

  record Not(Clause clause) implements Clause {}
}
