package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.Holdings;
import org.pressmark.Ingest;
import org.pressmark.Newest;
import org.pressmark.Watch;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.export.Item;
import org.pressmark.export.Letterhead;
import org.pressmark.pack.Delivery;
import org.pressmark.pack.Draft;
import org.pressmark.pack.Form;
import org.pressmark.pack.Forms;
import org.pressmark.pack.Pack;
import org.pressmark.pack.Receipt;
import org.pressmark.pack.Stock;
import org.pressmark.search.QuestionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Gives out articles, or the whole archive as a package.",
    description = {
      "The articles that match, or all of them, in the order in which they were archived.",
      "The README says what is in each form.",
      "",
      "  text md json jsonl html tei   as `clean` writes them",
      "  csv parquet                   a table, one row an article",
      "  vertical conllu               tokens for corpus tools and parsers",
      "  ris bibtex csl                references for Zotero, EndNote, LaTeX, pandoc",
      "  ninjs                         items for editorial systems",
      "  text-folder md-folder         a file an article",
      "  datapackage ro-crate          folders that describe themselves",
      "  warc wacz                     the documents as they came, for players and tools",
      "                                of web archives",
      "  bagit                         the archive itself, as libraries take it in",
      "",
      "A file or folder is there when it is whole, and not before. The last line on standard",
      "error tells how many articles it has and its SHA-256; FILE.sha256 beside it, or",
      "manifest-sha256.txt in a folder, has both. The same archive gives the same bytes.",
    },
    footer = {
      "  pressmark export > articles.jsonl",
      "  pressmark export harbour strike --format md --output strike.md",
      "  pressmark export 'date:2021' --format csv --bom --output 2021.csv",
      "  pressmark export harbour --format text-folder --output harbour",
      "  pressmark export harbour --format csl --output harbour.json",
      "  pressmark export 'publisher:echo' --format wacz --output echo.wacz",
      "  pressmark export --format bagit --output press-bag",
    })
final class ExportCommand implements Callable<Integer> {
  private final Desk desk;

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

  @Option(
      names = "--bom",
      description = "Begin a csv file with a byte order mark, by which Excel knows UTF-8.")
  private boolean isMarked;

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  /// What completion and help offer.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Forms.ALL.stream().map(Form::name).iterator();
    }
  }

  ExportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException, QuestionException {
    Form form = Forms.named(format)
        .orElseThrow(() -> new Misuse("--format: \"" + format
            + "\" is not a format; known formats: " + String.join(", ", new Names())));
    Misuse.require(!isMarked || format.equals("csv"), "--bom: only a csv file can have one");
    switch (form) {
      case Form.Prose prose -> give(prose);
      case Form.Binary binary -> {
        Path target = target("");
        Articles articles = articles();
        articles.tell(delivery().write(binary.format(), articles, target));
      }
      case Form.Files files -> {
        Path target = target("");
        Articles articles = articles();
        articles.tell(delivery().write(files.format(), articles, target));
      }
      case Form.Records records -> pack(records.format());
    }
    return Exit.WELL;
  }

  private Path target(String ending) {
    return output.orElseThrow(
        () -> new Misuse("--format " + format + ": needs --output FILE" + ending));
  }

  private Delivery delivery() {
    return new Delivery(new Letterhead(
        Ingest.program(), words.isEmpty() ? Optional.empty() : Optional.of(query())));
  }

  private void give(Form.Prose prose) throws IOException, QuestionException {
    String mark = isMarked ? "\ufeff" : "";
    Articles articles = articles();
    Receipt receipt = output.isPresent()
        ? delivery().write(prose.format(), mark, articles, output.get())
        : delivery().print(prose.format(), mark, articles, desk::printFound);
    desk.flush();
    articles.tell(receipt);
  }

  private void pack(Pack pack) throws IOException, QuestionException {
    Path target = target(pack.ending());
    Misuse.require(
        target.getFileName() != null && target.toString().endsWith(pack.ending()),
        "--output: the name of a " + format + " file ends with " + pack.ending());
    Misuse.require(
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
    Delivery.requireFree(target);
    try (Draft draft = Draft.of(target)) {
      Receipt receipt =
          delivery().finish(make(pack, stock, draft), choice.map(List::size), target, draft);
      desk.say("export: " + told(receipt, choice.isPresent()));
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

  private String query() {
    return String.join(" ", words);
  }

  /// Empty where all is wanted.
  private Optional<List<Position>> choice() throws IOException, QuestionException {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    try (Holdings holdings = archive.open(desk)) {
      return Optional.of(holdings.places(query()));
    }
  }

  private Articles articles() throws IOException, QuestionException {
    return new Articles(Archive.open(archive.folder()), choice());
  }

  /// `40 articles, 123,456 bytes, SHA-256 9f86…`
  private static String told(Receipt receipt, boolean isCounted) {
    return (isCounted ? Summary.count(receipt.articles(), "article") + ", " : "")
        + Summary.count(receipt.bytes(), "byte") + ", SHA-256 " + receipt.sha256();
  }

  /// The articles that are wanted, one after the other; what is none is counted.
  private final class Articles implements Delivery.Supply {
    private final Archive opened;
    private final Optional<List<Position>> choice;
    private long rejected;
    private long again;
    private long alone;

    Articles(Archive opened, Optional<List<Position>> choice) {
      this.opened = opened;
      this.choice = choice;
    }

    @Override
    public void each(Delivery.Taker taker) throws IOException {
      if (choice.isPresent()) {
        Newest.each(opened, choice.get(), entry -> give(entry, taker));
      } else {
        Newest.each(opened, entry -> give(entry, taker));
      }
    }

    private void give(Entry entry, Delivery.Taker taker) throws IOException {
      Optional<Item> item = Item.of(entry);
      if (item.isPresent()) {
        alone += entry.isLater() && !opened.hasDocument(entry.at()) ? 1 : 0;
        taker.take(item.get());
        return;
      }
      switch (entry.content()) {
        case Entry.Content.Kept ignored -> {}
        case Entry.Content.Rejected ignored -> rejected++;
        case Entry.Content.Again ignored -> again++;
      }
    }

    /// `export: 40 articles, 9,876 bytes, SHA-256 9f86…; left out: 3 documents that could not be
    /// cleaned, 2 copies`
    void tell(Receipt receipt) {
      String left = Stream.of(
              Summary.count(rejected, "document") + " that could not be cleaned",
              Summary.count(again, "copy", "copies"))
          .filter(what -> !what.startsWith("0 "))
          .collect(Collectors.joining(", "));
      String without =
          alone == 0 ? "" : ", " + Summary.count(alone, "article") + " without the document";
      desk.say("export: " + told(receipt, true) + without
          + (left.isEmpty() ? "" : "; left out: " + left));
    }
  }
}
