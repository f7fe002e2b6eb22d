package org.pressmark.export;

import java.io.IOException;
import java.io.OutputStream;

/// A form that is one file, and no text.
public interface Table extends Format {
  /// @param out stays open
  Writing open(OutputStream out, Letterhead head) throws IOException;
}
