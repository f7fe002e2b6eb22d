package org.pressmark.export;

/// A form that `--format` takes.
public interface Format {
  /// The name that `--format` knows it by.
  String name();

  /// What one gets, in a few words for the help.
  String about();
}
