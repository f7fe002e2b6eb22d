package org.pressmark.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How many documents are cleaned side by side.
final class ThreadsOption {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private int count = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"--threads", "--workers"},
      paramLabel = "N",
      description = "How many documents to clean side by side (default: as many as processors). The"
          + " results are the same, and in the same order, with any number.")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void count(int threads) {
    if (threads < 1 || threads > 1024) {
      throw new ParameterException(
          spec.commandLine(), "--threads: " + threads + " is not a number from 1 to 1024");
    }
    count = threads;
  }

  int count() {
    return count;
  }
}
