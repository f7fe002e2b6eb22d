package org.pressmark.fetch;

import static org.pressmark.fetch.Miss.Kind.LIST;
import static org.pressmark.fetch.Miss.Kind.REDIRECT;
import static org.pressmark.fetch.Miss.Kind.STATUS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.article.Capture;
import org.pressmark.article.Exchange;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.http.Fields;

/// The way from an address to its page: what the archive has of it, what the site allows, what the
/// server answers, and where it leads on.
final class Journey {
  /// An entity tag, or a date, is short; longer ones are not sent back.
  private static final int MAX_VALIDATOR = 1024;

  private final FetchOptions options;
  private final Memory memory;
  private final Timing timing;
  private final Caller caller;
  private final Rulebook rulebook;
  private final Frontier frontier;
  private final Haul haul;
  private final Crawl.Mode mode;

  Journey(
      FetchOptions options,
      Memory memory,
      Timing timing,
      Caller caller,
      Rulebook rulebook,
      Frontier frontier,
      Haul haul,
      Crawl.Mode mode) {
    this.options = options;
    this.memory = memory;
    this.timing = timing;
    this.caller = caller;
    this.rulebook = rulebook;
    this.frontier = frontier;
    this.haul = haul;
    this.mode = mode;
  }

  /// Goes the whole way; what stops it is told as a miss.
  Fate of(Task task, Hold hold) throws IOException, InterruptedException {
    Trip trip = new Trip(task, hold);
    try {
      return trip.go();
    } catch (Trouble e) {
      return trip.missed(e);
    } catch (RuntimeException e) {
      return trip.missed(Trouble.lasting(
          Miss.Kind.FAULT,
          "Pressmark failed over this address (" + Problem.site(e) + "); please report it"));
    }
  }

  /// @param location as a server gave it
  static Address resolve(Address at, String location) throws Trouble {
    try {
      return at.resolve(location);
    } catch (IllegalArgumentException e) {
      String shown = location.substring(0, Math.min(location.length(), 200));
      throw Trouble.lasting(REDIRECT, "leads to \"" + shown + "\", which " + e.getMessage());
    }
  }

  private final class Trip {
    private final Task task;
    private final Hold hold;
    private final Set<Address> path = new HashSet<>();
    private Address at;

    Trip(Task task, Hold hold) {
      this.task = task;
      this.hold = hold;
      this.at = task.address();
    }

    Fate go() throws Trouble, IOException, InterruptedException {
      while (true) {
        arriveAt();
        Optional<Capture> last = memory.last(at.toString());
        Optional<Fate> known = known(last);
        if (known.isPresent()) {
          return known.get();
        }
        Rules rules = rulebook.of(at);
        rules.require(at);
        Optional<Fate> fate = mode == Crawl.Mode.REHEARSAL ? rehearse(rules) : fetch(rules, last);
        if (fate.isPresent()) {
          return fate.get();
        }
      }
    }

    Fate missed(Trouble trouble) {
      Trouble told = at.equals(task.address()) ? trouble : trouble.at(at);
      return new Fate.Missed(
          task.address(), new Miss(task.address().toString(), told.kind(), told.words()));
    }

    private void arriveAt() throws Trouble {
      if (!path.add(at)) {
        throw Trouble.lasting(REDIRECT, "leads in a circle");
      }
      if (path.size() > options.limits().maxRedirects() + 1) {
        throw Trouble.lasting(
            REDIRECT, "leads on more than " + options.limits().maxRedirects() + " times");
      }
    }

    /// What there is no need to ask for.
    private Optional<Fate> known(Optional<Capture> last) {
      boolean isElsewhere = !Frontier.key(at).equals(Frontier.key(task.address()));
      if (isElsewhere && !frontier.claim(at)) {
        return Optional.of(new Fate.Twice(task.address()));
      }
      return last.flatMap(Capture::time)
          .filter(time -> options.choice().isFresh(time, timing.now()))
          .map(time -> new Fate.PassedOver(task.address(), time));
    }

    /// @return nothing where it leads on
    private Optional<Fate> fetch(Rules rules, Optional<Capture> last)
        throws Trouble, InterruptedException {
      List<String> conditions = conditions(last);
      Reply.Had had = caller.ask(question("GET", conditions), hold);
      Optional<Address> onward = onward(had.reply());
      at = onward.orElse(at);
      return onward.isPresent() ? Optional.empty() : Optional.of(end(had, rules, conditions));
    }

