package org.pressmark.pack;

import org.pressmark.export.Export;
import org.pressmark.export.Folder;
import org.pressmark.export.Table;

/// A form in which a result, or the archive, leaves the house.
public sealed interface Form {
  /// Text, article after article; it can go to standard output.
  record Prose(Export export) implements Form {
    @Override
    public String name() {
      return export.name();
    }

    @Override
    public String about() {
      return export.about();
    }
  }

  /// One file that is no text.
  record Binary(Table table) implements Form {
    @Override
    public String name() {
      return table.name();
    }

    @Override
    public String about() {
      return table.about();
    }
  }

  /// A folder of files.
  record Files(Folder folder) implements Form {
    @Override
    public String name() {
      return folder.name();
    }

    @Override
    public String about() {
      return folder.about();
    }
  }

  /// Records of the archive as they are.
  record Records(Pack pack) implements Form {
    @Override
    public String name() {
      return pack.name();
    }

    @Override
    public String about() {
      return pack.about();
    }
  }

  /// The name that `--format` knows it by.
  String name();

  /// What one gets, in a few words for the help.
  String about();
}
