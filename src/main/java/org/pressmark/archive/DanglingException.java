package org.pressmark.archive;

import org.pressmark.article.Position;

/// A copy that is whole, and whose document is not where it says.
final class DanglingException extends DamageException {
  private static final long serialVersionUID = 1;

  DanglingException(Position first) {
    super("a record that refers to a capture that is not at " + first);
  }
}
