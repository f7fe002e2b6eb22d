package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.Frozen;
import org.pressmark.Holdings;
import org.pressmark.export.Screen;
import org.pressmark.pack.Draft;
import org.pressmark.search.QuestionException;
import picocli.CommandLine.Option;

/// Writes down what a question found, and holds it against what it finds now.
final class FreezeOption {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,99}");

  @Option(
      names = "--freeze",
      paramLabel = "NAME",
      description = "Write down which articles match, with their texts' hashes, in the archive's"
          + " frozen/NAME.txt; or in a file, where NAME has a / or ends with .txt. Cite the hash"
          + " that is printed.")
  private Optional<String> freeze = Optional.empty();

  @Option(
      names = "--thaw",
      paramLabel = "NAME",
      description =
          "Ask a frozen question again, without a QUERY: says that the result is the same,"
              + " or what has changed, and then exits with 1.")
  private Optional<String> thaw = Optional.empty();

  boolean isWanted() {
    return freeze.isPresent() || thaw.isPresent();
  }

  /// @return the exit code
  int run(Optional<String> query, Path archive, Desk desk) throws IOException, QuestionException {
    Misuse.require(freeze.isEmpty() || thaw.isEmpty(), "--freeze and --thaw exclude each other");
    Misuse.require(
        thaw.isEmpty() || query.isEmpty(), "--thaw: the query is in the frozen file; give none");
    Misuse.require(thaw.isPresent() || query.isPresent(), "missing required parameter: 'QUERY'");
    return thaw.isPresent()
        ? thaw(thaw.get(), archive, desk)
        : freeze(query.orElseThrow(), freeze.orElseThrow(), archive, desk);
  }

  private Path file(String option, String name, Path archive) {
    if (name.contains("/") || name.contains("\\") || name.endsWith(".txt")) {
      return Path.of(name);
    }
    Misuse.require(
        NAME.matcher(name).matches(),
        option + ": \"" + name + "\" is no name; use letters, digits, dots, - and _");
    return archive.resolve("frozen").resolve(name + ".txt");
  }

  private int freeze(String query, String name, Path archive, Desk desk)
      throws IOException, QuestionException {
    Path file = file("--freeze", name, archive);
    Frozen frozen;
    try (Holdings holdings = ArchiveOption.open(archive, desk)) {
      frozen = Frozen.of(holdings, query);
    }
    if (file.startsWith(archive)) {
      Files.createDirectories(file.resolveSibling("."));
    }
    Draft.write(file, frozen.write().getBytes(StandardCharsets.UTF_8));
    desk.print("frozen: " + told(frozen) + "\n" + Screen.line(file.toString()) + "\n");
    return Exit.WELL;
  }

  private static String told(Frozen frozen) {
    return Summary.count(frozen.texts().size(), "article") + ", SHA-256 " + frozen.sha256();
  }

  private int thaw(String name, Path archive, Desk desk) throws IOException, QuestionException {
    Frozen frozen = Frozen.read(file("--thaw", name, archive));
    try (Holdings holdings = ArchiveOption.open(archive, desk)) {
      Frozen now = Frozen.of(holdings, frozen.query());
      List<Frozen.Drift> drift = frozen.drift(now, holdings);
      StringBuilder told = new StringBuilder(drift.isEmpty() ? "same: " : "drift from: ");
      told.append(told(frozen)).append('\n');
      told.append("query: ").append(Screen.line(frozen.query())).append('\n');
      frozen.circumstances(now).forEach(line -> told.append(Screen.line(line)).append('\n'));
      drift.forEach(one -> told.append(line(one)).append('\n'));
      if (!drift.isEmpty()) {
        told.append("now: ").append(told(now)).append('\n');
      }
      desk.print(told.toString());
      return drift.isEmpty() ? Exit.WELL : Exit.INCOMPLETE;
    }
  }

  private static String line(Frozen.Drift drift) {
    return switch (drift) {
      case Frozen.Drift.Gone gone ->
        "gone        " + gone.mark()
            + (gone.isInArchive() ? "  no longer matches" : "  no longer in the archive");
      case Frozen.Drift.New added -> "new         " + added.mark();
      case Frozen.Drift.Changed changed ->
        "other text  " + changed.mark()
            + changed
                .edition()
                .map(edition -> "  cleaned under " + Screen.line(edition.toString()))
                .orElse("");
    };
  }
}
