package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Exchange;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.http.Message;
import org.pressmark.http.MessageException;
import org.pressmark.source.warc.Frames;
import org.pressmark.source.warc.Originals;
import org.pressmark.source.warc.Recent;
import org.pressmark.source.warc.WarcHead;
import org.pressmark.source.warc.WarcRecord;

/// Makes documents of the records of a web archive: of a response together with its request, which
/// stands before or behind it, of a resource, and of a revisit, whose bytes an earlier record has.
final class Exchanges {
  private static final Set<String> OTHER_TYPES =
      Set.of("warcinfo", "request", "metadata", "conversion", "continuation");
  // Fields by which our own archives tell what WARC has none for.
  private static final String OWN_MEDIA_TYPE = "WARC-Pressmark-Media-Type";
  private static final String OWN_TIME = "WARC-Pressmark-Time";
  private static final String OWN_URL = "WARC-Pressmark-URL";

  private static final String DIGEST = "WARC-Payload-Digest";

  private final Delivery delivery;
  private final Frames frames;
  private final LongFunction<Optional<WarcRecord>> reader;
  private final Originals originals = new Originals();
  private final Recent recent = new Recent(Recent.MAX_BYTES);
  private Optional<WarcRecord> request = Optional.empty();
  private Optional<WarcRecord> response = Optional.empty();

  /// @param frames knows what a record is called that begins at a place
  /// @param reader reads a record once more
  Exchanges(Delivery delivery, Frames frames, LongFunction<Optional<WarcRecord>> reader) {
    this.delivery = delivery;
    this.frames = frames;
    this.reader = reader;
  }

  /// Whether the block of the record is of any use here.
  boolean wants(WarcHead head) {
    return Set.of("response", "resource", "request").contains(head.type());
  }

  /// @param found where the documents go that are complete now
  void take(WarcRecord record, Queue<Found> found) {
    if (record.head().type().equals("request")) {
      takeRequest(record, found);
      return;
    }
    flush(found);
    if (record.head().type().equals("response")) {
      response = Optional.of(record);
      if (request.filter(asked -> !asked.isRequestOf(record)).isPresent()) {
        request = Optional.empty();
      }
      return;
    }
    request = Optional.empty();
    found.add(
        switch (record.head().type()) {
          case "resource" -> resource(record);
          case "revisit" -> revisit(record);
          default -> passed(record, type(record.head().type()) + " record");
        });
  }

  private void takeRequest(WarcRecord record, Queue<Found> found) {
    boolean isAnswered = response.filter(record::isRequestOf).isPresent();
    if (isAnswered) {
      request = Optional.of(record);
      flush(found);
    } else {
      flush(found);
      request = Optional.of(record);
    }
    found.add(passed(record, "request record"));
  }

  /// Behind the last record.
  void finish(Queue<Found> found) {
    flush(found);
  }

  private void flush(Queue<Found> found) {
    if (response.isPresent()) {
      found.add(response(response.get(), request));
      response = Optional.empty();
      request = Optional.empty();
    }
  }

  private static String type(String type) {
    return OTHER_TYPES.contains(type) ? type : "other";
  }

  private Found response(WarcRecord record, Optional<WarcRecord> asked) {
    String url = record.head().url().orElse("");
    if (!isOnTheWeb(url)) {
      return passed(record, url.startsWith("dns:") ? "DNS record" : "record of no page");
    }
    if (record.head().field("WARC-Segment-Number").isPresent()) {
      return passed(record, "record in segments");
    }
    try {
      Message message = Message.read(record.block());
      OptionalInt status = message.status();
      if (status.isEmpty()) {
        return lost(record, MALFORMED, "has no HTTP status: \"" + message.statusLine() + "\"");
      }
      if (status.getAsInt() != 200) {
        return passed(record, "HTTP status " + status.getAsInt());
      }
      Optional<String> mediaType = message.field("Content-Type");
      Optional<String> other = WebMedia.passed(mediaType.orElse(""), url);
      return other.isPresent()
          ? passed(record, other.get())
          : document(record, message, mediaType, exchange(record, asked));
    } catch (MessageException e) {
      boolean isLarge = e.kind() == MessageException.Kind.OVERSIZED;
      return lost(record, isLarge ? OVERSIZED : MALFORMED, e.what());
    }
  }

  private Found document(
      WarcRecord record, Message message, Optional<String> mediaType, Exchange exchange)
      throws MessageException {
    if (!record.isWhole()) {
      return oversized(record);
    }
    byte[] bytes = message.payload(delivery.options().maxBytes()).bytes();
    Capture capture = new Capture(
        origin(record),
        bytes,
        mediaType,
        record.head().url(),
        record.head().time(),
        Optional.of(exchange));
    return judged(record, capture);
  }

