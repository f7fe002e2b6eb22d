package org.pressmark.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.count.Contrast;
import org.pressmark.count.Significance;
import org.pressmark.search.QuestionException;
import org.pressmark.study.Choice;
import org.pressmark.study.Keywords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Finds the words that some articles use more than others do.",
    description = {
      "Holds the words of the articles that match against those of all others, or of",
      "the articles that match another question, without those that match both. G2",
      "says how sure one may be that the difference is none of chance (Rayson and",
      "Garside 2000), the log ratio how large it is: 1 is twice as often, 2 four",
      "times (Hardie 2014). Of a family that counts once, one article counts on each",
      "side.",
    },
    footer = {
      "  pressmark keyness publisher:echo",
      "  pressmark keyness date:2021 --against date:2020 --sort log-ratio --min 10",
      "  pressmark keyness publisher:echo --less    words that it avoids",
    })
final class KeynessCommand implements Callable<Integer> {
  /// [Keywords.Order] as users write it.
  enum Order {
    G2(Keywords.Order.LOG_LIKELIHOOD),
    LOG_RATIO(Keywords.Order.LOG_RATIO);

    private final Keywords.Order order;

    Order(Keywords.Order order) {
      this.order = order;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Desk desk;

  @Mixin
  private final QueryOption query = new QueryOption();

  @Option(
      names = "--against",
      paramLabel = "QUERY",
      description = "The articles that they are held against; all others without it.")
  private Optional<String> against = Optional.empty();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-s", "--sort"},
      paramLabel = "ORDER",
      converter = OrderConverter.class,
      completionCandidates = OrderConverter.class,
      description = "What comes first: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Order order = Order.G2;

  @Option(names = "--less", description = "Words that are used less, instead of those used more.")
  private boolean less;

  @Option(
      names = "--min-g2",
      paramLabel = "X",
      description = "Leave out words with a lower G2 (default: ${DEFAULT-VALUE}, which is p < 0.05"
          + " for one word; 15.13 is p < 0.0001).")
  private double leastLogLikelihood = Significance.P_0_05.least();

  @Mixin
  private final FamiliesOption families = new FamiliesOption();

  @Mixin
  private final ChoiceOption choice = new ChoiceOption(3);

  /// Orders under the names with a hyphen.
  static final class OrderConverter extends NameConverter<Order> {
    OrderConverter() {
      super(Order.values());
    }
  }

  KeynessCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    query.require();
    Choice wanted = choice.choice();
    try (Holdings holdings = archive.open(desk)) {
      String words = query.words(archive.folder());
      Keywords keywords = Keywords.of(
          holdings.search(),
          words,
          against,
          less ? Keywords.Used.LESS : Keywords.Used.MORE,
          order.order,
          leastLogLikelihood,
          wanted,
          families.of(holdings, desk));
      if (keywords.articles() == 0) {
        desk.say("no article matches " + words);
      } else if (keywords.articlesThere() == 0) {
        desk.say("there are no other articles to hold them against");
      }
      print(words, keywords);
      return Exit.WELL;
    }
  }

  private void print(String words, Keywords keywords) throws IOException {
    Figures figures = new Figures(
        new Figures.Column("rank", "rank", Figures.Kind.COUNT),
        new Figures.Column("word", "word", Figures.Kind.TEXT),
        new Figures.Column("occurrences", "here", Figures.Kind.COUNT),
        new Figures.Column("per_million", "per million", Figures.Kind.REAL),
        new Figures.Column("occurrences_against", "there", Figures.Kind.COUNT),
        new Figures.Column("per_million_against", "per million", Figures.Kind.REAL),
        new Figures.Column("log_ratio", "log ratio", Figures.Kind.REAL),
        new Figures.Column("g2", "G2", Figures.Kind.REAL),
        new Figures.Column("significance", "", Figures.Kind.TEXT));
    long rank = choice.before();
    for (Keywords.Keyword word : keywords.words()) {
      Contrast contrast = word.contrast();
      figures.row(
          ++rank,
          word.word(),
          contrast.here(),
          perMillion(contrast.here(), contrast.sizeHere()),
          contrast.there(),
          perMillion(contrast.there(), contrast.sizeThere()),
          contrast.logRatio(),
          contrast.logLikelihood(),
          Significance.of(contrast.logLikelihood()).toString());
    }
    choice.print(desk, figures, keywords.chosen(), extent(keywords), json -> {
      json.writeStringProperty("query", words);
      families.write(json);
      against.ifPresent(other -> json.writeStringProperty("against", other));
      json.writeNumberProperty("articles", keywords.articles());
      json.writeNumberProperty("words", keywords.tokens());
      json.writeNumberProperty("articles_against", keywords.articlesThere());
      json.writeNumberProperty("words_against", keywords.tokensThere());
    });
  }

  private static Optional<Double> perMillion(long occurrences, long tokens) {
    return tokens == 0 ? Optional.empty() : Optional.of(occurrences * 1_000_000.0 / tokens);
  }

  private String extent(Keywords keywords) {
    return String.format(
        Locale.ROOT,
        "%s with %,d words (here) against %s with %,d words (there)\n",
        families.count(keywords.articles()),
        keywords.tokens(),
        families.count(keywords.articlesThere()),
        keywords.tokensThere());
  }
}
