package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;

/// The release archive that `mvn package` has just made, unpacked as a user would.
final class Release {
  private static final String NAME = "pressmark-" + System.getProperty("pressmark.version");

  private Release() {}

  /// Gives the folder with the launcher.
  static Path unpack(Path folder) throws IOException, InterruptedException {
    Path archive = Path.of("target", NAME + ".tar.gz").toAbsolutePath();
    Shell.Ran ran = new Shell(folder).run("tar", "xzf", archive);
    if (ran.code() != 0) {
      throw new IOException(archive + ": " + ran.err());
    }
    return folder.resolve(NAME);
  }
}
