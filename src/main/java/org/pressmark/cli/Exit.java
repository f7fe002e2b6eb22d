package org.pressmark.cli;

/// What a command ends with. A search without a hit is well: it was answered.
final class Exit {
  static final int WELL = 0;

  /// Done, but some documents could not be cleaned; they are listed.
  static final int INCOMPLETE = 1;

  /// The words on the command line make no sense.
  static final int USAGE = 2;

  /// The archive, a file or a device failed.
  static final int FAILED = 3;

  /// Nobody reads the results any more; what a shell reports for SIGPIPE.
  static final int CLOSED = 141;

  private Exit() {}
}
