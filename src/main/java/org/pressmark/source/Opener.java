package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.table.Columns;
import org.pressmark.source.unpack.Budget;
import org.pressmark.source.unpack.Counting;
import org.pressmark.source.unpack.Gauge;
import org.pressmark.source.unpack.Packing;
import org.pressmark.source.unpack.Peeking;
import org.pressmark.source.unpack.TornException;

/// Opens one file: unpacks it where it is packed, and finds the documents in it.
final class Opener {
  private final SourceOptions options;
  private final Gauge gauge;
  private final Remarks remarks;

  Opener(SourceOptions options, Gauge gauge, Remarks remarks) {
    this.options = options;
    this.gauge = gauge;
    this.remarks = remarks;
  }

  Documents open(Origin origin, Path path, BasicFileAttributes attributes) {
    Optional<Instant> time = Optional.of(attributes.lastModifiedTime().toInstant());
    Budget budget = new Budget(options.limits(), attributes::size, gauge);
    gauge.begin(attributes.size());
    try {
      Peeking in = new Peeking(new Counting(Files.newInputStream(path), gauge));
      Nest nest = new Nest(options, budget, remarks);
      return open(new Delivery(origin, in, time, Optional.of(path), nest), attributes.size());
    } catch (IOException e) {
      return lost(origin, Trouble.problem(e));
    }
  }

  Documents open(Origin origin, InputStream in) {
    Counting counted = new Counting(in, gauge);
    Budget budget = new Budget(options.limits(), counted::bytes);
    return open(new Delivery(
        origin,
        new Peeking(counted),
        Optional.empty(),
        Optional.empty(),
        new Nest(options, budget, remarks)));
  }

  /// Opens what is a file, or lies in one.
  static Documents open(Delivery delivery) {
    return open(delivery, 0);
  }

  /// @param size how many bytes there are at least
  private static Documents open(Delivery delivery, long size) {
    try {
      return opened(delivery, size);
    } catch (TornException e) {
      return torn(delivery, size, e);
    } catch (IOException e) {
      return delivery.lost(Trouble.problem(e));
    }
  }

  private static Documents opened(Delivery delivery, long size) throws IOException {
    if (WebArchive.isIn(delivery.in().head())) {
      return opened(delivery, WebArchive.SHAPE); // which is packed record by record
    }
    Optional<Packing> packing = Packing.of(delivery.in().head());
    Delivery content = packing
        .map(way -> delivery.unpacked(way.open(delivery.in(), delivery.nest().budget())))
        .orElse(delivery);
    Optional<Shape> shape = Shape.of(content);
    if (shape.isPresent()) {
      return opened(content, shape.get());
    }
    if (packing.isEmpty() && size > delivery.options().maxBytes()) {
      return delivery.lost(new Problem(
          OVERSIZED, size + " bytes; the limit is " + delivery.options().maxBytes()));
    }
    return whole(content, content.in(), packing.isPresent() ? " unpacked" : "");
  }

  private static Documents opened(Delivery delivery, Shape shape) throws IOException {
    try {
      return shape.way().open(delivery);
    } catch (TornException e) {
      return delivery.lost(e.problem());
    }
  }

  /// What is read in one piece: one document, or records of which that piece is full.
  ///
  /// @param in all of its bytes
  static Documents whole(Delivery delivery, InputStream in) throws IOException {
    return whole(delivery, in, "");
  }

  private static Documents whole(Delivery delivery, InputStream in, String state)
      throws IOException {
    try {
      return documents(delivery, delivery.bytes(in));
    } catch (Delivery.TooLargeException e) {
      String more = "more than " + delivery.options().maxBytes() + " bytes" + state;
      return delivery.lost(new Problem(OVERSIZED, more + ", which is the limit"));
    }
  }

  /// The documents in a file that was read as a whole, or the file itself.
  private static Documents documents(Delivery delivery, byte[] bytes) {
    delivery.in().closeQuietly();
    List<Slice> records = JsonFile.records(bytes);
    if (!records.isEmpty()) {
      Columns told = delivery.options().columns();
      return Documents.of(records.stream()
          .map(record -> record.capture(delivery.origin(), bytes, delivery.time(), told))
          .iterator());
    }
    return Stream.<Function<byte[], List<Capture>>>of(
            new FeedFile(delivery)::entries, new PressFile(delivery)::articles)
        .map(kind -> kind.apply(bytes))
        .filter(captures -> !captures.isEmpty())
        .findFirst()
        .map(captures -> Documents.of(captures.iterator()))
        .orElseGet(() -> Documents.of(SavedFrom.capture(delivery, bytes)));
  }

  /// A file that can not be unpacked is kept as it came.
  private static Documents torn(Delivery delivery, long size, TornException torn) {
    if (delivery.file().isEmpty() || size > delivery.options().maxBytes()) {
      return delivery.lost(torn.problem());
    }
    delivery.in().closeQuietly();
    try {
      return Documents.of(delivery.capture(Files.readAllBytes(delivery.file().get())));
    } catch (IOException e) {
      return delivery.lost(Trouble.problem(e));
    }
  }

  private static Documents lost(Origin origin, Problem problem) {
    return Documents.of(new Found.Lost(origin, problem));
  }
}
