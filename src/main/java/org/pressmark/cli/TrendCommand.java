package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.chart.Painter;
import org.pressmark.export.Screen;
import org.pressmark.index.Days;
import org.pressmark.search.QuestionException;
import org.pressmark.study.By;
import org.pressmark.study.Trend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Counts how often a question is met with, over time or by outlet.",
    description = {
      "For each month, or what else --by says: the articles that match, the places",
      "where they do, and beside them all articles and all words that the archive has",
      "of that month, so that numbers can be compared. Months without a match are",
      "shown too. Articles without a date are told by themselves, never left out in",
      "silence. A family that counts once does so where and when its earliest article",
      "is. With --from and --to, or a date: that the question asks for, only what",
      "was published in that time counts, on both sides.",
    },
    footer = {
      "  pressmark trend harbour strike",
      "  pressmark trend harbour --by year --families collapse",
      "  pressmark trend harbour --by publisher --format csv > harbour.csv",
      "  pressmark trend harbour --by day --from 2021-09 --to 2021-11-15",
      "  pressmark trend harbour --format svg --output harbour.svg",
    })
final class TrendCommand implements Callable<Integer> {
  /// In which form it is given out.
  enum Form {
    TABLE,
    JSON,
    CSV,
    SVG,
    PNG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What completion and help offer.
  static final class Bys implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(By.values()).map(By::toString).iterator();
    }
  }

  private final Desk desk;

  @Mixin
  private final QueryOption query = new QueryOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = {"-b", "--by"},
      paramLabel = "WHAT",
      completionCandidates = Bys.class,
      description = "What to count by: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Weeks"
          + " are those of ISO 8601; a source is the file, folder or host that articles came from.")
  private String by = By.MONTH.toString();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Count only what was published from then on: 2021, 2021-09 or 2021-09-29. What"
          + " the archive has is counted in the same time, and months in it without an article are"
          + " shown.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description =
          "Count only what was published up to then: to the last day of 2021, of 2021-09.")
  private Optional<String> to = Optional.empty();

  @Mixin
  private final FamiliesOption families = new FamiliesOption();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
          + " svg and png are pictures for print, in black and white.")
  private Form form = Form.TABLE;

  @Mixin
  private final OutputOption output = new OutputOption();

  TrendCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    query.require();
    By what = By.named(by)
        .orElseThrow(
            () -> new Misuse("--by: \"" + by + "\" is not known; known are: " + By.names()));
    if (form == Form.PNG && !output.isGiven() && desk.isTerminal(Desk.End.OUT)) {
      throw new Misuse("--format png: a terminal shows no pictures; give --output FILE.png");
    }
    Days days = days();
    try (Holdings holdings = archive.open(desk)) {
      String words = query.words(archive.folder());
      Trend trend = Trend.of(holdings.search(), words, what, days, families.of(holdings, desk));
      TrendView view = new TrendView(words, trend, holdings.date());
      output.write(desk, bytes(view));
      view.remarks().forEach(desk::say);
      return Exit.WELL;
    }
  }

  private Days days() {
    int first = from.map(date -> days("--from", date).first()).orElse(Days.ALWAYS.first());
    int last = to.map(date -> days("--to", date).last()).orElse(Days.ALWAYS.last());
    if (first > last) {
      throw new Misuse("--from " + from.orElse("") + " --to " + to.orElse("")
          + ": there is no day between: it begins after its end");
    }
    return new Days(first, last);
  }

  private Days days(String option, String date) {
    return Days.of(date)
        .orElseThrow(() -> new Misuse(option + ": \"" + date
            + "\" is not a date; write one like 2021, 2021-09 or 2021-09-29"));
  }

  private byte[] bytes(TrendView view) throws IOException {
    return switch (form) {
      case TABLE -> view.table().getBytes(StandardCharsets.UTF_8);
      case JSON -> found(view.json());
      case CSV -> found(view.csv());
      case SVG -> new Painter(view.picture()).svg();
      case PNG -> new Painter(view.picture()).png();
    };
  }

  private byte[] found(String text) {
    boolean isShown = !output.isGiven() && desk.isTerminal(Desk.End.OUT);
    return (isShown ? Screen.text(text) : text).getBytes(StandardCharsets.UTF_8);
  }
}
