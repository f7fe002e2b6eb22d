package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.Holdings;
import org.pressmark.archive.Archive;
import org.pressmark.search.QuestionException;
import picocli.CommandLine.Option;

/// Keeps questions in the archive, and lists them.
final class SaveOption {
  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Keep the question in the archive, in queries.txt; --saved NAME asks it again.")
  private Optional<String> save = Optional.empty();

  @Option(names = "--list-saved", description = "List the questions that were saved.")
  private boolean listsSaved;

  boolean isListWanted() {
    return listsSaved;
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  void check() {
    Misuse.require(
        save.isEmpty() || SavedQueries.isName(save.get()),
        "--save: a name has up to 64 letters and digits, with . - _ behind the first");
  }

  /// Where that is wanted.
  void keep(String words, Holdings holdings, Path archive) throws IOException, QuestionException {
    if (save.isPresent()) {
      holdings.count(words); // a question that can not be asked is not kept
      SavedQueries.of(archive).keep(save.get(), words);
    }
  }

  void print(Path archive, TableFormat format, Desk desk) throws IOException {
    Archive.open(archive); // which says so where there is none
    Figures saved = new Figures(
        new Figures.Column("name", "name", Figures.Kind.TEXT),
        new Figures.Column("query", "question", Figures.Kind.TEXT));
    SavedQueries.of(archive).all().forEach(saved::row);
    if (saved.isEmpty()) {
      desk.say("no question was saved yet; keep one with: pressmark search QUERY --save NAME");
    }
    switch (format) {
      case TABLE -> desk.print(saved.isEmpty() ? "" : saved.table());
      case JSON -> desk.printFound(JsonText.object(json -> saved.write(json, "saved")));
      case CSV -> desk.printFound(saved.csv());
    }
  }
}
