package org.pressmark.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.dedup.Kinship;
import org.pressmark.search.Question;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Asks the archive, and prints the articles that match.",
    description = {
      "  harbour strike          both words, in any form that the language gives them",
      "  '\"harbour strike\"'      the phrase; the outer quotes are for the shell",
      "  harbour OR port         either; NOT and ( ) too, and + or - before a word",
      "  author:curtis           in a field: headline, author, section, publisher,",
      "                          language, date",
      "  date:[2021-01 TO 2021-06]",
      "                          from the first day of January to the last of June",
      "  harb*  harbour~         words that begin so; words spelled nearly so",
    },
    footer = {
      "  pressmark search harbour strike",
      "  pressmark search 'author:curtis date:2021' --sort newest --limit 50",
      "  pressmark search harbour --count",
      "  pressmark search harbour --families collapse  each wire story once",
      "  pressmark search harbour --format csv > harbour.csv",
      "  pressmark search harbour strike --freeze harbour-2024",
      "  pressmark search --thaw harbour-2024",
      "  pressmark search -- -strike harbour           words that begin with -",
    })
final class SearchCommand implements Callable<Integer> {
  /// [Question.Order] as users write it.
  enum Sort {
    RELEVANCE(Question.Order.RELEVANCE),
    NEWEST(Question.Order.NEWEST),
    OLDEST(Question.Order.OLDEST);

    private final Question.Order order;

    Sort(Question.Order order) {
      this.order = order;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What to do with several articles that are one story.
  enum Repeats {
    /// Each is a hit of its own.
    ALL,
    /// One hit stands for all of a family.
    COLLAPSE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Desk desk;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words = List.of();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-s", "--sort"},
      paramLabel = "ORDER",
      description = "What comes first: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Sort sort = Sort.RELEVANCE;

  @Mixin
  private final PageOption list = new PageOption(10);

  @Option(
      names = {"-c", "--count"},
      description = "Print how many articles match, and no more; with --families collapse also how"
          + " many stories they are.")
  private boolean counts;

  @Option(
      names = "--families",
      paramLabel = "HOW",
      description = "Near-duplicates: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
          + " `collapse` prints of each family the article that comes first, and counts stories;"
          + " `pressmark families` tells what is in a family.")
  private Repeats families = Repeats.ALL;

  @Mixin
  private final FreezeOption freeze = new FreezeOption();

  SearchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    list.check();
    OptionalInt frozen = freeze.run(words, archive.folder(), desk);
    if (frozen.isPresent()) {
      return frozen.getAsInt();
    }
    try (Holdings holdings = Holdings.open(archive.folder(), Progress.on(desk))) {
      holdings.warnings().forEach(desk::say);
      Question question = new Question(
          String.join(" ", words), sort.order, list.before(), counts ? 1 : list.limit());
      Results results = ask(holdings, question);
      Answer answer = new Answer(question, results, families == Repeats.COLLAPSE);
      if (counts) {
        desk.print(answer.counts());
        return Exit.WELL;
      }
      switch (list.format()) {
        case TABLE -> printTable(answer);
        case JSON -> desk.printFound(answer.json());
        case CSV -> desk.printFound(answer.csv());
      }
      return Exit.WELL;
    }
  }

  private Results ask(Holdings holdings, Question question) throws IOException, QuestionException {
    return switch (families) {
      case ALL -> holdings.ask(question);
      case COLLAPSE ->
        holdings.ask(question, holdings.families(Kinship.DEFAULT, Progress.on(desk)));
    };
  }

  private void printTable(Answer answer) throws IOException {
    if (answer.isEmpty()) {
      desk.say("no article matches " + String.join(" ", words));
    } else {
      desk.print(answer.table(desk.isColoured()));
    }
  }
}
