package org.pressmark.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(
    header = "Prints a script that completes commands and options.",
    description = "For bash and zsh.",
    footer = {
      "  source <(pressmark completion)                 for this shell",
      "  pressmark completion > ~/.local/share/bash-completion/completions/pressmark",
    })
final class CompletionCommand implements Callable<Integer> {
  private final Desk desk;

  CompletionCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    desk.print(AutoComplete.bash("pressmark", Commands.line(desk)));
    return Exit.WELL;
  }
}
