package org.pressmark.cli;

import java.util.Optional;
import org.pressmark.search.Families;
import org.pressmark.study.Concordance;
import org.pressmark.study.LineOrder;
import org.pressmark.study.Reach;
import org.pressmark.study.Sample;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether places are printed instead of articles, and with how much around them.
final class KwicOption {
  private static final Reach CONTEXT = new Reach(40, Reach.Unit.CHARACTERS);

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

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

  boolean isWanted() {
    return kwic;
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  void check() {
    Misuse.require(kwic || context.isEmpty(), "--context: goes with --kwic");
    Misuse.require(kwic || sample.isEmpty(), "--sample: goes with --kwic");
    Misuse.require(sample.isPresent() || seed.isEmpty(), "--seed: goes with --sample");
    Misuse.require(
        sample.orElse(1) >= 1 && sample.orElse(1) <= Concordance.MAX_SORTED,
        "--sample: " + sample.orElse(1) + " is not from 1 to " + Concordance.MAX_SORTED);
  }

  /// A sample is printed as a whole, unless a limit was given.
  Concordance concordance(
      String words, LineOrder order, PageOption list, Optional<Families> families) {
    Optional<Sample> drawn = sample.map(size -> new Sample(size, seed.orElse(1L)));
    boolean isLimited =
        drawn.isEmpty() || spec.commandLine().getParseResult().hasMatchedOption("--limit");
    return new Concordance(
        words,
        context.orElse(CONTEXT),
        order,
        list.before(),
        isLimited ? list.limit() : Concordance.ALL,
        drawn,
        families);
  }
}
