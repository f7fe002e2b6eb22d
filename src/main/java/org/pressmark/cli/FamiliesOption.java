package org.pressmark.cli;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.Holdings;
import org.pressmark.dedup.Kinship;
import org.pressmark.search.Families;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// Whether a story that stands in several articles counts once.
final class FamiliesOption {
  @Option(
      names = "--families",
      paramLabel = "HOW",
      description = "Near-duplicates: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
          + " `collapse` takes each family of them once: in a list by the article that comes"
          + " first, in figures by the earliest; facets count every article. `pressmark families`"
          + " tells what is in a family.")
  private Repeats repeats = Repeats.ALL;

  boolean isCollapsed() {
    return repeats == Repeats.COLLAPSE;
  }

  /// The families of an archive, where each is to count once.
  Optional<Families> of(Holdings holdings, Desk desk) throws IOException {
    return isCollapsed()
        ? Optional.of(holdings.families(Kinship.DEFAULT, Progress.on(desk)))
        : Optional.empty();
  }

  void write(JsonGenerator json) {
    json.writeStringProperty("families", repeats.toString());
  }

  /// `1 story`, `2 articles`: what is counted.
  String count(long number) {
    return isCollapsed()
        ? Summary.count(number, "story", "stories")
        : Summary.count(number, "article");
  }

  /// The same for the head of a column.
  String noun() {
    return isCollapsed() ? "stories" : "articles";
  }
}
