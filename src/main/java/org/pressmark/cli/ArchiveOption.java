package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.pressmark.Holdings;
import picocli.CommandLine.Option;

/// Which archive a command works on.
final class ArchiveOption {
  @Option(
      names = {"-a", "--archive"},
      paramLabel = "DIR",
      description = "The archive's folder (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("output");

  Path folder() {
    return folder;
  }

  /// Opens it for looking things up, and says what there is to be said of it.
  Holdings open(Desk desk) throws IOException {
    return open(folder, desk);
  }

  static Holdings open(Path folder, Desk desk) throws IOException {
    Holdings holdings = Holdings.open(folder, Progress.on(desk));
    holdings.warnings().forEach(desk::say);
    return holdings;
  }
}
