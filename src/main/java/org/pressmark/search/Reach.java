package org.pressmark.search;

import java.util.List;

/// In which texts something said of places is looked for: all of it in the same ones.
///
/// @param scope of every word in it
record Reach(Scope scope) {
  /// @throws QuestionException where something in it has no place, or words are asked of different
  /// fields
  static Reach of(Clause clause, String question) throws QuestionException {
    return switch (clause) {
      case Clause.Word word -> of(word.scope(), word.at(), question);
      case Clause.Phrase phrase -> of(phrase.scope(), phrase.at(), question);
      case Clause.Pattern pattern -> of(pattern.scope(), pattern.at(), question);
      case Clause.Regex regex -> of(regex.scope(), regex.at(), question);
      case Clause.Like like -> of(like.scope(), like.at(), question);
      case Clause.Near near -> both(List.of(near.left(), near.right()), near.at(), question);
      case Clause.NotNear near -> both(List.of(near.left(), near.right()), near.at(), question);
      case Clause.Within within -> both(List.of(within.clause()), within.at(), question);
      case Clause.All all -> both(all.clauses(), -1, question);
      case Clause.Any any -> both(any.clauses(), -1, question);
      case Clause.Everything everything -> throw placeless("\"*\"");
      case Clause.Between days -> throw placeless("a date");
      case Clause.Known known -> throw placeless("\"*\"");
      case Clause.Not not -> throw placeless("NOT");
    };
  }

  private static Reach of(Scope scope, int at, String question) throws QuestionException {
    if (scope.kind() != Scope.Kind.TEXT) {
      throw QuestionException.at(
          question, at, "NEAR, PRE and WITHIN work in headline and body only; use AND");
    }
    return new Reach(scope);
  }

  private static Reach both(List<Clause> clauses, int at, String question)
      throws QuestionException {
    Reach first = of(clauses.getFirst(), question);
    for (Clause clause : clauses) {
      if (!of(clause, question).equals(first)) {
        throw new QuestionException("NEAR, PRE and WITHIN need all their words in one field;"
            + " put the field's name before the brackets around them");
      }
    }
    return first;
  }

  private static QuestionException placeless(String what) {
    return new QuestionException(what + " has no place in a text, so it can not stand with NEAR,"
        + " PRE or WITHIN; put it outside, with AND");
  }
}
