package org.pressmark.export;

import java.io.IOException;

/// A file or folder that grows article by article.
public interface Writing {
  void add(Item item) throws IOException;

  /// Writes what has to stand at the end. Without it the result is not whole.
  void finish() throws IOException;
}
