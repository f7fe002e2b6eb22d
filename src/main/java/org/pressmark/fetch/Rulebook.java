package org.pressmark.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/// What sites ask of robots in their robots.txt (RFC 9309), each read once a day.
final class Rulebook {
  /// RFC 9309, 2.5: at least so much has to be read.
  static final int MAX_BYTES = 500 << 10;

  private static final int MAX_REDIRECTS = 5; // RFC 9309, 2.3.1.2
  private static final Duration GOOD_FOR = Duration.ofHours(24); // RFC 9309, 2.4
  private static final List<String> NAMES =
      List.of(FetchOptions.Manners.PRODUCT.toLowerCase(Locale.ROOT));

  private final Caller caller;
  private final FetchOptions.Manners manners;
  private final Timing timing;
  private final Haul haul;
  private final Map<String, FutureTask<Rules>> book = new ConcurrentHashMap<>();

  Rulebook(Caller caller, FetchOptions.Manners manners, Timing timing, Haul haul) {
    this.caller = caller;
    this.manners = manners;
    this.timing = timing;
    this.haul = haul;
  }

  /// What the site of this address asks. The first one who wants to know reads it.
  Rules of(Address address) throws InterruptedException {
    while (true) {
      FutureTask<Rules> mine = new FutureTask<>(() -> read(address.robots()));
      FutureTask<Rules> task = book.putIfAbsent(address.site(), mine);
      if (task == null) {
        mine.run();
        task = mine;
      }
      Rules rules = rules(task);
      if (timing.nanos() - rules.readAt() < GOOD_FOR.toNanos()) {
        return rules;
      }
      book.remove(address.site(), task);
    }
  }

  private static Rules rules(FutureTask<Rules> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("while robots.txt was read");
      }
      throw new IllegalStateException("robots.txt could not be read", e.getCause());
    }
  }

  private Rules read(Address robots) throws InterruptedException {
    try (Hold hold = new Hold(new Semaphore(1))) {
      Rules rules = read(robots, hold);
      if (rules.delay().isPresent()) {
        caller.lane(robots).slowDownTo(rules.delay().get());
      }
      return rules;
    } catch (Trouble e) {
      return Rules.closed(closed(robots, e), timing.nanos());
    }
  }

  /// RFC 9309, 2.3.1.4: what can not be reached may forbid everything.
  private static Trouble closed(Address robots, Trouble why) {
    if (why.kind() == Miss.Kind.REFUSED) {
      return why;
    }
    Miss.Kind kind = switch (why.kind()) {
      case STATUS, BROKEN, REDIRECT, OVERSIZED, BUSY -> Miss.Kind.ROBOTS;
      default -> why.kind();
    };
    return Trouble.lasting(
        kind,
        robots + ": " + why.words() + "; as long as it can not be read, the site is left alone");
  }

  private Rules read(Address robots, Hold hold) throws Trouble, InterruptedException {
    Address at = robots;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Reply reply = caller
          .ask(new Wire.Ask("GET", at, List.of(), MAX_BYTES, ReplyReader.Overflow.CUT), hold)
          .reply();
      Optional<String> location = reply.fields().first("location");
      if (reply.isContent()) {
        return parse(robots, reply);
      }
      if (!reply.isRedirect() || location.isEmpty()) {
        return without(reply);
      }
      at = Journey.resolve(at, location.get());
    }
    return Rules.none(timing.nanos()); // RFC 9309, 2.3.1.2: as if there were none
  }

  /// RFC 9309, 2.3.1.3: a site that has no rules allows everything.
  private Rules without(Reply reply) throws Trouble {
    if (reply.status() >= 400 && reply.status() < 500) {
      return Rules.none(timing.nanos());
    }
    throw Trouble.lasting(Miss.Kind.STATUS, "answers " + reply.statusWords());
  }

  private Rules parse(Address robots, Reply reply) throws Trouble, InterruptedException {
    byte[] text = new Unpack(MAX_BYTES, ReplyReader.Overflow.CUT, bytes -> {}).document(reply);
    boolean isCut = reply.note().isPresent() || text.length >= MAX_BYTES;
    if (isCut) {
      haul.note(
          robots.toString(),
          "is longer than " + MAX_BYTES + " bytes; the rules behind them do not count");
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    parser.setMaxCrawlDelay(Long.MAX_VALUE);
    BaseRobotRules rules = parser.parseContent(
        robots.toString(), isCut ? wholeLines(text) : text, "text/plain", NAMES);
    Optional<Duration> delay =
        Optional.of(rules.getCrawlDelay()).filter(millis -> millis > 0).map(Duration::ofMillis);
    if (delay.isPresent() && delay.get().compareTo(manners.longestWait()) > 0) {
      return Rules.closed(
          Trouble.lasting(
              Miss.Kind.ROBOTS,
              robots + " asks for " + delay.get().toSeconds() + " s between requests; more than "
                  + manners.longestWait().toSeconds() + " s is not waited"),
          timing.nanos());
    }
    return new Rules(
        Optional.empty(), Optional.of(rules), delay, rules.getSitemaps(), timing.nanos());
  }

  /// Half a path would forbid, or allow, more than the whole one.
  private static byte[] wholeLines(byte[] text) {
    int end = text.length;
    while (end > 0 && text[end - 1] != '\n' && text[end - 1] != '\r') {
      end--;
    }
    return Arrays.copyOf(text, end);
  }
}
