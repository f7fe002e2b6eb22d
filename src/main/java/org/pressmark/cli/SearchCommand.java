package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.archive.Archive;
import org.pressmark.search.Families;
import org.pressmark.search.Question;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Results;
import org.pressmark.study.By;
import org.pressmark.study.Concordance;
import org.pressmark.study.Facets;
import org.pressmark.study.LineOrder;
import org.pressmark.study.Reach;
import org.pressmark.study.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
  private static final Reach CONTEXT = new Reach(40, Reach.Unit.CHARACTERS);

  /// What completion offers.
  static final class Orders implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(
              "relevance", "newest", "oldest", "id", "left", "right", "key", "source", "archive")
          .iterator();
    }
  }

  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  private final QueryOption query = new QueryOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-s", "--sort"},
      paramLabel = "ORDER",
      completionCandidates = Orders.class,
      description = "What comes first: relevance (the default), newest or oldest. With --kwic id"
          + " (the default), left, right, key, newest, oldest, source, archive, or words by their"
          + " places, such as 1L,2L,1R.")
  private Optional<String> sort = Optional.empty();

  @Mixin
  private final PageOption list = new PageOption(10);

  @Option(
      names = {"-c", "--count"},
      description = "Print how many articles match, and no more; with --families collapse also how"
          + " many stories they are.")
  private boolean counts;

  @Mixin
  private final FamiliesOption families = new FamiliesOption();

  @Option(
      names = "--facets",
      paramLabel = "BY,…",
      split = ",",
      description = "Print beside the hits what all articles that match are like, counted exactly:"
          + " by publisher, year, month, language, section, author, type or source. In CSV instead"
          + " of the hits.")
  private List<String> facets = List.of();

  @Option(
      names = "--facet-limit",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "How many values of each, or `all` (default: ${DEFAULT-VALUE}).")
  private int facetLimit = 20;

  @Option(
      names = "--like",
      paramLabel = "ID",
      description = "Articles that resemble this one by the words that are rare elsewhere; with a"
          + " QUERY only among those that match.")
  private Optional<String> like = Optional.empty();

  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Keep the question in the archive, in queries.txt; --saved NAME asks it again.")
  private Optional<String> save = Optional.empty();

  @Option(names = "--list-saved", description = "List the questions that were saved.")
  private boolean listsSaved;

  @Option(
      names = "--kwic",
      description = "Print every place where the question matches, with what stands around it: key"
          + " word in context. In CSV and JSON with its offsets in the article.")
  private boolean kwic;

  @Option(
      names = "--context",
      paramLabel = "N",
      converter = ContextConverter.class,
      description = "With --kwic: how much on each side, words or, as in 60c, characters (default:"
          + " 40c).")
  private Optional<Reach> context = Optional.empty();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "With --kwic: only so many places, drawn by lot; the same ones each time.")
  private Optional<Integer> sample = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "With --sample: a number that draws other places (default: 1).")
  private Optional<Long> seed = Optional.empty();

  @Mixin
  private final FreezeOption freeze = new FreezeOption();

  SearchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    list.check();
    check();
    if (listsSaved) {
      printSaved();
      return Exit.WELL;
    }
    if (freeze.isWanted()) {
      return freeze.run(query.asked(archive.folder()), archive.folder(), desk);
    }
    try (Holdings holdings = archive.open(desk)) {
      String words =
          like.isPresent() ? query.wordsOrAll(archive.folder()) : query.words(archive.folder());
      if (save.isPresent()) {
        holdings.count(words); // a question that can not be asked is not kept
        SavedQueries.of(archive.folder()).keep(save.get(), words);
      }
      if (kwic) {
        printLines(holdings, words);
      } else {
        printHits(holdings, words);
      }
      return Exit.WELL;
    }
  }

  private void printSaved() throws IOException {
    Archive.open(archive.folder()); // which says so where there is none
    Figures saved = new Figures(
        new Figures.Column("name", "name", Figures.Kind.TEXT),
        new Figures.Column("query", "question", Figures.Kind.TEXT));
    SavedQueries.of(archive.folder()).all().forEach(saved::row);
    if (saved.isEmpty()) {
      desk.say("no question was saved yet; keep one with: pressmark search QUERY --save NAME");
    }
    switch (list.format()) {
      case TABLE -> desk.print(saved.isEmpty() ? "" : saved.table());
      case JSON -> desk.printFound(JsonText.object(json -> saved.write(json, "saved")));
      case CSV -> desk.printFound(saved.csv());
    }
  }

  private void printHits(Holdings holdings, String words) throws IOException, QuestionException {
    Optional<Facets> known = facets.isEmpty()
        ? Optional.empty()
        : Optional.of(Facets.of(holdings.search(), words, bys()));
    Optional<FacetView> view = known.map(facts -> new FacetView(facts, facetLimit));
    if (view.isPresent() && list.format() == TableFormat.CSV) {
      desk.printFound(view.get().csv());
      return;
    }
    if (list.isAll() && !counts) {
      printAll(holdings, words, view);
      return;
    }
    Question question = new Question(words, order(), list.before(), counts ? 1 : list.limit());
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
    holdings.search().each(words, order(), printer);
    printer.end();
  }

  private List<By> bys() {
    List<By> bys = new ArrayList<>();
    for (String name : facets) {
      bys.add(By.named(name.strip())
          .orElseThrow(() ->
              new Misuse("--facets: \"" + name + "\" is not known; known are: " + By.names())));
    }
    return bys;
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
    if (like.isEmpty() && !listsSaved && !freeze.isWanted()) {
      query.require();
    }
    Misuse.require(kwic || context.isEmpty(), "--context: goes with --kwic");
    Misuse.require(kwic || sample.isEmpty(), "--sample: goes with --kwic");
    Misuse.require(sample.isPresent() || seed.isEmpty(), "--seed: goes with --sample");
    Misuse.require(!kwic || !counts, "--kwic and --count exclude each other");
    Misuse.require(!kwic || facets.isEmpty(), "--kwic and --facets exclude each other");
    Misuse.require(!kwic || like.isEmpty(), "--kwic and --like exclude each other");
    Misuse.require(
        like.isEmpty() || facets.isEmpty() && !counts && !families.isCollapsed() && sort.isEmpty(),
        "--like: goes with a QUERY, --limit and --page, and nothing else that counts or sorts");
    Misuse.require(facetLimit >= 1, "--facet-limit: " + facetLimit + " is not from 1 on");
    Misuse.require(
        save.isEmpty() || SavedQueries.isName(save.get()),
        "--save: a name has up to 64 letters and digits, with . - _ behind the first");
    Misuse.require(
        kwic || !list.isAll() || like.isEmpty() && !families.isCollapsed(),
        "--limit all: goes neither with --like nor with --families collapse; ask page by page");
    bys();
    Misuse.require(
        sample.orElse(1) >= 1 && sample.orElse(1) <= Concordance.MAX_SORTED,
        "--sample: " + sample.orElse(1) + " is not from 1 to " + Concordance.MAX_SORTED);
    if (kwic) {
      lineOrder();
    } else {
      order();
    }
  }

  private Question.Order order() {
    String name = sort.orElse("relevance").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "relevance" -> Question.Order.RELEVANCE;
      case "newest" -> Question.Order.NEWEST;
      case "oldest" -> Question.Order.OLDEST;
      default ->
        throw new Misuse("--sort: \"" + name + "\" is not an order"
            + (LineOrder.named(name).isPresent()
                ? " of articles; it goes with --kwic"
                : "; known orders: relevance, newest, oldest"));
    };
  }

  private LineOrder lineOrder() {
    String name = sort.orElse("id");
    return LineOrder.named(name)
        .orElseThrow(() -> new Misuse("--sort: \"" + name
            + "\" is not an order of places; known orders: " + LineOrder.NAMES));
  }

  private void printLines(Holdings holdings, String words) throws IOException, QuestionException {
    Optional<Sample> drawn = sample.map(size -> new Sample(size, seed.orElse(1L)));
    boolean isLimited =
        drawn.isEmpty() || spec.commandLine().getParseResult().hasMatchedOption("--limit");
    Concordance concordance = new Concordance(
        words,
        context.orElse(CONTEXT),
        lineOrder(),
        list.before(),
        isLimited ? list.limit() : Concordance.ALL,
        drawn,
        families.of(holdings, desk));
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
