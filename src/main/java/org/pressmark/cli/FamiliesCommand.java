package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
  private final Desk desk;

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

  @Mixin
  private final PageOption list = new PageOption(20);

  FamiliesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    if (!(threshold >= Kinship.MIN_THRESHOLD && threshold <= 1)) { // NaN is neither
      throw new Misuse(
          "--threshold: " + threshold + " is not from " + Kinship.MIN_THRESHOLD + " to 1");
    }
    list.check();
    try (Holdings holdings = archive.open(desk)) {
      Families families = holdings.families(new Kinship(threshold), Progress.on(desk));
      if (id.isPresent()) {
        return tell(holdings, families, Ids.one(holdings, id.get(), archive.folder()));
      }
      print(page(holdings, families));
      return Exit.WELL;
    }
  }

  private void print(FamilyList families) throws IOException {
    switch (list.format()) {
      case TABLE -> desk.print(families.table());
      case JSON -> desk.printFound(families.json());
      case CSV -> desk.printFound(families.csv());
    }
  }

  private FamilyList page(Holdings holdings, Families families) throws IOException {
    int first = Math.min(families.all().size(), list.before());
    int last = Math.min(families.all().size(), list.before() + list.limit());
    List<FamilyList.Row> rows = new ArrayList<>();
    for (Family family : families.all().subList(first, last)) {
      rows.add(new FamilyList.Row(family, imprints(holdings, family)));
    }
    return new FamilyList(families, threshold, list.page(), first, rows);
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
    switch (list.format()) {
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
