package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is looked for: words of the command line, or a question that was saved.
final class QueryOption {
  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--saved",
      paramLabel = "NAME",
      description = "Take the question that `search --save NAME` kept in the archive; with a QUERY"
          + " both must match.")
  private Optional<String> saved = Optional.empty();

  boolean isGiven() {
    return !words.isEmpty() || saved.isPresent();
  }

  /// The question, where one is given.
  Optional<String> asked(Path archive) throws IOException {
    return isGiven() ? Optional.of(words(archive)) : Optional.empty();
  }

  /// The question, or everything where none is given.
  String wordsOrAll(Path archive) throws IOException {
    return isGiven() ? words(archive) : "*";
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  void require() {
    if (!isGiven()) {
      throw new Misuse("Missing required parameter: 'QUERY'");
    }
  }

  String words(Path archive) throws IOException {
    require();
    String typed = String.join(" ", words);
    if (saved.isEmpty()) {
      return typed;
    }
    SavedQueries queries = SavedQueries.of(archive);
    String known = queries
        .named(saved.get())
        .orElseThrow(() -> new Misuse("--saved: there is no question named \"" + saved.get()
            + "\" in this archive; " + queries.names()));
    return words.isEmpty() ? known : "(" + known + ") AND (" + typed + ")";
  }
}
