package org.pressmark.source.unpack;

import java.io.IOException;
import org.pressmark.article.Problem;

/// What was being read ends too early, breaks its format or goes beyond a limit. The disk is well.
public final class TornException extends IOException {
  private static final long serialVersionUID = 1;

  private final Problem.Kind kind;
  private final String what;

  public TornException(Problem.Kind kind, String what) {
    this(kind, what, "");
  }

  /// @param detail goes on where `what` ends
  public TornException(Problem.Kind kind, String what, String detail) {
    super(what + detail);
    this.kind = kind;
    this.what = what;
  }

  public Problem problem() {
    return new Problem(kind, String.valueOf(getMessage()));
  }

  /// The same, and where in the file it was met: `the gzip data is broken or cut off in line 4`.
  public Problem problem(String place) {
    return new Problem(kind, what + " " + place);
  }
}
