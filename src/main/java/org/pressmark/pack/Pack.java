package org.pressmark.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.pressmark.export.Format;

/// A form in which an archive leaves the house.
public interface Pack extends Format {
  /// What the name of the file has to end with; empty for a folder.
  String ending();

  /// Whether it can hold a choice of articles as well as the whole archive.
  boolean takesChoice();

  /// How many bytes are read for it, some of them more than once.
  long work(Stock stock) throws IOException;

  /// Makes it among the drafts.
  ///
  /// @param done is told how many more bytes were read
  /// @return the draft that it is
  Path make(Stock stock, Draft draft, LongConsumer done) throws IOException;
}
