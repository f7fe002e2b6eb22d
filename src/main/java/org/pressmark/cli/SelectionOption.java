package org.pressmark.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Wildcard;
import org.pressmark.source.Selection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which of the documents that sources hold are read, and how many.
final class SelectionOption {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private Optional<Instant> since = Optional.empty();
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      description =
          "Only documents whose path matches, with its name in an archive or its line in a"
              + " file: * stands for anything; without it, the pattern is looked for anywhere. May be"
              + " given several times.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Leave out those whose path matches.")
  private List<String> exclude = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Leave out what was retrieved before, or, of files, last changed before:"
          + " 2024-10-01, or with a time, 2024-10-01T08:00:00Z.")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void since(String date) {
    since = Optional.of(Since.parse(date, spec));
  }

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Stop after so many documents that are not in the archive yet. The same command"
          + " goes on with the next ones.")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void limit(long documents) {
    if (documents < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit: " + documents + " is too little; give 1 or more");
    }
    limit = documents;
  }

  Selection selection() {
    return new Selection(wildcards(include), wildcards(exclude), since);
  }

  private static List<Wildcard> wildcards(List<String> patterns) {
    return patterns.stream().map(Wildcard::new).toList();
  }

  long limit() {
    return limit;
  }
}
