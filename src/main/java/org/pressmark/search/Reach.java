package org.pressmark.search;

import java.util.ArrayList;
import java.util.List;

/// In which texts something said of places is looked for, and how much work that is.
///
/// @param scope of every word in it
/// @param ways in which its parts may follow each other: Lucene tries each by itself
record Reach(Scope scope, int ways) {
  private static final int MAX_WAYS = 512;

  /// @throws QuestionException where something in it has no place, words are asked of different
  /// fields, or there are too many ways
  static Reach of(Clause clause, String question) throws QuestionException {
    return switch (clause) {
      case Clause.Word word -> of(word.scope(), 1, word.at(), question);
      case Clause.Phrase phrase ->
        of(phrase.scope(), phrase.slop() > 0 ? 2 : 1, phrase.at(), question);
      case Clause.Pattern pattern -> of(pattern.scope(), 1, pattern.at(), question);
      case Clause.Regex regex -> of(regex.scope(), 1, regex.at(), question);
      case Clause.Like like -> of(like.scope(), 1, like.at(), question);
      case Clause.Near near -> {
        int orders = near.order() == Clause.Order.ANY ? 2 : 1;
        yield together(List.of(near.left(), near.right()), orders, question);
      }
      case Clause.NotNear near -> together(List.of(near.left(), near.right()), 1, question);
      case Clause.Within within -> of(within.clause(), question);
      case Clause.All all -> together(all.clauses(), all.clauses().size() == 2 ? 2 : 1, question);
      case Clause.Any any -> {
        List<Reach> all = all(any.clauses(), question);
        yield new Reach(
            all.getFirst().scope(), few(all.stream().mapToLong(Reach::ways).sum()));
      }
      case Clause.Everything everything -> throw placeless("\"*\"");
      case Clause.Between days -> throw placeless("a date");
      case Clause.Known known -> throw placeless("\"*\"");
      case Clause.Not not -> throw placeless("NOT");
    };
  }

  private static Reach of(Scope scope, int ways, int at, String question) throws QuestionException {
    if (scope.kind() != Scope.Kind.TEXT) {
      throw QuestionException.at(
          question, at, "NEAR, PRE and WITHIN work in headline and body only; use AND");
    }
    return new Reach(scope, ways);
  }

  private static Reach together(List<Clause> clauses, int orders, String question)
      throws QuestionException {
    List<Reach> all = all(clauses, question);
    long ways = orders;
    for (Reach each : all) {
      ways = few(ways * each.ways());
    }
    return new Reach(all.getFirst().scope(), few(ways));
  }

  private static List<Reach> all(List<Clause> clauses, String question) throws QuestionException {
    List<Reach> all = new ArrayList<>();
    for (Clause clause : clauses) {
      all.add(of(clause, question));
      if (all.getLast().scope() != all.getFirst().scope()) {
        throw new QuestionException("NEAR, PRE and WITHIN need all their words in one field;"
            + " put the field's name before the brackets around them");
      }
    }
    return all;
  }

  private static int few(long ways) throws QuestionException {
    if (ways > MAX_WAYS) {
      throw new QuestionException("what is joined by NEAR, PRE and WITHIN can follow each other in"
          + " more than " + MAX_WAYS + " ways; join fewer, or give them an order with PRE");
    }
    return (int) ways;
  }

  private static QuestionException placeless(String what) {
    return new QuestionException(what + " has no place in a text, so it can not stand with NEAR,"
        + " PRE or WITHIN; put it outside, with AND");
  }
}
