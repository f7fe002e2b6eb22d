package org.pressmark.cli;

import java.nio.file.Path;
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
}
