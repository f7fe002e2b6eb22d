package org.pressmark.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.count.Significance;
import org.pressmark.search.QuestionException;
import org.pressmark.study.Choice;
import org.pressmark.study.Collocations;
import org.pressmark.study.Reach;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Finds the words that stand near what a question finds.",
    description = {
      "Looks at so many words before and behind each occurrence, and holds how often",
      "each word stands there against how often it stands elsewhere in the archive:",
      "G2 (Dunning 1993), logDice (Rychly 2008), MI (Church and Hanks 1990), t-score",
      "(Church et al. 1991). A word in several windows counts once; windows do not",
      "reach from the headline into the text. No word is left out unless --stop-words",
      "says so.",
    },
    footer = {
      "  pressmark collocations harbour",
      "  pressmark collocations harbour --window 3,0 --sort logdice --min 5",
      "  pressmark collocations '\"harbour strike\"' --stop-words english.txt",
    })
final class CollocationsCommand implements Callable<Integer> {
  /// [Collocations.Order] as users write it.
  enum Order {
    G2(Collocations.Order.LOG_LIKELIHOOD),
    LOGDICE(Collocations.Order.LOG_DICE),
    MI(Collocations.Order.MI),
    T(Collocations.Order.T_SCORE),
    FREQUENCY(Collocations.Order.FREQUENCY);

    private final Collocations.Order order;

    Order(Collocations.Order order) {
      this.order = order;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Desk desk;

  @Mixin
  private final QueryOption query = new QueryOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-w", "--window"},
      paramLabel = "N[,N]",
      description = "How many words before and behind an occurrence are near it (default:"
          + " ${DEFAULT-VALUE}); as 3,0 each for itself.")
  private String window = "5";

  @Option(
      names = {"-s", "--sort"},
      paramLabel = "ORDER",
      description = "What comes first: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Order order = Order.G2;

  @Mixin
  private final FamiliesOption families = new FamiliesOption();

  @Mixin
  private final ChoiceOption choice = new ChoiceOption(3);

  CollocationsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    query.require();
    Choice wanted = choice.choice();
    int[] reach = reach();
    try (Holdings holdings = archive.open(desk)) {
      String words = query.words(archive.folder());
      Collocations found = Collocations.of(
          holdings.search(),
          words,
          reach[0],
          reach[1],
          order.order,
          wanted,
          families.of(holdings, desk));
      if (found.articles() == 0) {
        desk.say("no article matches " + words);
      } else if (found.occurrences() == 0) {
        desk.say(words + ": nothing was asked of headline and text; ask for a word");
      }
      print(words, found, reach);
      return Exit.WELL;
    }
  }

  private int[] reach() {
    if (!window.matches("[0-9]{1,4}(,[0-9]{1,4})?")) {
      throw misused();
    }
    String[] sides = window.split(",", -1);
    int before = Integer.parseInt(sides[0]);
    int behind = Integer.parseInt(sides[sides.length - 1]);
    if (Math.max(before, behind) > Reach.MAX || before + behind == 0) {
      throw misused();
    }
    return new int[] {before, behind};
  }

  private Misuse misused() {
    return new Misuse(
        "--window: \"" + window + "\" is no number of words such as 5 or 3,0, up to " + Reach.MAX);
  }

  private void print(String words, Collocations found, int[] reach) throws IOException {
    Figures figures = new Figures(
        new Figures.Column("rank", "rank", Figures.Kind.COUNT),
        new Figures.Column("word", "word", Figures.Kind.TEXT),
        new Figures.Column("near", "near", Figures.Kind.COUNT),
        new Figures.Column("expected", "expected", Figures.Kind.REAL),
        new Figures.Column("all", "of all", Figures.Kind.COUNT),
        new Figures.Column("g2", "G2", Figures.Kind.REAL),
        new Figures.Column("logdice", "logDice", Figures.Kind.REAL),
        new Figures.Column("mi", "MI", Figures.Kind.REAL),
        new Figures.Column("t", "t", Figures.Kind.REAL),
        new Figures.Column("significance", "", Figures.Kind.TEXT));
    long rank = choice.before();
    for (Collocations.Collocate word : found.words()) {
      figures.row(
          ++rank,
          word.word(),
          word.near(),
          word.pair().expected(),
          word.all(),
          word.pair().logLikelihood(),
          word.logDice(),
          word.pair().mutualInformation(),
          word.pair().tScore(),
          Significance.of(word.pair().logLikelihood()).toString());
    }
    choice.print(desk, figures, found.chosen(), extent(found), json -> {
      json.writeStringProperty("query", words);
      families.write(json);
      json.writeNumberProperty("before", reach[0]);
      json.writeNumberProperty("behind", reach[1]);
      json.writeNumberProperty("articles", found.articles());
      json.writeNumberProperty("occurrences", found.occurrences());
      json.writeNumberProperty("in_windows", found.inWindows());
      json.writeNumberProperty("words", found.tokens());
    });
  }

  private String extent(Collocations found) {
    return String.format(
        Locale.ROOT,
        "%s in %s, with %,d words near them, of %,d words of the archive outside of them\n",
        Summary.count(found.occurrences(), "occurrence"),
        families.count(found.articles()),
        found.inWindows(),
        found.tokens());
  }
}
