package org.pressmark.source;

import org.pressmark.article.Origin;

/// Who is told how a file was read, where more than one way was possible: which columns of a table
/// have the text, for instance.
@FunctionalInterface
public interface Remarks {
  Remarks UNHEARD = (origin, what) -> {};

  /// @param what a sentence without the file's name
  void say(Origin origin, String what);
}
