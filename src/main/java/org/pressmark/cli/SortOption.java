package org.pressmark.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.search.Question;
import org.pressmark.study.LineOrder;
import picocli.CommandLine.Option;

/// In which order hits come, or places.
final class SortOption {
  /// What completion offers.
  static final class Orders implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(
              "relevance", "newest", "oldest", "id", "left", "right", "key", "source", "archive")
          .iterator();
    }
  }

  @Option(
      names = {"-s", "--sort"},
      paramLabel = "ORDER",
      completionCandidates = Orders.class,
      description = "What comes first: relevance (the default), newest or oldest. With --kwic id"
          + " (the default), left, right, key, newest, oldest, source, archive, or words by their"
          + " places, such as 1L,2L,1R.")
  private Optional<String> sort = Optional.empty();

  boolean isGiven() {
    return sort.isPresent();
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  void check(boolean isOfPlaces) {
    if (isOfPlaces) {
      ofPlaces();
    } else {
      ofArticles();
    }
  }

  Question.Order ofArticles() {
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

  LineOrder ofPlaces() {
    String name = sort.orElse("id");
    return LineOrder.named(name)
        .orElseThrow(() -> new Misuse("--sort: \"" + name
            + "\" is not an order of places; known orders: " + LineOrder.NAMES));
  }
}
