package org.pressmark.article;

import java.util.Arrays;
import java.util.Locale;

/// Why a document did not become an article, in words for its owner: what, where inside, what to
/// do.
public record Problem(Kind kind, String message) {
  /// What summaries count problems by.
  public enum Kind {
    /// No bytes, or nothing but white space.
    EMPTY,
    /// The disk, the file system or the permissions say no.
    UNREADABLE,
    /// More bytes, or more unpacked bytes, than the limit allows.
    OVERSIZED,
    /// Neither text nor a format that has text in it.
    BINARY,
    /// The format is known, and this file breaks it.
    MALFORMED,
    /// Protected with a password.
    ENCRYPTED,
    /// Took longer, or went deeper, than the limit allows.
    EXHAUSTING,
    /// Read well, but there is no paragraph of text in it.
    TEXTLESS,
    /// Pressmark itself failed over it.
    FAULT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A fault of the program, not of the document.
  public static Problem fault(Throwable cause) {
    return new Problem(
        Kind.FAULT,
        "Pressmark failed over this document ("
            + site(cause)
            + "); please report it with the document");
  }

  /// What failed and where in the program: `ArithmeticException in Judge.java:105`.
  public static String site(Throwable cause) {
    return cause.getClass().getSimpleName()
        + Arrays.stream(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.pressmark."))
            .findFirst()
            .map(frame -> " in " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
  }

  @Override
  public String toString() {
    return kind + ": " + message;
  }
}
