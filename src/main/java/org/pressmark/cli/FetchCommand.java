package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pressmark.Holdings;
import org.pressmark.InOrder;
import org.pressmark.Ingest;
import org.pressmark.Load;
import org.pressmark.Pressmark;
import org.pressmark.Tally;
import org.pressmark.archive.Archive;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Wildcard;
import org.pressmark.fetch.Address;
import org.pressmark.fetch.Choice;
import org.pressmark.fetch.Crawl;
import org.pressmark.fetch.Fate;
import org.pressmark.fetch.FetchOptions;
import org.pressmark.fetch.FetchOptions.Limits;
import org.pressmark.fetch.FetchOptions.Manners;
import org.pressmark.fetch.Memory;
import org.pressmark.fetch.Net;
import org.pressmark.fetch.Reach;
import org.pressmark.fetch.Task;
import org.pressmark.fetch.Timing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    header = "Fetches pages, feeds and sitemaps, politely, into the archive.",
    description = {
      "An address is one of a page, a feed (RSS, Atom), a sitemap, an index of sitemaps, or",
      "a robots.txt, whose sitemaps are taken; what it is, its content says. The pages that",
      "feeds and sitemaps name are fetched; links on pages are not followed.",
      "",
      "Sites are asked for what their robots.txt allows, one request at a time for each",
      "host, and with a pause between two. A server that asks to be left alone is. Pages of",
      "which the archive has a capture that is less than a day old are passed over, so the",
      "same command, given again, goes on where an interrupted run stopped; of older ones",
      "the server is asked whether they have changed.",
      "",
      "The bytes of request and answer go into the archive as they went over the wire.",
    },
    exitCodeList = {
      "0:every page is in the archive as an article",
      "1:done, but some pages could not be fetched or cleaned; they are listed",
      "2:the words on the command line make no sense, or name a file that is not there",
      "3:the archive or a device failed",
      "130:stopped by Ctrl-C; what was complete is in the archive",
    },
    footer = {
      "  pressmark fetch https://varn-echo.example/2024/lighthouse.html",
      "  pressmark fetch https://varn-echo.example/news-sitemap.xml --since 2024-10-01",
      "  pressmark fetch https://varn-echo.example/feed --include /politics/ --dry-run",
      "  pressmark fetch --list addresses.txt --contact desk@press.example",
    })
