package org.pressmark.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jsoup.Jsoup;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Draft;
import org.pressmark.article.Origin;
import org.pressmark.extract.Extract;
import org.pressmark.metadata.Metadata;
import org.pressmark.residue.Residue;
import org.pressmark.source.Page;
import org.pressmark.source.Pages;

/// What cleaning costs beside the parse of the same bytes, on a machine that others use too.
///
/// Parses and cleans every page in turn, in one thread, and counts this thread's processor time
/// and the bytes it allocates: `CostOfCleaning ROUNDS FOLDER,FOLDER`. The first half of the rounds
/// warms up and is not counted. Also says what each room takes, as shares of a parse, and the
/// slowest
/// pages.
public final class CostOfCleaning {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
  private static final Options OPTIONS = Options.DEFAULTS;
  private static final List<String> ROOMS =
      List.of("parse", "clean", "mark", "source", "extract", "residue", "finish", "metadata");

  private final Pressmark pressmark = new Pressmark(OPTIONS);
  private final Pages pages = new Pages(OPTIONS.source());
  private final Extract extract = new Extract();
  private final Residue residue = new Residue(OPTIONS.residue());
  private final Metadata metadata = new Metadata(residue);
  private final List<Path> files;
  private final List<byte[]> bytes = new ArrayList<>();
  private final long[] nanos = new long[ROOMS.size()];
  private final long[] allocated = new long[ROOMS.size()];
  private final long[][] best; // by page: parse and clean, the best of all rounds
  private int held; // so that nothing is found to be idle

  private CostOfCleaning(List<Path> files) throws IOException {
    this.files = files;
    for (Path file : files) {
      bytes.add(Files.readAllBytes(file));
    }
    best = new long[2][files.size()];
    for (long[] row : best) {
      Arrays.fill(row, Long.MAX_VALUE);
    }
  }

  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    List<Path> files = new ArrayList<>();
    for (String folder : args[1].split(",", -1)) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found.filter(file -> file.toString().endsWith(".html")).sorted().forEach(files::add);
      }
    }
    CostOfCleaning cost = new CostOfCleaning(files);
    for (int round = 0; round < rounds; round++) {
      if (round == rounds / 2) {
        Arrays.fill(cost.nanos, 0);
        Arrays.fill(cost.allocated, 0);
      }
      cost.round();
    }
    cost.report(rounds - rounds / 2, System.out);
  }

  private void round() {
    for (int page = 0; page < files.size(); page++) {
      byte[] source = bytes.get(page);
      String name = files.get(page).toString();
      best[0][page] = Math.min(best[0][page], time(0, () -> parse(source)));
      Capture capture = Capture.of(Origin.of(name), source);
      best[1][page] = Math.min(best[1][page], time(1, () -> pressmark.clean(capture)));
    }
    for (int page = 0; page < files.size(); page++) {
      rooms(Origin.of(files.get(page).toString()), bytes.get(page));
    }
  }

  private static Object parse(byte[] source) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(source), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rooms(Origin origin, byte[] source) {
    Step step = new Step();
    Capture capture = Capture.of(origin, source);
    step.end(2);
    Page opened = pages.open(capture);
    step.end(3);
    if (!(opened instanceof Page.Readable page)) {
      return;
    }
    Draft draft = extract.draft(page);
    step.end(4);
    Residue.Findings findings = residue.find(draft);
    step.end(5);
    Draft cut = draft.with(findings.cuts());
    Draft.Copy copy = cut.finish();
    step.end(6);
    if (!copy.body().isEmpty()) {
      held += metadata.find(page, cut, copy.body(), findings.salvage()).hashCode() & 1;
    }
    step.end(7);
  }

  private long time(int room, Supplier<Object> work) {
    Step step = new Step();
    held += System.identityHashCode(work.get()) & 1;
    return step.end(room);
  }

  /// One piece of work: how long the processor was at it, and what it allocated.
  private final class Step {
    private long bytesFrom = allocatedBytes();
    private long from = THREAD.getCurrentThreadCpuTime();

    long end(int room) {
      long taken = THREAD.getCurrentThreadCpuTime() - from;
      nanos[room] += taken;
      allocated[room] += allocatedBytes() - bytesFrom;
      bytesFrom = allocatedBytes();
      from = THREAD.getCurrentThreadCpuTime();
      return taken;
    }
  }

  /// What this thread has allocated so far: Java's own figure, which has no name in the platform's
  /// portable interfaces. Asking costs about a kilobyte itself.
  private static long allocatedBytes() {
    try {
      Object bytes = SERVER.invoke(
          new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
          "getThreadAllocatedBytes",
          new Object[] {Thread.currentThread().threadId()},
          new String[] {"long"});
      return bytes instanceof Long count ? count : 0;
    } catch (JMException e) {
      throw new IllegalStateException("this Java does not count what a thread allocates", e);
    }
  }

  private void report(int rounds, PrintStream out) {
    PrintStream utf8 = new PrintStream(out, true, StandardCharsets.UTF_8);
    double runs = (double) rounds * files.size();
    for (int room = 0; room < ROOMS.size(); room++) {
      utf8.printf(
          Locale.ROOT,
          "%-9s %8.3f ms a page %6.3f × parse %8.0f kB a page%n",
          ROOMS.get(room),
          nanos[room] / runs / 1e6,
          (double) nanos[room] / nanos[0],
          allocated[room] / runs / 1e3);
    }
    for (int row = 0; row < 2; row++) {
      long[] sorted = best[row].clone();
      Arrays.sort(sorted);
      utf8.printf(
          Locale.ROOT,
          "%-9s p50 %.2f p90 %.2f p99 %.2f max %.2f ms (best of the rounds, by page)%n",
          ROOMS.get(row),
          at(sorted, .5),
          at(sorted, .9),
          at(sorted, .99),
          at(sorted, 1));
    }
    List<Integer> order = new ArrayList<>();
    for (int page = 0; page < files.size(); page++) {
      order.add(page);
    }
    order.sort((one, other) -> Long.compare(best[1][other], best[1][one]));
    for (int page : order.subList(0, Math.min(8, order.size()))) {
      utf8.printf(
          Locale.ROOT,
          "%8.2f ms (parse %.2f) %s, %d kB%n",
          best[1][page] / 1e6,
          best[0][page] / 1e6,
          files.get(page),
          bytes.get(page).length / 1000);
    }
    utf8.println(held == 0 ? "" : ".");
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }
}