  private Exchange exchange(WarcRecord record, Optional<WarcRecord> asked) {
    return new Exchange(
        asked.filter(WarcRecord::isWhole).map(WarcRecord::block),
        record.block(),
        Stream.concat(Stream.of(record), asked.stream())
            .flatMap(one -> one.head().field("WARC-IP-Address").stream())
            .findFirst());
  }

  /// A document without a server's words about it. Those of our own archives may come from files.
  private Found resource(WarcRecord record) {
    String url = record.head().url().orElse("");
    boolean isFile = url.startsWith("file:");
    if (!isFile && !isOnTheWeb(url)) {
      return passed(record, "record of no page");
    }
    String type = record
        .head()
        .field(OWN_MEDIA_TYPE)
        .map(Exchanges::decoded)
        .or(() -> record.head().field("Content-Type"))
        .orElse("");
    Optional<String> other =
        WebMedia.passed(type, url).filter(what -> !(isFile && what.equals("JSON data")));
    if (other.isPresent()) {
      return passed(record, other.get());
    }
    if (!record.isWhole() || record.block().length > delivery.options().maxBytes()) {
      return oversized(record);
    }
    Optional<String> known = record.head().field(OWN_URL).map(Exchanges::decoded);
    return judged(
        record,
        new Capture(
            origin(record),
            record.block(),
            type.isEmpty() || type.startsWith("application/octet-stream")
                ? Optional.empty()
                : Optional.of(type),
            known.or(() -> isFile ? Optional.empty() : Optional.of(url)),
            ownTime(record.head()).or(record.head()::time)));
  }

  private static Optional<Instant> ownTime(WarcHead head) {
    try {
      return head.field(OWN_TIME).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// As our own archives encode what a field could not hold (RFC 3986, 2.1).
  private static String decoded(String field) {
    return URLDecoder.decode(field.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Found judged(WarcRecord record, Capture capture) {
    Optional<String> other = WebMedia.passed(capture);
    if (other.isPresent()) {
      return passed(record, other.get());
    }
    remember(record);
    return capture;
  }

  /// Where it can be read once more, its place; else the record itself, as long as there is room.
  private void remember(WarcRecord record) {
    List<String> names = Stream.of(record.id(), record.head().field(DIGEST))
        .flatMap(Optional::stream)
        .toList();
    OptionalLong at = frames.seekable(record.place());
    if (delivery.file().isPresent() && at.isPresent()) {
      names.forEach(name -> originals.put(name, at.getAsLong()));
    } else {
      recent.put(record, names);
    }
  }

  /// The same bytes as an earlier record's, retrieved once more (ISO 28500:2017, 6.7).
  private Found revisit(WarcRecord record) {
    List<String> names = Stream.of("WARC-Refers-To", DIGEST)
        .flatMap(name -> record.head().id(name).stream())
        .toList();
    return names.stream()
        .flatMap(name -> original(name).flatMap(first -> again(record, first)).stream())
        .findFirst()
        .orElseGet(() -> passed(
            record,
            names.stream().anyMatch(recent::isGone)
                ? "revisit of a document too far back in a stream"
                : "revisit of what is no document here"));
  }

  private Optional<WarcRecord> original(String name) {
    OptionalLong at = originals.find(name);
    return at.isPresent()
        ? reader.apply(at.getAsLong()).filter(first -> isSame(first, name))
        : recent.find(name);
  }

  private static boolean isSame(WarcRecord first, String key) {
    return first.id().equals(Optional.of(key))
        || first.head().field(DIGEST).equals(Optional.of(key));
  }

  private Optional<Found> again(WarcRecord revisit, WarcRecord first) {
    Found found = first.head().type().equals("resource")
        ? resource(first)
        : response(first, Optional.empty());
    return found instanceof Capture capture
        ? Optional.of(new Capture(
            origin(revisit),
            capture.bytes(),
            capture.mediaType(),
            revisit
                .head()
                .field(OWN_URL)
                .map(Exchanges::decoded)
                .or(revisit.head()::url)
                .filter(Exchanges::isOnTheWeb),
            ownTime(revisit.head()).or(revisit.head()::time)))
        : Optional.empty();
  }

  private static boolean isOnTheWeb(String url) {
    String start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private Origin origin(WarcRecord record) {
    return delivery.origin().member(frames.name(record.place()));
  }

  private Found passed(WarcRecord record, String what) {
    return new Found.Passed(origin(record), what);
  }

  private Found oversized(WarcRecord record) {
    return lost(
        record,
        OVERSIZED,
        record.head().length() + " bytes; the limit is " + delivery.options().maxBytes());
  }

  private Found lost(WarcRecord record, Problem.Kind kind, String why) {
    return new Found.Lost(origin(record), new Problem(kind, why));
  }
}
