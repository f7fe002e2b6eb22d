package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.dedup.Fingerprint;
import org.pressmark.dedup.Kinship;
import org.pressmark.dedup.Overlap;
import org.pressmark.search.Families;
import org.pressmark.search.Family;
import org.pressmark.search.Imprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    header = "Lists articles that are one story: near-duplicates, such as a wire story.",
    description = {
      "Families are found from the clean texts alone: copies, texts that were cut,",
      "extended, edited or given another headline. Nothing is deleted. The",
      "representative is the article that resembles the others most; where a story",
      "comes from is probable, never certain. With an ID, the family of that article,",
      "and for each other member how much of each sentence stands in that article.",
    },
    footer = {
      "  pressmark families",
      "  pressmark families pm-mfrg                    what one family shares",
      "  pressmark families --format csv > families.csv",
      "  pressmark search harbour --families collapse  a search with each story once",
    })
final class FamiliesCommand implements Callable<Integer> {
  /// What one table or file may hold; more come by the page.
  private static final int MAX_LIMIT = 100_000;

  /// How families are printed.
  enum Format {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The id of an article, or as much of it as is unique.")
  private Optional<String> id = Optional.empty();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-t", "--threshold"},
      paramLabel = "SHARE",
      description = "How much of the shorter text must stand in the longer one, from 0.2 to 1"
          + " (default: ${DEFAULT-VALUE}); counted in runs of three words.")
  private double threshold = Kinship.DEFAULT.threshold();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "How many families to print (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(
      names = {"-p", "--page"},
      paramLabel = "N",
      description = "Which page of so many families (default: ${DEFAULT-VALUE}).")
  private int page = 1;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  FamiliesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    require(
        threshold >= Kinship.MIN_THRESHOLD && threshold <= 1,
        "--threshold: " + threshold + " is not from " + Kinship.MIN_THRESHOLD + " to 1");
    require(
        limit >= 1 && limit <= MAX_LIMIT, "--limit: " + limit + " is not from 1 to " + MAX_LIMIT);
    require(
        page >= 1 && (long) page * limit <= Integer.MAX_VALUE,
        "--page: " + page + " is out of reach");
    try (Holdings holdings = Holdings.open(archive.folder(), Progress.on(desk))) {
      holdings.warnings().forEach(desk::say);
      Families families = holdings.families(new Kinship(threshold), Progress.on(desk));
      if (id.isPresent()) {
        return tell(holdings, families, Ids.one(holdings, id.get(), archive.folder(), spec));
      }
      print(list(holdings, families));
      return Exit.WELL;
    }
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private void print(FamilyList list) throws IOException {
    switch (format) {
      case TABLE -> desk.print(list.table());
      case JSON -> desk.printFound(list.json());
      case CSV -> desk.printFound(list.csv());
    }
  }

  private FamilyList list(Holdings holdings, Families families) throws IOException {
    int first = Math.min(families.all().size(), (page - 1) * limit);
    int last = Math.min(families.all().size(), page * limit);
    List<FamilyList.Row> rows = new ArrayList<>();
    for (Family family : families.all().subList(first, last)) {
      rows.add(new FamilyList.Row(family, imprints(holdings, family)));
    }
    return new FamilyList(families, threshold, page, first, rows);
  }

  private static List<Imprint> imprints(Holdings holdings, Family family) throws IOException {
    List<Imprint> imprints = new ArrayList<>();
    for (Mark mark : family.marks()) {
      imprints.add(holdings.imprint(mark).orElseThrow(() -> missing(mark)));
    }
    return imprints;
  }

  private static IOException missing(Mark mark) {
    return new IOException(
        mark + ": is in the index, but not in the archive; see: pressmark verify");
  }

  // One family

  private int tell(Holdings holdings, Families families, Mark asked) throws IOException {
    Optional<Family> family = families.of(asked);
    if (family.isEmpty()) {
      desk.say(asked + ": " + whyAlone(text(holdings, asked)));
      return Exit.WELL;
    }
    FamilyList.Row row = new FamilyList.Row(family.get(), imprints(holdings, family.get()));
    Fingerprint base = Fingerprint.of(text(holdings, asked).orElse(""));
    List<FamilyView.Shared> shared = new ArrayList<>();
    for (Mark other : family.get().marks()) {
      if (!other.equals(asked)) {
        String text = text(holdings, other).orElseThrow(() -> missing(other));
        shared.add(new FamilyView.Shared(other, Overlap.of(text, base)));
      }
    }
    FamilyView view = new FamilyView(row, asked, shared);
    switch (format) {
      case TABLE -> desk.print(view.table());
      case JSON -> desk.printFound(view.json());
      case CSV -> desk.printFound(view.csv());
    }
    return Exit.WELL;
  }

  private String whyAlone(Optional<String> text) {
    if (text.isEmpty()) {
      return "is not an article, so it has no family";
    }
    int size = Fingerprint.of(text.get()).size();
    if (Fingerprint.isComparable(size)) {
      return "no other article is like it";
    }
    return size < Fingerprint.MIN_SHINGLES
        ? "is too short to be compared with others: it has " + size + " different runs of three"
            + " words, and needs " + Fingerprint.MIN_SHINGLES
        : "is too long to be compared with others: it has " + size + " different runs of three"
            + " words, and may have " + Fingerprint.MAX_SHINGLES;
  }

  private static Optional<String> text(Holdings holdings, Mark mark) throws IOException {
    Entry entry = holdings.entry(mark).orElseThrow(() -> missing(mark));
    return switch (entry.content()) {
      case Entry.Content.Kept kept -> Optional.of(kept.article().body().text());
      case Entry.Content.Rejected rejected -> Optional.empty();
      case Entry.Content.Again again -> Optional.empty();
    };
  }
}
