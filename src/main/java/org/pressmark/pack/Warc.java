package org.pressmark.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.pressmark.archive.Part;

/// One WARC file: of a choice, the records of each document and its article; else all the archive
/// has, file behind file.
final class Warc implements Pack {
  private static final String NAME = "choice.warc.gz";

  @Override
  public String name() {
    return "warc";
  }

  @Override
  public String about() {
    return "one WARC file, the documents as they came and the articles made of them";
  }

  @Override
  public String ending() {
    return ".warc.gz";
  }

  @Override
  public boolean takesChoice() {
    return true;
  }

  @Override
  public long work(Stock stock) {
    return stock.snapshot().warcs().stream().mapToLong(Part::bytes).sum();
  }

  @Override
  public Path make(Stock stock, Draft draft, LongConsumer done) throws IOException {
    Volume all = stock.choice().isPresent()
        ? Contents.choice(stock, draft)
        : new Volume(NAME, stock.snapshot().warcs().stream().map(Warc::piece).toList());
    try (OutputStream out = draft.open(NAME)) {
      all.copy(out, done);
    }
    if (stock.choice().isEmpty()) {
      for (Part part : stock.snapshot().warcs()) {
        Volume volume = new Volume(NAME, List.of(piece(part)));
        volume.requireSame(part.sha256(), volume.sum(read -> {}));
      }
    }
    return draft.path(NAME);
  }

  private static Volume.Piece piece(Part part) {
    return new Volume.Piece(part.path(), 0, part.bytes());
  }
}
