package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pressmark.index.Analyzers;
import org.pressmark.study.Choice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// Which words of many are printed, in which form.
final class ChoiceOption {
  // No list of stop words is longer.
  private static final long MAX_BYTES = 16 << 20;

  @Option(
      names = {"-m", "--min"},
      paramLabel = "N",
      description = "Leave out words with fewer occurrences (default: ${DEFAULT-VALUE}).")
  private long least;

  @Option(
      names = "--stop-words",
      paramLabel = "FILE",
      description = "Leave out the words of this file, one a line; none are left out without it.")
  private Optional<Path> stopWords = Optional.empty();

  @Mixin
  private final PageOption list = new PageOption(50);

  ChoiceOption(long least) {
    this.least = least;
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  Choice choice() throws IOException {
    list.check();
    Misuse.require(least >= 1, "--min: " + least + " is not from 1 on");
    Misuse.require(
        list.isAll() || (long) list.before() + list.limit() <= Choice.MAX,
        "--page: is behind the first " + Choice.MAX + " words, which is as far as they are put in"
            + " order; ask for others with --min");
    return new Choice(least, without(), list.before(), list.limit());
  }

  private Set<String> without() throws IOException {
    Set<String> words = new HashSet<>();
    if (stopWords.isPresent()) {
      Path file = stopWords.get();
      Misuse.require(
          Files.size(file) <= MAX_BYTES, "--stop-words: " + file + " is larger than 16 MiB");
      Analyzers analyzers = new Analyzers();
      try {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          String word = line.strip();
          if (!word.isEmpty() && !word.startsWith("#")) {
            words.add(analyzers.fold(word));
          }
        }
      } catch (MalformedInputException e) {
        throw new IOException(file + ": is not UTF-8; save it as such", e);
      }
    }
    return words;
  }

  /// Prints words, and says how many more were chosen.
  ///
  /// @param extent of what they were counted in, in a line
  /// @param query and what else is to be said of them in JSON, before the list
  void print(Desk desk, Figures words, long chosen, String extent, Consumer<JsonGenerator> query)
      throws IOException {
    switch (list.format()) {
      case TABLE -> desk.print((words.isEmpty() ? "" : words.table() + "\n") + extent);
      case JSON ->
        desk.printFound(JsonText.object(json -> {
          query.accept(json);
          json.writeNumberProperty("chosen", chosen);
          words.write(json, "list");
        }));
      case CSV -> desk.printFound(words.csv());
    }
    rest(chosen, words.size()).ifPresent(desk::say);
  }

  /// What of the words that are wanted is not printed, in a sentence.
  private Optional<String> rest(long chosen, int printed) {
    long behind = chosen - list.before() - printed;
    if (behind <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        list.isAll()
            ? String.format(
                Locale.ROOT,
                "%,d more words are left out: %,d is the most; ask for fewer with --min",
                behind,
                Choice.MAX)
            : String.format(
                Locale.ROOT,
                "%,d more; go on with --page %d, or see all with --limit all",
                behind,
                list.page() + 1));
  }

  int before() {
    return list.before();
  }
}
