package org.pressmark.article;

/// What became of one place in a source. Everything that goes in comes out as exactly one of these.
public sealed interface Outcome {
  Origin origin();

  /// Cleaned.
  record Kept(Capture capture, Article article) implements Outcome {
    @Override
    public Origin origin() {
      return capture.origin();
    }
  }

  /// The bytes are there, but no article came out of them.
  ///
  /// @param facts what was found of the article nevertheless: a page without a story may still say
  /// whose story it was and when
  record Rejected(Capture capture, Problem problem, Facts facts) implements Outcome {
    public Rejected(Capture capture, Problem problem) {
      this(capture, problem, Facts.NONE);
    }

    @Override
    public Origin origin() {
      return capture.origin();
    }
  }

  /// Not even the bytes could be had.
  record Lost(Origin origin, Problem problem) implements Outcome {}

  /// No document, and so passed over.
  ///
  /// @param what by which it is counted: `image`, `HTTP status 404`
  record Passed(Origin origin, String what) implements Outcome {}
}
