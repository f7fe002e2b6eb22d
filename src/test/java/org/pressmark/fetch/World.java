package org.pressmark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.http.MessageException;
import org.pressmark.http.Payload;

/// A small world: every name stands for a public address, and behind all of them is one server. Its
/// clock stands still but for those who wait.
final class World implements AutoCloseable {
  static final Instant NOW = Instant.parse("2024-10-12T08:00:00Z");
  static final String PUBLIC = "93.184.215.14";

  final Rogue server = new Rogue();
  final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  final List<String> dialed = Collections.synchronizedList(new ArrayList<>());
  FetchOptions options = FetchOptions.DEFAULTS
      .with(FetchOptions.Manners.DEFAULTS.withDelay(Duration.ZERO))
      .with(new FetchOptions.Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          1 << 20,
          64 << 10,
          256,
          10));
  Net.Resolver resolver = host -> List.of(InetAddress.getByName(PUBLIC));
  Memory memory = Memory.NONE;
  Crawl.Mode mode = Crawl.Mode.FETCH;
  private Haul haul = new Haul();
  private long nanos;

  World() throws IOException {}

  private final Timing timing = new Timing() {
    @Override
    public long nanos() {
      synchronized (waits) {
        return nanos;
      }
    }

    @Override
    public Instant now() {
      return NOW.plusNanos(nanos());
    }

    @Override
    public void pass(Duration time) {
      synchronized (waits) {
        waits.add(time);
        nanos += time.toNanos();
      }
    }
  };

  private Crawl crawl() {
    Net net = new Net(
        host -> resolver.machines(host),
        (socket, machine, port, limit) -> {
          dialed.add(machine.getHostAddress() + ":" + port);
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
              Math.toIntExact(limit.toMillis()));
        },
        (SSLSocketFactory) SSLSocketFactory.getDefault());
    return new Crawl(options, memory, net, timing, mode);
  }

  /// Fetches what these addresses lead to, as if they were words on the command line.
  List<Capture> fetch(String... addresses) {
    return fetch(Task.Rank.GIVEN, List.of(addresses));
  }

  List<Capture> fetch(Task.Rank rank, List<String> addresses) {
    try (Crawl crawl = crawl();
        Stream<Found> pages = crawl.pages(
            addresses.stream().map(text -> new Crawl.Seed(text, rank)).iterator(), () -> false)) {
      List<Capture> captures = pages.map(Capture.class::cast).toList();
      captures.forEach(World::requireSame);
      haul = crawl.haul();
      return captures;
    }
  }

  /// An archive takes a capture's bytes out of its answer again.
  private static void requireSame(Capture capture) {
    byte[] response = capture.exchange().orElseThrow().response();
    try {
      assertThat(Payload.of(response, Long.MAX_VALUE).bytes()).isEqualTo(capture.bytes());
    } catch (MessageException e) {
      throw new AssertionError(capture + " is not in its answer", e);
    }
  }

  List<Fate> plan(Task.Rank rank, List<String> addresses) {
    mode = Crawl.Mode.REHEARSAL;
    try (Crawl crawl = crawl();
        Stream<Fate> plan = crawl.plan(
            addresses.stream().map(text -> new Crawl.Seed(text, rank)).iterator(), () -> false)) {
      List<Fate> fates = plan.toList();
      haul = crawl.haul();
      return fates;
    }
  }

  /// Of the last fetch.
  Haul haul() {
    return haul;
  }

  /// What was said of the only address that was not had.
  Miss onlyMiss() {
    if (haul.misses().size() != 1) {
      throw new AssertionError("not one miss: " + haul.misses());
    }
    return haul.misses().getFirst();
  }

  static List<String> addresses(List<Capture> captures) {
    return captures.stream()
        .map(capture -> capture.url().orElseThrow())
        .sorted()
        .toList();
  }

  static List<InetAddress> machines(String... addresses) throws UnknownHostException {
    List<InetAddress> machines = new ArrayList<>();
    for (String address : addresses) {
      machines.add(InetAddress.getByName(address));
    }
    return machines;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
