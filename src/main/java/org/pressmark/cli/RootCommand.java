package org.pressmark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `pressmark` without a command.
@Command(
    name = "pressmark",
    description = "Cleans scraped news articles, keeps them in an archive, searches them.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeList = {
      "0:well; a search without a hit, too",
      "1:done, but some documents could not be cleaned; they are listed",
      "2:the words on the command line make no sense",
      "3:the archive, a file or a device failed",
    },
    footer = {
      "  pressmark ingest corpus              clean a folder into the archive output/",
      "  pressmark search harbour             ask the archive",
      "  pressmark clean page.html            clean one page to standard output",
      "",
      "`pressmark help COMMAND` tells more. Results go to standard output, all else",
      "to standard error. NO_COLOR=1 turns colours off; PRESSMARK_JAVA_OPTS=-Xmx4g",
      "gives the program more memory.",
    })
final class RootCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print where in the program something failed.")
  private boolean debug;

  boolean isDebugging() {
    return debug;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing a command");
  }
}
