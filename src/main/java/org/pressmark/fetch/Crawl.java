package org.pressmark.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pressmark.article.Found;

/// Fetches pages, politely: of each host one at a time, of many hosts at once.
///
/// A thread of its own serves each host that has anything left to fetch. To be used once.
public final class Crawl implements AutoCloseable {
  /// Whether it is meant.
  public enum Mode {
    FETCH,
    /// Lists are opened and rules are read, but no page is fetched.
    REHEARSAL
  }

  /// An address that the user named.
  ///
  /// @param rank how
  public record Seed(String text, Task.Rank rank) {}

  private static final int MAX_LARGE_PAGES = 4;
  private static final int MAX_DEPTH = 5;
  private static final int KIB = 1 << 10;
  private static final int MAX_KIB_WAITING = 64 << 10;
  private static final int MAX_WAITING = 1000;
  private static final int MILLIS_BETWEEN_LOOKS = 100;

  private final FetchOptions options;
  private final Haul haul = new Haul();
  private final Wire wire;
  private final Frontier frontier;
  private final Journey journey;
  private final Quota quota;
  private final Mode mode;
  private final ExecutorService hosts = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore large = new Semaphore(MAX_LARGE_PAGES);

  // What was had and not taken yet; nothing means the end.
  private final BlockingQueue<Optional<Fate>> fates = new LinkedBlockingQueue<>();
  private final Semaphore roomKib = new Semaphore(MAX_KIB_WAITING);
  private final Semaphore room = new Semaphore(MAX_WAITING);
  private volatile Optional<Throwable> failure = Optional.empty();

  public Crawl(FetchOptions options, Memory memory, Net net, Timing timing, Mode mode) {
    this.options = options;
    this.mode = mode;
    this.quota = new Quota(options.choice().limit());
    this.wire = new Wire(net, options, timing);
    this.frontier = new Frontier(this::serve, () -> fates.add(Optional.empty()));
    Caller caller = new Caller(wire, options.manners(), timing, haul);
    Rulebook rulebook = new Rulebook(caller, options.manners(), timing, haul);
    this.journey = new Journey(options, memory, timing, caller, rulebook, frontier, haul, mode);
  }

  /// What came of it, complete when the stream has ended.
  public Haul haul() {
    return haul;
  }

  /// The pages, in the order in which they come. Nothing is fetched before the first is asked for.
  ///
  /// @param isOver asked again and again whether to end before all is fetched
  public Stream<Found> pages(Iterator<Seed> seeds, BooleanSupplier isOver) {
    return fates(seeds, isOver).map(fate -> ((Fate.Came) fate).capture());
  }

  /// What would be fetched, and what would not.
  public Stream<Fate> plan(Iterator<Seed> seeds, BooleanSupplier isOver) {
    return fates(seeds, isOver);
  }

