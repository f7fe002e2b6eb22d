package org.pressmark.archive;

import java.util.List;
import org.pressmark.article.Position;

/// A copy, or a later version of an article, that is whole, and whose document is not where it says
/// or whose version before is not.
final class DanglingException extends DamageException {
  private static final long serialVersionUID = 1;

  private final transient List<Position> gone;

  /// @param gone where what it refers to is not
  DanglingException(List<Position> gone, String what) {
    super(what);
    this.gone = List.copyOf(gone);
  }

  /// The places that it refers to, and that have nothing of the kind.
  List<Position> gone() {
    return gone;
  }
}
