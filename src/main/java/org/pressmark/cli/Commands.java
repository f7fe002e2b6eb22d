package org.pressmark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.pressmark.archive.OtherRulesException;
import org.pressmark.article.Problem;
import org.pressmark.search.QuestionException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// All commands, and how they are run.
final class Commands {
  static final String NO_MEMORY =
      "ran out of memory; give it more, such as with PRESSMARK_JAVA_OPTS=-Xmx4g";

  /// In the order of the help.
  private static final Map<String, Function<Desk, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("ingest", IngestCommand::new);
    ALL.put("fetch", FetchCommand::new);
    ALL.put("clean", CleanCommand::new);
    ALL.put("search", SearchCommand::new);
    ALL.put("trend", TrendCommand::new);
    ALL.put("words", WordsCommand::new);
    ALL.put("keyness", KeynessCommand::new);
    ALL.put("collocations", CollocationsCommand::new);
    ALL.put("show", ShowCommand::new);
    ALL.put("families", FamiliesCommand::new);
    ALL.put("export", ExportCommand::new);
    ALL.put("report", ReportCommand::new);
    ALL.put("reclean", RecleanCommand::new);
    ALL.put("verify", VerifyCommand::new);
    ALL.put("repair", RepairCommand::new);
    ALL.put("train", TrainCommand::new);
    ALL.put("completion", CompletionCommand::new);
    ALL.put("help", desk -> new CommandLine.HelpCommand());
    ALL.put("warm-up", WarmUpCommand::new);
  }

  private Commands() {}

  static int run(Desk desk, String... args) throws IOException {
    StringWriter help = new StringWriter();
    int code = line(desk, args).setOut(new PrintWriter(help)).execute(args);
    desk.print(help.toString());
    return code;
  }

  /// The whole command line, for those who want to see all of it.
  static CommandLine line(Desk desk) {
    return line(desk, ALL);
  }

  /// Only the command that is meant, where it is clear which: reading the annotations of all of
  /// them would take longer than a search.
  private static CommandLine line(Desk desk, String... args) {
    String meant =
        Arrays.stream(args).filter(arg -> !arg.startsWith("-")).findFirst().orElse("");
    Function<Desk, Object> maker = ALL.get(meant);
    return maker == null || meant.equals("help") || meant.equals("completion")
        ? line(desk)
        : line(desk, Map.of(meant, maker));
  }

  private static CommandLine line(Desk desk, Map<String, Function<Desk, Object>> commands) {
    CommandLine line = new CommandLine(new RootCommand());
    commands.forEach((name, maker) -> line.addSubcommand(name, maker.apply(desk)));
    furnish(line);
    line.getSubcommands().values().forEach(Commands::furnish);
    return line.setExpandAtFiles(false) // a query may begin with @
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(Help.defaultColorScheme(desk.isColoured() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(width(desk))
        .setUsageHelpAutoWidth(false)
        .setErr(desk.err())
        .setParameterExceptionHandler((trouble, args) -> misused(desk, trouble))
        .setExecutionExceptionHandler((trouble, ran, result) -> {
          if (isDebugging(desk, result) && !(trouble instanceof Misuse)) {
            trouble.printStackTrace(desk.err());
          }
          return trouble instanceof Misuse
              ? misused(desk, new ParameterException(ran, message(trouble)))
              : failed(desk, trouble);
        });
  }

  /// What every command has alike.
  private static void furnish(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.versionProvider(() -> new String[] {Main.version()});
    if (!(spec.userObject() instanceof CommandLine.HelpCommand)) {
      spec.mixinStandardHelpOptions(true);
    }
    UsageMessageSpec help = spec.usageMessage();
    if (help.exitCodeList().isEmpty()) {
      help.exitCodeList(spec.root().usageMessage().exitCodeList());
    }
    help.sortOptions(false)
        .synopsisHeading(help.header().length > 0 ? "%nUsage: " : "Usage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .footerHeading(help.footer().length > 0 ? "%nExamples:%n" : "");
  }

  private static boolean isDebugging(Desk desk, ParseResult result) {
    return !desk.environment("PRESSMARK_DEBUG").isEmpty()
        || (result.commandSpec().root().userObject() instanceof RootCommand root
            && root.isDebugging());
  }

  private static int width(Desk desk) {
    String columns = desk.environment("COLUMNS");
    return columns.matches("[1-9][0-9]{1,3}") ? Math.clamp(Integer.parseInt(columns), 60, 120) : 80;
  }

  /// `pressmark: search: "--fomat" is not an option; near it: --format; see: pressmark search
  /// --help`
  private static int misused(Desk desk, ParameterException trouble) {
    CommandLine command = trouble.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String where = name.equals("pressmark") ? "" : name.substring("pressmark ".length()) + ": ";
    desk.say(where + what(trouble) + "; see: " + name + " --help");
    return Exit.USAGE;
  }

  private static String what(ParameterException trouble) {
    if (trouble instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      boolean isCommand = !unmatched.getCommandLine().getSubcommands().isEmpty();
      String kind =
          unmatched.isUnknownOption() ? "an option" : isCommand ? "a command" : "expected here";
      return "\"" + word + "\" is not " + kind + suggestion(unmatched);
    }
    return lowerFirst(message(trouble).lines().findFirst().orElse(""));
  }

  private static String lowerFirst(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String suggestion(UnmatchedArgumentException trouble) {
    List<String> near = trouble.getSuggestions().stream().limit(2).toList();
    return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
  }

  private static int failed(Desk desk, Exception trouble) {
    return switch (trouble) {
      case Desk.ClosedException e -> closed(desk, e);
      case UncheckedIOException e -> failed(desk, Objects.requireNonNull(e.getCause()));
      case QuestionException e -> said(desk, message(e), Exit.USAGE);
      case InvalidPathException e ->
        said(desk, e.getInput() + ": is not a path here: " + e.getReason(), Exit.USAGE);
      case OtherRulesException e -> said(desk, message(e), Exit.USAGE);
      case IOException e -> said(desk, words(e), Exit.FAILED);
      default ->
        root(trouble) instanceof OutOfMemoryError
            ? said(desk, NO_MEMORY, Exit.FAILED)
            : said(
                desk,
                "failed (" + Problem.site(root(trouble))
                    + "); please report it with what --debug shows",
                Exit.FAILED);
    };
  }

  /// Nobody may be reading any more, as behind `| head`, which is no trouble.
  static int closed(Desk desk, Desk.ClosedException trouble) {
    return trouble.isEnough()
        ? Exit.CLOSED
        : said(desk, message(trouble) + "; make room, or write somewhere else", Exit.FAILED);
  }

  private static String message(Exception trouble) {
    return Optional.ofNullable(trouble.getMessage()).orElse(trouble.getClass().getSimpleName());
  }

  private static Throwable root(Throwable trouble) {
    Throwable cause = trouble.getCause();
    return cause == null ? trouble : root(cause);
  }

  private static int said(Desk desk, String message, int code) {
    desk.say(message);
    return code;
  }

  private static String reason(FileSystemException trouble) {
    String unnamed = trouble instanceof FileAlreadyExistsException
        ? "is there, and is no folder"
        : "the file system refuses";
    return Optional.ofNullable(trouble.getReason()).orElse(unnamed);
  }

  /// Where and what; the JDK's own messages are often a bare path.
  static String words(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException e -> e.getFile() + ": no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": permission denied";
      case FileSystemException e -> e.getFile() + ": " + reason(e);
      default -> message(trouble);
    };
  }
}
