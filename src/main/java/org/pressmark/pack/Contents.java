package org.pressmark.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.archive.Archive;
import org.pressmark.archive.Lookup;
import org.pressmark.archive.Part;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;

/// The WARC files of a package, once their index and the list of their pages are written.
///
/// @param digests the SHA-256 that is known of a file beforehand, by its name
/// @param newest when the last document was archived
record Contents(List<Volume> warcs, Map<String, String> digests, Instant newest) {
  private static final String CHOICE = "pressmark-choice.warc.gz";

  static Contents of(Stock stock, Draft draft, LongConsumer done) throws IOException {
    try (OutputStream out = draft.open(Pages.NAME)) {
      Reading reading = new Reading(stock.archive(), new Cdxj(draft), new Pages(out));
      Contents contents = stock.choice().isPresent()
          ? reading.choice(stock.choice().get(), draft)
          : reading.whole(stock, done);
      reading.index.write();
      return contents;
    }
  }

  private static final class Reading {
    private final Archive archive;
    private final Cdxj index;
    private final Pages pages;
    private Instant newest;

    Reading(Archive archive, Cdxj index, Pages pages) throws IOException {
      this.archive = archive;
      this.index = index;
      this.pages = pages;
      this.newest = archive.created();
    }

    Contents whole(Stock stock, LongConsumer done) throws IOException {
      try (Stream<Entry> entries = archive.entries(Position.START)) {
        Position end = stock.snapshot().end();
        for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
          Entry entry = each.next();
          if (entry.end().compareTo(end) > 0) {
            break;
          }
          add(
              entry,
              archive.file(entry.at()).getFileName().toString(),
              entry.at().offset());
          done.accept(entry.end().offset() - entry.at().offset());
        }
      }
      List<Part> parts = stock.snapshot().warcs();
      return new Contents(
          parts.stream().map(Contents::volume).toList(),
          parts.stream().collect(Collectors.toMap(Contents::name, Part::sha256)),
          newest);
    }

    /// One WARC file of the chosen entries, each as it stands in the archive.
    Contents choice(List<Position> choice, Draft draft) throws IOException {
      byte[] opening = archive.opening(CHOICE, newest);
      String name = "opening.warc.gz";
      try (OutputStream out = draft.open(name)) {
        out.write(opening);
      }
      List<Volume.Piece> pieces = new ArrayList<>();
      pieces.add(new Volume.Piece(draft.path(name), 0, opening.length));
      long offset = opening.length;
      for (Position at : choice) {
        Entry entry = archive.entry(at);
        add(entry, CHOICE, offset);
        pieces.add(new Volume.Piece(archive.file(at), at.offset(), entry.end().offset()));
        offset += entry.end().offset() - at.offset();
      }
      return new Contents(List.of(new Volume("archive/" + CHOICE, pieces)), Map.of(), newest);
    }

    private void add(Entry entry, String file, long offset) throws IOException {
      Lookup capture = archive.lookup(entry.at());
      index.add(capture, file, offset);
      pages.add(entry, capture);
      newest = entry.time().isAfter(newest) ? entry.time() : newest;
    }
  }

  private static Volume volume(Part part) {
    return new Volume(name(part), List.of(new Volume.Piece(part.path(), 0, part.bytes())));
  }

  private static String name(Part part) {
    return "archive" + part.name().substring(part.name().indexOf('/'));
  }
}