  private Stream<Fate> fates(Iterator<Seed> seeds, BooleanSupplier isOver) {
    Spliterator<Fate> all = Spliterators.spliteratorUnknownSize(
        new Fates(seeds, isOver), Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(all, false).onClose(this::close);
  }

  private final class Fates implements Iterator<Fate> {
    private final Iterator<Seed> seeds;
    private final BooleanSupplier isOver;
    private Optional<Fate> next = Optional.empty();
    private boolean isBegun;
    private boolean isEnded;

    Fates(Iterator<Seed> seeds, BooleanSupplier isOver) {
      this.seeds = seeds;
      this.isOver = isOver;
    }

    @Override
    public boolean hasNext() {
      if (!isBegun) {
        isBegun = true;
        Thread feeder = new Thread(() -> feed(seeds), "pressmark-addresses");
        feeder.setDaemon(true);
        feeder.start();
      }
      while (next.isEmpty() && !isEnded) {
        isEnded = isOver.getAsBoolean();
        await();
      }
      return next.isPresent();
    }

    private void await() {
      try {
        Optional<Fate> fate = fates.poll(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        if (failure.isPresent()) {
          throw thrown(failure.get());
        }
        if (fate != null) {
          isEnded |= fate.isEmpty();
          next = fate;
          fate.ifPresent(Crawl.this::taken);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        isEnded = true;
      }
    }

    @Override
    public Fate next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Fate fate = next.orElseThrow();
      next = Optional.empty();
      return fate;
    }
  }

  private static RuntimeException thrown(Throwable failure) {
    return switch (failure) {
      case IOException e -> new UncheckedIOException(e);
      case RuntimeException e -> e;
      default -> new IllegalStateException("fetching failed", failure);
    };
  }

  private void feed(Iterator<Seed> seeds) {
    try {
      while (seeds.hasNext()) {
        Seed seed = seeds.next();
        frontier.awaitRoom();
        Optional<Address> address = address(seed.text());
        address.ifPresent(found -> offer(new Task(found, seed.rank(), 0)));
      }
      frontier.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private Optional<Address> address(String text) {
    try {
      return Optional.of(Address.of(text));
    } catch (IllegalArgumentException e) {
      String shown = text.substring(0, Math.min(text.length(), 200));
      String why = String.valueOf(e.getMessage());
      haul.missed(new Miss(shown, Miss.Kind.REFUSED, why));
      return Optional.empty();
    }
  }

  private void fail(Throwable why) {
    failure = Optional.of(why);
    fates.add(Optional.empty());
  }

  private void offer(Task task) {
    if (isChosen(task)) {
      take(task);
    } else {
      haul.leftOutByChoice();
    }
  }

  /// Patterns are for pages: what was named itself, and what sounds like a list, is opened anyway.
  private boolean isChosen(Task task) {
    return switch (task.rank()) {
      case GIVEN, LIST -> true;
      case LINE -> Listing.isNamedSo(task.address()) || options.choice().takes(task.address());
      case PAGE -> options.choice().takes(task.address());
    };
  }

  private void take(Task task) {
    switch (frontier.offer(task)) {
      case TAKEN -> {}
      case TWICE -> haul.sawTwice();
      case TOO_MANY -> haul.leftOutAsTooMany();
    }
  }

  private void serve(String host) {
    try {
      hosts.execute(() -> serveAll(host));
    } catch (RejectedExecutionException e) {
      // Closed in this very moment.
    }
  }

  private void serveAll(String host) {
    try {
      for (Optional<Task> task = frontier.next(host);
          task.isPresent();
          task = frontier.next(host)) {
        serveOrFail(task.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serveOrFail(Task task) throws InterruptedException {
    try {
      serve(task);
    } catch (IOException | RuntimeException | Error e) {
      fail(e); // before the last task is done, which is the end
    } finally {
      frontier.done();
    }
  }

  private void serve(Task task) throws IOException, InterruptedException {
    boolean isCounted = task.rank() != Task.Rank.LIST;
    if (isCounted && !quota.enter()) {
      haul.leftOutByLimit();
      return;
    }
    boolean isPage = false;
    try (Hold hold = new Hold(large)) {
      Fate fate = journey.of(task, hold);
      isPage = count(fate);
      if (mode == Mode.REHEARSAL || fate instanceof Fate.Came) {
        give(fate);
      }
      if (fate instanceof Fate.Opened opened) {
        open(opened, task);
      }
    } finally {
      if (isCounted) {
        quota.leave(isPage);
      }
    }
  }

  /// @return whether it was a page that was asked for
  private boolean count(Fate fate) {
    switch (fate) {
      case Fate.Came came -> haul.fetched(came.address());
      case Fate.Unchanged same -> haul.unchanged(same.address());
      case Fate.PassedOver fresh -> haul.passedOver(fresh.address());
      case Fate.Twice twice -> haul.sawTwice();
      case Fate.Opened opened -> haul.opened();
      case Fate.Missed missed -> haul.missed(missed.address(), missed.miss());
      case Fate.Due due -> {}
    }
    return fate instanceof Fate.Came || fate instanceof Fate.Unchanged || fate instanceof Fate.Due;
  }

  private void open(Fate.Opened opened, Task task) {
    String place = opened.address().toString();
    opened.listing().notes().forEach(note -> haul.note(place, note));
    for (Listing.Item item : opened.listing().items()) {
      Optional<Address> address = address(item.address());
      if (address.isPresent()) {
        take(address.get(), item.time(), item.isList() ? Task.Rank.LIST : Task.Rank.PAGE, task);
      }
    }
  }

  private void take(Address address, Optional<Instant> time, Task.Rank rank, Task from) {
    if (!options.choice().takes(time)) {
      haul.leftOutAsOld();
    } else if (rank == Task.Rank.LIST && from.depth() >= MAX_DEPTH) {
      haul.missed(
          address,
          new Miss(
              address.toString(),
              Miss.Kind.LIST,
              "is a sitemap in a sitemap in a sitemap, more than " + MAX_DEPTH
                  + " deep; name it to fetch it"));
    } else {
      offer(new Task(address, rank, from.depth() + 1));
    }
  }

  private void give(Fate fate) throws InterruptedException {
    room.acquire();
    roomKib.acquire(kib(fate));
    fates.add(Optional.of(fate));
  }

  private void taken(Fate fate) {
    room.release();
    roomKib.release(kib(fate));
  }

  private static int kib(Fate fate) {
    return fate instanceof Fate.Came came
        ? Math.min(came.capture().bytes().length / KIB + 1, MAX_KIB_WAITING)
        : 0;
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    hosts.shutdownNow();
    wire.close();
  }
}
