package org.pressmark.pack;

import org.pressmark.export.Export;
import org.pressmark.export.Folder;
import org.pressmark.export.Format;
import org.pressmark.export.Table;

/// A form in which a result, or the archive, leaves the house.
public sealed interface Form {
  /// Text, article after article; it can go to standard output.
  record Prose(Export format) implements Form {}

  /// One file that is no text.
  record Binary(Table format) implements Form {}

  /// A folder of files.
  record Files(Folder format) implements Form {}

  /// Records of the archive as they are.
  record Records(Pack format) implements Form {}

  Format format();

  default String name() {
    return format().name();
  }

  default String about() {
    return format().about();
  }
}
