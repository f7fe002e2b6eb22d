package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;

import org.pressmark.article.Problem;

/// Ends the reading of one document, with the reason.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final Problem problem;

  Refusal(Problem.Kind kind, String message) {
    this(new Problem(kind, message));
  }

  Refusal(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  static Refusal of(StackOverflowError e) {
    return new Refusal(EXHAUSTING, "is nested too deep to be read");
  }

  Problem problem() {
    return problem;
  }
}
