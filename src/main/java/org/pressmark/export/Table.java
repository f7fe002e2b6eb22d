package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;

/// A form that is one file, and no text.
public interface Table {
  /// The name that `--format` knows it by.
  String name();

  /// What one gets, in a few words for the help.
  String about();

  /// @param out stays open
  Writing open(OutputStream out, Letterhead head) throws IOException;
}
