package org.pressmark.article;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;

/// Ends the reading of one document, with the reason.
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final Problem problem;

  public Refusal(Problem.Kind kind, String message) {
    this(new Problem(kind, message));
  }

  public Refusal(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  public static Refusal of(StackOverflowError e) {
    return new Refusal(EXHAUSTING, "is nested too deep to be read");
  }

  public Problem problem() {
    return problem;
  }
}
