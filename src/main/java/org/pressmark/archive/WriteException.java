package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A disk that did not take what was to be written. What was committed before is safe.
final class WriteException extends IOException {
  private static final long serialVersionUID = 1;

  private WriteException(String message, IOException cause) {
    super(message, cause);
  }

  static WriteException of(Path file, IOException cause) {
    return cause instanceof WriteException same
        ? same
        : new WriteException(
            file + ": writing failed (" + reason(cause)
                + "); all up to the last commit is safe: see to the disk, then run the same again",
            cause);
  }

  /// The JDK's own messages are often a bare path.
  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException e -> e.getFile() + " is not there any more";
      case FileAlreadyExistsException e -> e.getFile() + " is there, and is no folder";
      case AccessDeniedException e -> e.getFile() + ": permission denied";
      case FileSystemException e ->
        e.getFile() + (e.getReason() == null ? "" : ": " + e.getReason());
      default -> String.valueOf(cause.getMessage());
    };
  }
}
