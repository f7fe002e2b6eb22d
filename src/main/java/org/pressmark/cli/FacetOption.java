package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.search.QuestionException;
import org.pressmark.search.Search;
import org.pressmark.study.By;
import org.pressmark.study.Facets;
import picocli.CommandLine.Option;

/// What is counted beside the hits.
final class FacetOption {
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

  boolean isGiven() {
    return !facets.isEmpty();
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  void check() {
    bys();
    Misuse.require(facetLimit >= 1, "--facet-limit: " + facetLimit + " is not from 1 on");
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

  Optional<FacetView> view(Search search, String words) throws IOException, QuestionException {
    return isGiven()
        ? Optional.of(new FacetView(Facets.of(search, words, bys()), facetLimit))
        : Optional.empty();
  }
}
