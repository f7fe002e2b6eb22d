package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.EXHAUSTING;
import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.article.Problem;
import org.pressmark.source.unpack.Peeking;

/// The documents of an archive: each of its files is opened as if it lay in a folder.
///
/// What breaks is told once, by whoever met it first: the file at hand, or this where it was none.
final class Unboxing implements Documents {
  private final Delivery delivery;
  private final Box box;
  private Documents current = none();
  private Optional<Peeking> last = Optional.empty();
  private boolean atEnd;

  private Unboxing(Delivery delivery, Box box) {
    this.delivery = delivery;
    this.box = box;
  }

  /// How an archive is opened.
  interface Opening {
    Box open() throws IOException;
  }

  static Documents of(Delivery delivery, Opening opening) throws IOException {
    if (delivery.nest().isTooDeep()) {
      return delivery.lost(new Problem(
          EXHAUSTING,
          "lies in " + delivery.nest().depth() + " archives, one in the other; unpack it first"));
    }
    return new Unboxing(delivery, opening.open());
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext()) {
      current.close();
      if (atEnd) {
        return false;
      }
      current = step();
    }
    return true;
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  @Override
  public void close() {
    current.close();
    finish();
  }

  private Documents step() {
    if (delivery.nest().budget().isSpent()) {
      finish();
      return none();
    }
    boolean isTold = last.isPresent() && last.get().isBroken();
    try {
      Optional<Box.Item> item = box.next();
      if (item.isPresent()) {
        delivery.nest().budget().member();
        boolean isToldTwice =
            isTold && item.get() instanceof Box.Item.Lost && item.get().name().isEmpty();
        last = Optional.empty();
        return isToldTwice ? none() : open(item.get());
      }
      finish();
      return none();
    } catch (IOException e) {
      return failed(isTold, Trouble.problem(e));
    } catch (RuntimeException e) {
      // Libraries fail in their own ways over what is broken.
      return failed(isTold, new Problem(MALFORMED, "is broken: " + e));
    }
  }

  private Documents failed(boolean isTold, Problem problem) {
    finish();
    return isTold ? none() : Documents.of(new Found.Lost(delivery.origin(), problem));
  }

  private Documents open(Box.Item item) {
    Origin origin = item.name().isEmpty()
        ? delivery.origin()
        : delivery.origin().member(Origin.label(item.name()));
    return switch (item) {
      case Box.Item.Passed passed -> Documents.of(new Found.Passed(origin, passed.what()));
      case Box.Item.Lost lost -> Documents.of(new Found.Lost(origin, lost.problem()));
      case Box.Item.File file -> open(origin, file);
    };
  }

  private Documents open(Origin origin, Box.Item.File file) {
    if (isHidden(file.name())) {
      last = Optional.empty();
      return Documents.of(new Found.Passed(origin, "hidden file"));
    }
    Peeking in = new Peeking(file.in());
    last = Optional.of(in);
    Optional<Instant> time = file.time().or(delivery::time);
    return Opener.open(
        new Delivery(origin, in, time, Optional.empty(), delivery.nest().deeper()));
  }

  /// As in a folder: by a dot at the beginning. `__MACOSX` is what a Mac puts beside what it packs.
  private static boolean isHidden(String name) {
    for (String part : name.split("/")) {
      if (part.equals("__MACOSX")
          || (part.startsWith(".") && !part.equals(".") && !part.equals(".."))) {
        return true;
      }
    }
    return false;
  }

  private void finish() {
    if (!atEnd) {
      atEnd = true;
      try {
        box.close();
      } catch (IOException e) {
        // What was read is read.
      }
      delivery.in().closeQuietly();
    }
  }

  private static Documents none() {
    return Documents.of(Collections.emptyIterator());
  }
}
