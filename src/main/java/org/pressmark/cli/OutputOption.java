package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.pack.Draft;
import picocli.CommandLine.Option;

/// Where results go.
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; to standard output without it. A file is there when it is whole, and"
          + " not before.")
  private Optional<Path> output = Optional.empty();

  boolean isGiven() {
    return output.isPresent();
  }

  void write(Desk desk, byte[] bytes) throws IOException {
    if (output.isEmpty()) {
      desk.write(bytes);
      return;
    }
    Draft.write(output.get(), bytes);
  }
}
