package org.pressmark.fetch;

/// Ends one attempt to fetch something, with the reason.
final class Trouble extends Exception {
  private static final long serialVersionUID = 1;

  /// Whether it may be over when the same is asked again.
  enum Term {
    LASTING,
    PASSING
  }

  private final Miss.Kind kind;
  private final String words;
  private final Term term;

  private Trouble(Miss.Kind kind, String words, Term term) {
    super(words);
    this.kind = kind;
    this.words = words;
    this.term = term;
  }

  static Trouble lasting(Miss.Kind kind, String words) {
    return new Trouble(kind, words, Term.LASTING);
  }

  static Trouble passing(Miss.Kind kind, String words) {
    return new Trouble(kind, words, Term.PASSING);
  }

  /// The same of the place that something led to.
  Trouble at(Address place) {
    return new Trouble(kind, "leads to " + place + ": " + words, term);
  }

  Miss.Kind kind() {
    return kind;
  }

  String words() {
    return words;
  }

  boolean isPassing() {
    return term == Term.PASSING;
  }
}