final class FetchCommand implements Callable<Integer> {
  private final Desk desk;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ADDRESS",
      description = "Addresses of pages, feeds and sitemaps.")
  private List<String> addresses = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "Fetch the addresses in this file, one a line; - is standard input. Empty lines"
          + " and those that begin with # do not count.")
  private Optional<String> list = Optional.empty();

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Pass over pages that a feed or a sitemap says are older: 2024-10-01, or with a"
          + " time, 2024-10-01T08:00:00Z. Those without a date are fetched.")
  private Optional<String> since = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Fetch so many pages at the most.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      description = "Of the pages in lists, feeds and sitemaps fetch only those whose address"
          + " matches: * stands for anything; without it, the pattern is looked for anywhere. May"
          + " be given several times.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Leave out those whose address matches.")
  private List<String> exclude = List.of();

  @Option(names = "--again", description = "Fetch also what was fetched less than a day ago.")
  private boolean again;

  @Option(
      names = "--dry-run",
      description =
          "Say what would be fetched, and fetch no page: only robots.txt, feeds and" + " sitemaps.")
  private boolean dryRun;

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      description = "Pause between two requests to a host (default: 1). Where robots.txt asks for"
          + " a longer one, that is kept.")
  private BigDecimal delay = BigDecimal.ONE;

  @Option(
      names = "--contact",
      paramLabel = "WHO",
      description = "Tell the servers who is asking: an e-mail address, or a page about it.")
  private Optional<String> contact = Optional.empty();

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      description = "How long one answer may take from begin to end (default: 120).")
  private long maxTime = Limits.DEFAULTS.whole().toSeconds();

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description = "How long a page may be, packed or unpacked (default: 67108864).")
  private long maxBytes = Limits.DEFAULTS.maxBytes();

  @Option(
      names = "--allow-private",
      description = "Speak to this machine and to the local network, and to ports of other services"
          + " as well. Pages, feeds and redirects could then make Pressmark call there.")
  private boolean allowPrivate;

  @Mixin
  private final KeepOption keep = new KeepOption();

  @Mixin
  private final ThreadsOption threads = new ThreadsOption();

  @Option(names = "--json", description = "Print the summary, or the rehearsal, as JSON.")
  private boolean json;

  FetchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    FetchOptions options = options();
    if (addresses.isEmpty() && list.isEmpty()) {
      throw new Misuse("missing an address; give some, or a --list of them");
    }
    if (list.isPresent() && !list.get().equals("-") && !Files.exists(Path.of(list.get()))) {
      desk.say(list.get() + ": no such file or folder; nothing was fetched");
      return Exit.USAGE;
    }
    Pressmark pressmark = new Pressmark(keep.options());
    try (Stop stop = new Stop(desk);
        Past past = new Past();
        BufferedReader lines = lines();
        Crawl crawl = new Crawl(options, past.memory(), Net.real(), Timing.REAL, mode())) {
      Iterator<Crawl.Seed> seeds = seeds(lines);
      return dryRun ? rehearse(crawl, seeds, stop) : fetch(crawl, seeds, pressmark, stop);
    }
  }

  private Crawl.Mode mode() {
    return dryRun ? Crawl.Mode.REHEARSAL : Crawl.Mode.FETCH;
  }

  private FetchOptions options() {
    Choice choice = new Choice(
        include.stream().map(Wildcard::new).toList(),
        exclude.stream().map(Wildcard::new).toList(),
        since.map(date -> Since.parse(date, spec)),
        positive("--limit", limit),
        again ? Duration.ZERO : Choice.ALL.freshFor());
    Limits limits = Limits.DEFAULTS
        .withWhole(Duration.ofSeconds(Math.min(positive("--max-time", maxTime), 86_400)))
        .withMaxBytes(Math.min(positive("--max-bytes", maxBytes), 1 << 30));
    return FetchOptions.DEFAULTS
        .with(manners())
        .with(limits)
        .with(choice)
        .with(allowPrivate ? Reach.PRIVATE_TOO : Reach.PUBLIC);
  }

  private Manners manners() {
    if (delay.signum() < 0 || delay.compareTo(BigDecimal.valueOf(300)) > 0) {
      throw new Misuse("--delay: " + delay + " is not from 0 to 300");
    }
    if (contact.isPresent() && !isFitForField(contact.get())) {
      throw new Misuse(
          "--contact: has signs in it that can not be sent; letters, digits and signs of"
              + " ASCII without brackets can");
    }
    Duration pause = Duration.ofMillis(delay.movePointRight(3).longValue());
    String version = Optional.ofNullable(FetchCommand.class.getPackage().getImplementationVersion())
        .orElse("");
    return Manners.DEFAULTS.withDelay(pause).withAgent(version, contact);
  }

  /// It stands in a comment of a field (RFC 9110, 5.6.5).
  private static boolean isFitForField(String text) {
    return !text.isBlank()
        && text.length() <= 200
        && text.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f && "()\\".indexOf(sign) < 0);
  }

  private long positive(String option, long number) {
    if (number < 1) {
      throw new Misuse(option + ": " + number + " is too little; give 1 or more");
    }
    return number;
  }

  /// What the archive had when this run began; nothing where there is none yet.
  private final class Past implements AutoCloseable {
    private final Optional<Holdings> holdings;

    Past() throws IOException {
      holdings = Archive.isAt(archive.folder())
          ? Optional.of(Holdings.open(archive.folder(), Progress.on(desk)))
          : Optional.empty();
    }

    Memory memory() {
      return holdings.<Memory>map(known -> known::newest).orElse(Memory.NONE);
    }

    @Override
    public void close() throws IOException {
      if (holdings.isPresent()) {
        holdings.get().close();
      }
    }
  }

  private BufferedReader lines() throws IOException {
    InputStream in = list.isEmpty()
        ? InputStream.nullInputStream()
        : list.get().equals("-") ? desk.in() : Files.newInputStream(Path.of(list.get()));
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private Iterator<Crawl.Seed> seeds(BufferedReader lines) {
    Stream<Crawl.Seed> given =
        addresses.stream().map(text -> new Crawl.Seed(text, Task.Rank.GIVEN));
    Stream<Crawl.Seed> listed = lines
        .lines()
        .map(line -> line.replace("\uFEFF", "").strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(text -> new Crawl.Seed(text, Task.Rank.LINE));
    return Stream.concat(given, listed).iterator();
  }

  private int rehearse(Crawl crawl, Iterator<Crawl.Seed> seeds, Stop stop) throws IOException {
    Rehearsal rehearsal = new Rehearsal();
    try (Stream<Fate> plan = crawl.plan(seeds, stop::isAsked)) {
      for (Iterator<Fate> each = plan.iterator(); each.hasNext(); ) {
        Fate fate = each.next();
        rehearsal.see(fate);
        if (!json) {
          desk.printFound(Rehearsal.line(fate));
        }
      }
    }
    desk.print(json ? rehearsal.json(crawl.haul()) : rehearsal.text(crawl.haul()));
    return isComplete(crawl) ? Exit.WELL : Exit.INCOMPLETE;
  }

  private int fetch(Crawl crawl, Iterator<Crawl.Seed> seeds, Pressmark pressmark, Stop stop)
      throws IOException {
    try (Stream<Found> pages = crawl.pages(seeds, stop::isAsked)) {
      Tally tally = Ingest.run(
          archive.folder(),
          new Load(pages, 0, Long.MAX_VALUE, FetchCommand::host),
          pressmark,
          InOrder.of(threads.count()),
          Progress.on(desk),
          Clock.systemUTC(),
          Optional.of(done -> summary(crawl, done, stop).json()));
      desk.print(
          json
              ? summary(crawl, tally, stop).json()
              : summary(crawl, tally, stop)
                  .text(archive.folder().resolve("last-ingest.json").toString()));
      desk.flush();
      boolean isWell = tally.misses().isEmpty() && isComplete(crawl);
      return isWell ? Exit.WELL : Exit.INCOMPLETE;
    }
  }

  private static String host(Origin origin) {
    return Address.find(origin.path()).map(Address::host).orElse("");
  }

  private static boolean isComplete(Crawl crawl) {
    return crawl.haul().missed() + crawl.haul().tooMany() == 0;
  }

  private FetchSummary summary(Crawl crawl, Tally tally, Stop stop) {
    return new FetchSummary(
        crawl.haul(), new Summary(tally, archive.folder().toString(), List.of(), stop.isAsked()));
  }
}