    /// Lists are opened, to see what they name; pages are not fetched. Only what the user named
    /// is asked what it is, where its name does not tell.
    private Optional<Fate> rehearse(Rules rules) throws Trouble, InterruptedException {
      if (isSurelyList()) {
        return fetch(rules, Optional.empty()).map(this::due);
      }
      if (task.rank() != Task.Rank.GIVEN) {
        return Optional.of(due());
      }
      Reply reply = caller.ask(question("HEAD", List.of()), hold).reply();
      Optional<Address> onward = onward(reply);
      if (onward.isPresent()) {
        at = onward.get();
        return Optional.empty();
      }
      boolean isList = reply.isContent()
          && reply.fields().first("content-type").filter(Listing::isDeclaredSo).isPresent();
      return isList ? fetch(rules, Optional.empty()).map(this::due) : Optional.of(due());
    }

    private Fate due(Fate fate) {
      return fate instanceof Fate.Came ? due() : fate;
    }

    private Fate due() {
      return new Fate.Due(task.address(), caller.lane(at).delay());
    }

    private Wire.Ask question(String method, List<String> conditions) {
      return new Wire.Ask(
          method, at, conditions, options.limits().maxBytes(), ReplyReader.Overflow.REFUSE);
    }

    private boolean isSurelyList() {
      return task.rank() == Task.Rank.LIST || (task.mayBeList() && Listing.isNamedSo(at));
    }

    /// RFC 9110, 13.1: what the last capture's answer said of itself.
    private List<String> conditions(Optional<Capture> last) {
      List<String> conditions = new ArrayList<>();
      last.filter(capture -> capture.url().equals(Optional.of(at.toString())))
          .flatMap(Capture::exchange)
          .flatMap(exchange -> ReplyReader.fieldsOf(exchange.response()))
          .ifPresent(fields -> {
            condition(fields, "etag", "If-None-Match").ifPresent(conditions::add);
            condition(fields, "last-modified", "If-Modified-Since").ifPresent(conditions::add);
          });
      return conditions;
    }

    private Optional<String> condition(Fields fields, String said, String name) {
      return fields
          .first(said)
          .filter(value -> !value.isEmpty() && value.length() <= MAX_VALIDATOR)
          .map(value -> name + ": " + value);
    }

    private Optional<Address> onward(Reply reply) throws Trouble {
      Optional<String> location = reply.fields().first("location");
      if (!reply.isRedirect()) {
        return Optional.empty();
      }
      if (location.isEmpty()) {
        throw Trouble.lasting(REDIRECT, "leads on without saying where to");
      }
      return Optional.of(resolve(at, location.get()));
    }

    private Fate end(Reply.Had had, Rules rules, List<String> conditions)
        throws Trouble, InterruptedException {
      Reply reply = had.reply();
      if (reply.status() == 304 && !conditions.isEmpty()) {
        return new Fate.Unchanged(task.address());
      }
      if (!reply.isContent()) {
        throw Trouble.lasting(STATUS, "answers " + reply.statusWords());
      }
      reply.note().ifPresent(note -> haul.note(at.toString(), note));
      Unpack unpack =
          new Unpack(options.limits().maxBytes(), ReplyReader.Overflow.REFUSE, this::makeRoom);
      byte[] document = unpack.document(reply);
      Optional<Listing> listing = listing(document, reply, rules, unpack);
      return listing
          .<Fate>map(list -> new Fate.Opened(task.address(), list))
          .orElseGet(() -> came(had, document));
    }

    private void makeRoom(long bytes) throws InterruptedException {
      if (hold.isTooSmallFor(bytes)) {
        hold.enlarge();
      }
    }

    private Optional<Listing> listing(byte[] document, Reply reply, Rules rules, Unpack unpack)
        throws Trouble, InterruptedException {
      if (!task.mayBeList()) {
        return Optional.empty();
      }
      if (at.target().equals("/robots.txt")) {
        return Optional.of(new Listing(
            rules.sitemaps().stream()
                .map(map -> new Listing.Item(map, Optional.empty(), true))
                .toList(),
            List.of()));
      }
      byte[] plain = Unpack.isGzip(document) ? unpack.gzip(document) : document;
      Optional<Listing> listing = Listing.of(plain, reply.fields().first("content-type"), at);
      if (listing.isEmpty() && task.rank() == Task.Rank.LIST) {
        throw Trouble.lasting(
            LIST, "is named as a sitemap, and is neither a sitemap nor a feed nor a list");
      }
      return listing;
    }

    private Fate came(Reply.Had had, byte[] document) {
      Exchange exchange =
          new Exchange(Optional.of(had.request()), had.reply().raw(), Optional.of(had.machine()));
      Capture capture = new Capture(
          Origin.of(at.toString()),
          document,
          had.reply().fields().first("content-type"),
          Optional.of(at.toString()),
          Optional.of(had.time()),
          Optional.of(exchange));
      return new Fate.Came(task.address(), capture);
    }
  }
}
