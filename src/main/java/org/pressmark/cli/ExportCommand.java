package org.pressmark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.Holdings;
import org.pressmark.Ingest;
import org.pressmark.Watch;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.export.Export;
import org.pressmark.export.Exports;
import org.pressmark.pack.Draft;
import org.pressmark.pack.Pack;
import org.pressmark.pack.Packs;
import org.pressmark.pack.Stock;
import org.pressmark.search.QuestionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    header = "Gives out articles, or the whole archive as a package.",
    description = {
      "The articles that match, or all of them, in the order in which they were archived,",
      "in one of the forms that `clean` knows; or a package for other archives:",
      "",
      "  wacz    one file for ReplayWeb.page and other players of web archives: the",
      "          documents as they came, with an index and the clean text",
      "  bagit   a folder that libraries take in (RFC 8493): the archive itself",
      "",
      "A file or folder is there when it is whole, and not before. The same archive gives",
      "the same bytes.",
    },
    footer = {
      "  pressmark export > articles.jsonl",
      "  pressmark export harbour strike --format md --output strike.md",
      "  pressmark export --format wacz --output press.wacz",
      "  pressmark export 'publisher:echo' --format wacz --output echo.wacz",
      "  pressmark export --format bagit --output press-bag",
    })
final class ExportCommand implements Callable<Integer> {
  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "QUERY",
      description = "Which articles, as `search` asks for them; all where there is none.")
  private List<String> words = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      completionCandidates = Names.class,
      description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "jsonl";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; a package needs it, all else goes to standard output without it.")
  private Optional<Path> output = Optional.empty();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  /// What completion and help offer.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(
              Exports.ALL.stream().map(Export::name), Packs.ALL.stream().map(Pack::name))
          .iterator();
    }
  }

  /// Where finished text goes.
  private interface Sheet {
    void print(String text) throws IOException;
  }

  ExportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    Optional<Pack> pack = Packs.named(format);
    if (pack.isPresent()) {
      pack(pack.get());
      return Exit.WELL;
    }
    Export export = Exports.named(format)
        .orElseThrow(() -> misused("--format: \"" + format + "\" is not a format; known formats: "
            + String.join(", ", new Names())));
    if (output.isEmpty()) {
      print(export, desk::printFound);
    } else {
      write(export, output.get());
    }
    return Exit.WELL;
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void pack(Pack pack) throws IOException, QuestionException {
    Path target = output.orElseThrow(
        () -> misused("--format " + format + ": needs --output FILE" + pack.ending()));
    require(
        target.getFileName() != null && target.toString().endsWith(pack.ending()),
        "--output: the name of a " + format + " file ends with " + pack.ending());
    require(
        words.isEmpty() || pack.takesChoice(),
        "--format " + format + ": takes the whole archive, and no QUERY");
    Optional<List<Position>> choice = choice();
    if (choice.isPresent() && choice.get().isEmpty()) {
      desk.say("no article matches " + query() + "; nothing was written");
      return;
    }
    Archive opened = Archive.open(archive.folder());
    Stock stock = choice.isPresent()
        ? Stock.choice(opened, choice.get(), Ingest.program())
        : Stock.whole(opened, Ingest.program());
    if (choice.isEmpty() && !opened.end().equals(stock.snapshot().end())) {
      desk.say("documents that an ingest is adding, or had not finished adding, are left out");
    }
    try (Draft draft = Draft.of(target)) {
      draft.finish(make(pack, stock, draft));
    }
  }

  private Path make(Pack pack, Stock stock, Draft draft) throws IOException {
    Watch watch = Progress.on(desk);
    watch.begin(Watch.Task.EXPORT, pack.work(stock));
    try {
      long[] done = {0};
      return pack.make(stock, draft, more -> watch.advance(done[0] += more));
    } finally {
      watch.end();
    }
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw misused(otherwise);
    }
  }

  private String query() {
    return String.join(" ", words);
  }

  /// Empty where all is wanted.
  private Optional<List<Position>> choice() throws IOException, QuestionException {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    try (Holdings holdings = Holdings.open(archive.folder(), Progress.on(desk))) {
      holdings.warnings().forEach(desk::say);
      return Optional.of(holdings.places(query()));
    }
  }

  private void write(Export export, Path target) throws IOException, QuestionException {
    try (Draft draft = Draft.of(target)) {
      String name = "articles";
      try (OutputStream out = draft.open(name)) {
        print(export, text -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      }
      draft.finish(name);
    }
  }

  private void print(Export export, Sheet sheet) throws IOException, QuestionException {
    Optional<List<Position>> choice = choice();
    Archive opened = Archive.open(archive.folder());
    Printer printer = new Printer(export, sheet);
    sheet.print(export.opening());
    if (choice.isPresent()) {
      for (Position at : choice.get()) {
        printer.print(opened.entry(at));
      }
    } else {
      Position end = opened.end();
      Set<Position> replaced = opened.replaced(end);
      try (Stream<Entry> entries = opened.entries(Position.START)) {
        Iterator<Entry> newest = entries
            .takeWhile(entry -> entry.end().compareTo(end) <= 0)
            .filter(entry -> !replaced.contains(entry.at()))
            .iterator();
        while (newest.hasNext()) {
          printer.print(newest.next());
        }
      }
    }
    sheet.print(export.closing());
    printer.leftOut().ifPresent(desk::say);
  }

  /// Prints one article after another, and counts what is none.
  private static final class Printer {
    private final Export export;
    private final Sheet sheet;
    private long articles;
    private long rejected;
    private long again;

    Printer(Export export, Sheet sheet) {
      this.export = export;
      this.sheet = sheet;
    }

    void print(Entry entry) throws IOException {
      switch (entry.content()) {
        case Entry.Content.Kept kept -> {
          sheet.print(articles++ == 0 ? "" : export.between());
          sheet.print(export.write(kept.article(), Export.Cuts.HIDDEN));
        }
        case Entry.Content.Rejected ignored -> rejected++;
        case Entry.Content.Again ignored -> again++;
      }
    }

    /// `export: 40 articles; left out: 3 documents that could not be cleaned, 2 copies`
    Optional<String> leftOut() {
      String left = Stream.of(
              count(rejected, "document") + " that could not be cleaned",
              Summary.count(again, "copy", "copies"))
          .filter(what -> !what.startsWith("0 "))
          .collect(Collectors.joining(", "));
      return Optional.of(left)
          .filter(what -> !what.isEmpty())
          .map(what -> "export: " + count(articles, "article") + "; left out: " + what);
    }

    private static String count(long number, String noun) {
      return Summary.count(number, noun);
    }
  }
}
