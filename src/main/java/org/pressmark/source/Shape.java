package org.pressmark.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Origin;

/// A kind of file that holds many documents: how it is known, and how it is opened.
record Shape(Sign sign, Way way) {
  /// Those that are known, in the order in which they are asked.
  static final List<Shape> ALL = List.of(
      new Shape(TarBox::isIn, TarBox::open),
      new Shape(ZipFiles::isIn, ZipFiles::open),
      new Shape(SevenZipBox::isIn, SevenZipBox::open),
      new Shape(ParquetTable::isIn, ParquetTable::open),
      new Shape(JsonLines::speaksFor, JsonLines::new),
      new Shape(Mailbox::speaksFor, Mailbox::new),
      new Shape(CsvTable::isIn, CsvTable::open));

  /// Tells the kind by the first bytes, or by the name where those do not say enough.
  interface Sign {
    /// @param head at most [Peeking#HEAD] bytes, unpacked
    boolean isIn(Origin origin, byte[] head);
  }

  /// Opens one of the kind. What it gives closes the delivery when it is closed itself.
  interface Way {
    /// @throws TornException if nothing can be read because the file is broken
    Documents open(Delivery delivery) throws IOException;
  }

  /// The kind of this file; empty where the file is one document, as far as its first bytes tell.
  static Optional<Shape> of(Delivery delivery) throws IOException {
    byte[] head = delivery.in().head();
    return ALL.stream()
        .filter(shape -> shape.sign.isIn(delivery.origin(), head))
        .findFirst();
  }
}
