package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pressmark.Holdings;
import org.pressmark.Newest;
import org.pressmark.archive.Archive;
import org.pressmark.dedup.Kinship;
import org.pressmark.pack.Draft;
import org.pressmark.report.Data;
import org.pressmark.report.Report;
import org.pressmark.report.ReportPage;
import org.pressmark.report.Sheet;
import org.pressmark.search.Families;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Tells what is in the archive, what is missing, and how well it is cleaned.",
    description = {
      "Coverage and gaps by outlet and day, sudden changes of length, stubs, what was cut by",
      "which rule, facts that are missing or in conflict, languages, near-duplicates.",
      "",
      "With --sample it draws cuts and kept paragraphs at random, asks of each whether it",
      "belongs to the story, and works out how often the cleaning is wrong. Which of the two",
      "a text is, is not shown. The answers are kept in a file after each one, so that the",
      "same command goes on later; or fill in the file elsewhere.",
    },
    footer = {
      "  pressmark report",
      "  pressmark report --format html --output report.html",
      "  pressmark report --format csv --output report.csv",
      "  pressmark report --sample 100 --answers mine.csv",
      "  pressmark report --sample 100 --answers mine.csv --answers yours.csv",
    })
final class ReportCommand implements Callable<Integer> {
  /// How a report is given out.
  enum Form {
    TEXT,
    HTML,
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Desk desk;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Form form = Form.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; standard output without it.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Draw so many cuts and paragraphs, half of each, and estimate the error rate.")
  private Optional<Integer> sample = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which sample; the same number draws the same (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "The CSV file of the answers (default: sample-N-seed-N.csv). Given twice, it"
          + " also tells how far two people agree.")
  private List<Path> answers = List.of();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  ReportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    if (sample.isPresent()) {
      Misuse.require(
          output.isEmpty() && form == Form.TEXT, "--sample: takes no --format or --output");
      Misuse.require(
          sample.get() >= 2 && sample.get() <= 10_000,
          "--sample: " + sample.get() + " is not from 2 to 10000");
      Misuse.require(answers.size() <= 2, "--answers: two files at the most");
      return new Questioning(desk, archive.folder(), sample.get(), seed, answers).run();
    }
    Misuse.require(answers.isEmpty(), "--answers: goes with --sample");
    Report report = new Report();
    Newest.each(Archive.open(archive.folder()), report::see);
    report.note(kin());
    String text = switch (form) {
      case TEXT -> new ReportText(report).write();
      case HTML -> ReportPage.of(report);
      case CSV -> Sheet.of(report);
      case JSON -> Data.of(report);
    };
    if (output.isPresent()) {
      Draft.write(output.get(), text.getBytes(StandardCharsets.UTF_8));
    } else if (form == Form.TEXT) {
      desk.print(text);
    } else {
      desk.printFound(text);
    }
    return Exit.WELL;
  }

  private Report.Kin kin() throws IOException {
    try (Holdings holdings = archive.open(desk)) {
      Families families = holdings.families(Kinship.DEFAULT, Progress.on(desk));
      return new Report.Kin(families.all().size(), families.articles());
    }
  }
}
