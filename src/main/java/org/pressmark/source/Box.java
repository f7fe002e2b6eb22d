package org.pressmark.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.article.Problem;

/// The files in an archive, one after another.
interface Box extends Closeable {
  /// The next one; empty behind the last. The one before is given up, however far it was read.
  ///
  /// @throws IOException if nothing more can be read, with the reason
  Optional<Item> next() throws IOException;

  /// What an archive holds at one place.
  sealed interface Item {
    /// As the archive has it; empty for the archive itself.
    String name();

    /// Reading it ends with a [TornException] where it is broken or cut off.
    record File(String name, Optional<Instant> time, InputStream in) implements Item {}

    record Passed(String name, String what) implements Item {}

    record Lost(String name, Problem problem) implements Item {}
  }
}
