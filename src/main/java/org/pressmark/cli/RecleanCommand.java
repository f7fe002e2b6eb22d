package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.pressmark.InOrder;
import org.pressmark.Options;
import org.pressmark.Reclean;
import org.pressmark.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    header = "Shows the archive under the present rules, and takes over what you accept.",
    description = {
      "Cleans each document once more from its original, and holds the result against",
      "the one in the archive: how many differ, in what, by outlet, with examples.",
      "Nothing is written unless you say what to accept. What is accepted becomes the",
      "article; the version before it stays: see `pressmark show ID --versions`.",
      "Documents whose result was made under the present rules are passed over. A run",
      "that was interrupted goes on when the same command is given again.",
    },
    exitCodeList = {
      "0:done",
      "1:done, but some documents could not be compared; they stay as they are, and are listed",
      "2:the words on the command line make no sense",
      "3:the archive or a device failed",
      "130:stopped by Ctrl-C; what was accepted until then is in the archive",
    },
    footer = {
      "  pressmark reclean                              what would change",
      "  pressmark reclean --html changes.html          the same, as a page",
      "  pressmark reclean --accept \"The Varn Echo\"     take over what changed there",
      "  pressmark reclean --accept all",
    })
final class RecleanCommand implements Callable<Integer> {
  private static final int MAX_SAMPLES = 100;

  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--accept",
      paramLabel = "OUTLET",
      split = ",",
      description = "Take over what changed in the articles of these outlets, named as the list"
          + " names them, or `all`. (Default: `none`. A name with a comma goes into double quotes of"
          + " its own.)")
  private List<String> accepted = List.of();

  @Option(
      names = "--all",
      description = "Clean those documents too whose result was made under the present rules.")
  private boolean all;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "How many differences of each outlet to show (default: ${DEFAULT-VALUE}).")
  private int samples = 3;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the counts and the differences into a page for a browser, too.")
  private Optional<Path> html = Optional.empty();

  @Option(names = "--json", description = "Print the counts as JSON.")
  private boolean json;

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Mixin
  private final ThreadsOption threads = new ThreadsOption();

  RecleanCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    if (samples < 0 || samples > MAX_SAMPLES) {
      throw new ParameterException(
          spec.commandLine(), "--samples: " + samples + " is not from 0 to " + MAX_SAMPLES);
    }
    Set<String> names = names();
    try (Stop stop = new Stop(desk)) {
      Revision revision = Reclean.run(
          archive.folder(),
          Options.DEFAULTS,
          new Reclean.Wish(accept(names), all, samples),
          InOrder.of(threads.count()),
          Progress.on(desk),
          Clock.systemUTC(),
          stop::isAsked);
      tell(new RecleanReport(revision, archive.folder().toString(), !accepted.isEmpty()));
      sayUnknown(names, revision);
      return revision.failed() == 0 ? Exit.WELL : Exit.INCOMPLETE;
    }
  }

  private Set<String> names() {
    return accepted.stream()
        .map(RecleanCommand::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(String word) {
    String name = word.strip();
    boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return (isQuoted ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
  }

  private Reclean.Accept accept(Set<String> names) {
    if (names.isEmpty() || names.equals(Set.of("none"))) {
      accepted = List.of();
      return new Reclean.Accept.Nothing();
    }
    if (names.equals(Set.of("all"))) {
      return new Reclean.Accept.Everything();
    }
    if (names.contains("all") || names.contains("none")) {
      throw new ParameterException(
          spec.commandLine(), "--accept: give all, or none, or names of outlets");
    }
    return new Reclean.Accept.Outlets(names);
  }

  private void tell(RecleanReport report) throws IOException {
    if (html.isPresent()) {
      replace(html.get(), report.html());
    }
    desk.print(json ? report.json() : report.text(desk.isColoured(), html.map(Path::toString)));
    desk.flush();
  }

  /// Whole, or not at all.
  private static void replace(Path file, String page) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.write(draft, page.getBytes(StandardCharsets.UTF_8));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void sayUnknown(Set<String> names, Revision revision) {
    if (accept(names) instanceof Reclean.Accept.Outlets) {
      Set<String> known = revision.outlets().keySet().stream()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
      names.stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> desk.say("--accept: no document that was compared is of \"" + name
              + "\"; outlets are named as the list of `pressmark reclean` names them"));
    }
  }
}
