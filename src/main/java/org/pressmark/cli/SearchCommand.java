package org.pressmark.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.search.Families;
import org.pressmark.search.Question;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Results;
import org.pressmark.study.Concordance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  pressmark search harbour --facets publisher,year",
      "  pressmark search --like pm-mfrg               articles that resemble one",
      "  pressmark search harbour --save harbour       later: pressmark search --saved harbour",
      "  pressmark search harbour --kwic --sort 1R,2R  each place, by the words behind it",
      "  pressmark search harbour --kwic --sample 100 --seed 7 --format csv",
      "  pressmark search -- -strike harbour           words that begin with -",
    })
final class SearchCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin
  private final QueryOption query = new QueryOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Mixin
  private final SortOption sort = new SortOption();

  @Mixin
  private final PageOption list = new PageOption(10);

  @Option(
      names = {"-c", "--count"},
      description = "Print how many articles match, and no more; with --families collapse also how"
          + " many stories they are.")
  private boolean counts;

  @Mixin
  private final FamiliesOption families = new FamiliesOption();

  @Mixin
  private final FacetOption facets = new FacetOption();

  @Option(
      names = "--like",
      paramLabel = "ID",
      description = "Articles that resemble this one by the words that are rare elsewhere; with a"
          + " QUERY only among those that match.")
  private Optional<String> like = Optional.empty();

  @Mixin
  private final SaveOption save = new SaveOption();

  @Mixin
  private final KwicOption kwic = new KwicOption();

  @Mixin
  private final FreezeOption freeze = new FreezeOption();

  SearchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    list.check();
    check();
    if (save.isListWanted()) {
      save.print(archive.folder(), list.format(), desk);
      return Exit.WELL;
    }
    if (freeze.isWanted()) {
      return freeze.run(query.asked(archive.folder()), archive.folder(), desk);
    }
    try (Holdings holdings = archive.open(desk)) {
      String words =
          like.isPresent() ? query.wordsOrAll(archive.folder()) : query.words(archive.folder());
      save.keep(words, holdings, archive.folder());
      if (kwic.isWanted()) {
        printLines(holdings, words);
      } else {
        printHits(holdings, words);
      }
      return Exit.WELL;
    }
  }

  private void printHits(Holdings holdings, String words) throws IOException, QuestionException {
    Optional<FacetView> view = facets.view(holdings.search(), words);
    if (view.isPresent() && list.format() == TableFormat.CSV) {
      desk.printFound(view.get().csv());
      return;
    }
    if (list.isAll() && !counts) {
      printAll(holdings, words, view);
      return;
    }
    Question question =
        new Question(words, sort.ofArticles(), list.before(), counts ? 1 : list.limit());
    Results results = ask(holdings, question);
    Optional<String> suggestion =
        results.total() == 0 ? sayNothingMatches(holdings, words) : Optional.empty();
    Answer answer = new Answer(question, results, families.isCollapsed(), view, suggestion);
    if (counts && list.format() != TableFormat.JSON) {
      desk.print(answer.counts());
      desk.print(view.map(FacetView::table).orElse(""));
      return;
    }
    switch (list.format()) {
      case TABLE -> desk.print(answer.isEmpty() ? "" : answer.table(desk.isColoured()));
      case JSON -> desk.printFound(answer.json());
      case CSV -> desk.printFound(answer.csv());
    }
  }

  private void printAll(Holdings holdings, String words, Optional<FacetView> view)
      throws IOException, QuestionException {
    long total = holdings.count(words);
    if (total == 0) {
      sayNothingMatches(holdings, words);
    }
    HitPrinter printer = new HitPrinter(desk, list.format(), view);
    printer.begin(words, total);
    holdings.search().each(words, sort.ofArticles(), printer);
    printer.end();
  }

  private Optional<String> sayNothingMatches(Holdings holdings, String words)
      throws IOException, QuestionException {
    Optional<String> suggestion = holdings.suggestion(words);
    desk.say("no article matches " + words
        + suggestion.map(near -> "; did you mean: " + near).orElse(""));
    return suggestion;
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  private void check() {
    if (like.isEmpty() && !save.isListWanted() && !freeze.isWanted()) {
      query.require();
    }
    kwic.check();
    facets.check();
    save.check();
    boolean isOfPlaces = kwic.isWanted();
    Misuse.require(!isOfPlaces || !counts, "--kwic and --count exclude each other");
    Misuse.require(!isOfPlaces || !facets.isGiven(), "--kwic and --facets exclude each other");
    Misuse.require(!isOfPlaces || like.isEmpty(), "--kwic and --like exclude each other");
    Misuse.require(
        like.isEmpty()
            || !facets.isGiven() && !counts && !families.isCollapsed() && !sort.isGiven(),
        "--like: goes with a QUERY, --limit and --page, and nothing else that counts or sorts");
    Misuse.require(
        isOfPlaces || !list.isAll() || like.isEmpty() && !families.isCollapsed(),
        "--limit all: goes neither with --like nor with --families collapse; ask page by page");
    sort.check(isOfPlaces);
  }

  private void printLines(Holdings holdings, String words) throws IOException, QuestionException {
    Concordance concordance =
        kwic.concordance(words, sort.ofPlaces(), list, families.of(holdings, desk));
    LinePrinter printer = LinePrinter.of(list.format(), desk, concordance);
    printer.finish(concordance.show(holdings.search(), printer));
  }

  private Results ask(Holdings holdings, Question question) throws IOException, QuestionException {
    if (like.isPresent()) {
      return holdings.like(Ids.one(holdings, like.get(), archive.folder()), question);
    }
    Optional<Families> known = families.of(holdings, desk);
    return known.isPresent() ? holdings.ask(question, known.get()) : holdings.ask(question);
  }
}
