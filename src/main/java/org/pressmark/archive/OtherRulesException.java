package org.pressmark.archive;

import java.io.IOException;

/// The archive's articles were made with other rules switched off, and are not to be mixed.
public final class OtherRulesException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param kept names of the rules that were switched off, with commas
  OtherRulesException(Folder folder, String kept) {
    super(folder.root() + ": its articles were made "
        + (kept.isEmpty()
            ? "without --keep; leave it out, or give"
            : "with --keep " + kept + "; give the same, or")
        + " another --archive");
  }
}
