package org.pressmark.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Checks that the archive is whole.",
    description = {
      "Every record against its digest, every reference from one record to another, and",
      "the index against the archive.",
    },
    exitCodeList = {
      "0:all is as it was written",
      "2:the words on the command line make no sense",
      "3:something is damaged; what, and where, is listed",
    })
final class VerifyCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  VerifyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    throw new UnsupportedOperationException(desk + " " + archive + json);
  }
}
