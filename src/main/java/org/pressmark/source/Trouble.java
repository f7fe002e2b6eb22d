package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.UNREADABLE;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.TornException;

/// What the file system says, in words for people.
final class Trouble {
  private static final String UNKNOWN = "can not be read";

  private Trouble() {}

  static Problem problem(IOException e) {
    return e instanceof TornException torn ? torn.problem() : new Problem(UNREADABLE, of(e));
  }

  /// @param place where in the file it was met
  static Problem problem(IOException e, String place) {
    return e instanceof TornException torn
        ? torn.problem(place)
        : new Problem(UNREADABLE, of(e) + " (" + place + ")");
  }

  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "no such file or folder";
      case AccessDeniedException denied -> "the permissions do not let it be read";
      case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), UNKNOWN);
      default -> Objects.requireNonNullElse(e.getMessage(), UNKNOWN);
    };
  }
}
