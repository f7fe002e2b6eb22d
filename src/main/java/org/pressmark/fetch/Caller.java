package org.pressmark.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Asks with good manners: one at a time of each host, and again, but later, where that may help.
final class Caller {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE_WHEN_BUSY = Duration.ofSeconds(5);

  // RFC 9110, 5.6.7: the usual form, and two old ones that are to be understood.
  private static final List<DateTimeFormatter> DATES = List.of(
      DateTimeFormatter.RFC_1123_DATE_TIME,
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC),
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC));

  private final Wire wire;
  private final FetchOptions.Manners manners;
  private final Timing timing;
  private final Haul haul;
  private final Semaphore atOnce;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  Caller(Wire wire, FetchOptions.Manners manners, Timing timing, Haul haul) {
    this.wire = wire;
    this.manners = manners;
    this.timing = timing;
    this.haul = haul;
    this.atOnce = new Semaphore(manners.atOnce());
  }

  Lane lane(Address address) {
    return lanes.computeIfAbsent(address.host(), host -> new Lane(timing, atOnce, manners));
  }

  /// The answer, whatever the server says in it, unless it says to come back later.
  Reply.Had ask(Wire.Ask ask, Hold hold) throws Trouble, InterruptedException {
    Lane lane = lane(ask.address());
    for (int attempt = 1; attempt < manners.tries(); attempt++) {
      int number = attempt;
      try {
        return lane.next(() -> attempt(ask, hold, lane, number));
      } catch (Trouble e) {
        if (!e.isPassing()) {
          throw e;
        }
      }
    }
    return lane.next(() -> lastAttempt(ask, hold, lane));
  }

  private Reply.Had attempt(Wire.Ask ask, Hold hold, Lane lane, int number)
      throws Trouble, InterruptedException {
    Reply.Had had;
    try {
      had = wire.ask(ask, hold);
    } catch (Trouble e) {
      lane.leaveAlone(pause(FIRST_PAUSE, number));
      throw e;
    }
    lane.reached();
    Reply reply = had.reply();
    haul.sawReply(ask.address(), reply.raw().length);
    if (mayPass(reply.status())) {
      lane.leaveAlone(pause(reply, number));
      throw Trouble.passing(
          reply.isBusy() ? Miss.Kind.BUSY : Miss.Kind.STATUS,
          "answers " + reply.statusWords() + (number > 1 ? ", " + number + " times" : ""));
    }
    return had;
  }

  private Reply.Had lastAttempt(Wire.Ask ask, Hold hold, Lane lane)
      throws Trouble, InterruptedException {
    try {
      return attempt(ask, hold, lane, manners.tries());
    } catch (Trouble e) {
      boolean isGone = e.kind() == Miss.Kind.UNREACHABLE || e.kind() == Miss.Kind.SLOW;
      if (e.isPassing() && isGone) {
        lane.failed();
      }
      throw e;
    }
  }

  private static Duration pause(Duration first, int attempt) {
    return first.multipliedBy(1L << (attempt - 1));
  }

  /// RFC 9110, 15.6, and RFC 6585, 4
  private static boolean mayPass(int status) {
    return status == 429 || status == 500 || (status >= 502 && status <= 504);
  }

  private Duration pause(Reply reply, int attempt) {
    Duration own = pause(reply.isBusy() ? FIRST_PAUSE_WHEN_BUSY : FIRST_PAUSE, attempt);
    return reply
        .fields()
        .first("retry-after")
        .flatMap(this::retryAfter)
        .filter(asked -> asked.compareTo(own) > 0)
        .orElse(own);
  }

  /// RFC 9110, 10.2.3: seconds, or a time.
  private Optional<Duration> retryAfter(String value) {
    if (!value.isEmpty() && value.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
      // A century, where the number is longer than numbers are.
      String seconds = value.length() < 10 ? value : "3000000000";
      return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }
    return date(value).map(time -> Duration.between(timing.now(), time));
  }

  static Optional<Instant> date(String value) {
    for (DateTimeFormatter format : DATES) {
      try {
        return Optional.of(format.parse(value, Instant::from));
      } catch (DateTimeException e) {
        // Another form, or none.
      }
    }
    return Optional.empty();
  }
}
