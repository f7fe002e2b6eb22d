package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pressmark.InOrder;
import org.pressmark.Ingest;
import org.pressmark.Load;
import org.pressmark.Pressmark;
import org.pressmark.Tally;
import org.pressmark.Watch;
import org.pressmark.article.Found;
import org.pressmark.source.Sources;
import org.pressmark.source.unpack.Gauge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Cleans files and folders into a searchable archive.",
    description = {
      "Folders are read with all that is in them: HTML, text, Markdown, JSON and JSON",
      "lines, CSV, Parquet, feeds, mailboxes, saved pages, exports of press databases,",
      "PDF, DOCX, ODT, RTF, EPUB and e-mail; the same packed, and ZIP, TAR and 7z files",
      "of them; web archives (WARC, ARC, WACZ). What the archive holds already is",
      "passed over, so the same command, given again, goes on where an",
      "interrupted run stopped. All articles of an archive are made under the same",
      "rules: what it was told to --keep first, it must be told every time.",
    },
    exitCodeList = {
      "0:every document is in the archive as an article",
      "1:done, but some documents could not be cleaned; they are archived as they came, and listed",
      "2:the words on the command line make no sense, or name a file that is not there",
      "3:the archive or a device failed",
      "130:stopped by Ctrl-C; what was complete is in the archive",
    },
    footer = {
      "  pressmark ingest corpus                        into output/",
      "  pressmark ingest press/2021 more.jsonl.gz --archive press-archive",
      "  pressmark ingest dump.csv --map text=body,date=published_at",
      "  find press -name '*.html' -mtime -7 | pressmark ingest --list -",
      "  pressmark ingest crawls --include '*.warc.gz#*' --since 2024-10-01 --dry-run",
      "  pressmark ingest corpus --json > summary.json",
    })
final class IngestCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "Files and folders to read.")
  private List<Path> sources = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "Read the files and folders in this list, one a line; - is standard input.")
  private Optional<String> list = Optional.empty();

  @Mixin
  private final SelectionOption selection = new SelectionOption();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Mixin
  private final KeepOption keep = new KeepOption();

  @Mixin
  private final MapOption map = new MapOption();

  @Mixin
  private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--dry-run",
      description = "Say what would be cleaned, and clean and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  private final Told told;
  private int passedOver;

  IngestCommand(Desk desk) {
    this.desk = desk;
    this.told = new Told(desk);
  }

  @Override
  public Integer call() throws IOException {
    if (sources.isEmpty() && list.isEmpty()) {
      throw new Misuse("missing a source; give files or folders, or a --list of them");
    }
    Pressmark pressmark = new Pressmark(keep.options());
    try {
      return ingest(SourcePaths.of(sources, list, desk), pressmark);
    } catch (SourcePaths.UnusableException e) {
      desk.say(String.valueOf(e.getMessage()));
      return Exit.USAGE;
    }
  }

  private int ingest(SourcePaths sources, Pressmark pressmark) throws IOException {
    Gauge gauge = new Gauge();
    Watch watch = new FileWatch(Progress.on(desk), gauge);
    try (Stop stop = new Stop(desk);
        Stream<Found> found = Sources.open(sources.paths(), map.source(), gauge, told)) {
      Load load = new Load(
          found
              .takeWhile(next -> !stop.isAsked())
              .filter(this::isOutsideTheArchive)
              .map(selection.selection()::choose),
          desk.isTerminal(Desk.End.ERR) ? Extent.bytes(sources.paths()) : 0,
          selection.limit(),
          sources::source);
      Tally tally = dryRun
          ? Ingest.rehearse(archive.folder(), load, watch)
          : Ingest.run(
              archive.folder(),
              load,
              pressmark,
              InOrder.of(threads.count()),
              watch,
              Clock.systemUTC(),
              Optional.of(done -> summary(done, stop).json()));
      told.finish();
      if (passedOver > 0) {
        desk.say(archive.folder() + ": passed over " + Summary.count(passedOver, "file")
            + " of the archive itself");
      }
      return tell(tally, stop);
    }
  }

  /// A run over a folder that has the archive in it would eat its own output, and grow by it every
  /// time.
  private boolean isOutsideTheArchive(Found found) {
    boolean isInside =
        absolute(Path.of(found.origin().path())).startsWith(absolute(archive.folder()));
    passedOver += isInside ? 1 : 0;
    return !isInside;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private Summary summary(Tally tally, Stop stop) {
    return new Summary(tally, archive.folder().toString(), told.all(), stop.isAsked());
  }

  private int tell(Tally tally, Stop stop) throws IOException {
    Summary summary = summary(tally, stop);
    Path problems = archive.folder().resolve("last-ingest.json");
    desk.print(json ? summary.json() : dryRun ? summary.plan() : summary.text(problems.toString()));
    desk.flush();
    return tally.misses().isEmpty() ? Exit.WELL : Exit.INCOMPLETE;
  }
}
