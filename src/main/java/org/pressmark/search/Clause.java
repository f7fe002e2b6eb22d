package org.pressmark.search;

import java.util.List;

/// A question, understood: what has to be true of an article.
///
/// `at` is where in the question a clause begins, for messages.
sealed interface Clause {
  /// `*`: every article.
  record Everything() implements Clause {}

  /// One word, or several that were written as one: `covid-19`.
  record Word(Scope scope, Form form, String text, int at) implements Clause {}

  /// Words side by side.
  ///
  /// @param items more than one, or one text
  /// @param slop how many other words may stand between them, in any order then; 0 for side by side
  record Phrase(Scope scope, Form form, List<Item> items, int slop, int at) implements Clause {}

  /// A word with `*` for any characters and `?` for one.
  ///
  /// @param pattern other signs of the kind stand behind a backslash
  record Pattern(Scope scope, Form form, String pattern, int at) implements Clause {}

  /// A regular expression that a whole word has to match.
  record Regex(Scope scope, Form form, String regex, int at) implements Clause {}

  /// A word or one like it.
  ///
  /// @param edits letters that may be wrong, missing, too many or swapped
  record Like(Scope scope, Form form, String word, int edits, int at) implements Clause {}

  /// Two things near each other.
  ///
  /// @param distance in words, 1 for side by side
  record Near(Clause left, Clause right, Order order, int distance, int at) implements Clause {}

  /// Places of the first that have nothing of the second near them.
  record NotNear(Clause left, Clause right, int distance, int at) implements Clause {}

  /// All of it in one sentence, or in one paragraph.
  record Within(Clause clause, Unit unit, int at) implements Clause {}

  /// Published not before the first and not after the last day, both counted from 1970-01-01.
  record Between(int first, int last) implements Clause {}

  /// `author:*`: it is known.
  record Known(Scope scope) implements Clause {}

  record All(List<Clause> clauses) implements Clause {}

  record Any(List<Clause> clauses) implements Clause {}

  record Not(Clause clause) implements Clause {}

  /// What has to be the same for a word to be found.
  enum Form {
    /// Its stem, in the language of the article, or the word without case and accents.
    STEM,
    /// The word without case, accents and width.
    FOLDED,
    /// Every character.
    WRITTEN
  }

  enum Order {
    ANY,
    LEFT_FIRST
  }

  enum Unit {
    SENTENCE,
    PARAGRAPH
  }

  /// What stands in a phrase.
  sealed interface Item {
    /// Words.
    record Text(String text) implements Item {}

    /// One word with wildcards.
    record Wild(String pattern) implements Item {}

    /// One word or one like it.
    record Fuzzy(String word, int edits) implements Item {}

    /// `*`: one word, whichever.
    record Blank() implements Item {}
  }
}
