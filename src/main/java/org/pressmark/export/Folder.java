package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;

/// A form that is a folder of files.
public interface Folder extends Format {
  /// Where the files are put.
  interface Shelf {
    /// Begins a file, and the folders that it lies in.
    ///
    /// @param name with `/` between folders
    OutputStream open(String name) throws IOException;

    /// What a file came to, once it is closed.
    Sum sum(String name);
  }

  record Sum(long bytes, String sha256) {}

  Writing open(Shelf shelf, Letterhead head) throws IOException;
}
