package org.pressmark.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /// The records of a choice, behind one that opens the file.
  static Volume choice(Stock stock, Draft draft) throws IOException {
    Archive archive = stock.archive();
    List<Position> choice = stock.choice().orElseThrow();
    List<Volume.Piece> pieces =
        new ArrayList<>(List.of(opening(archive, archive.created(), draft)));
    for (Position at : choice) {
      Entry entry = archive.entry(at);
      if (entry.isLater() && archive.hasDocument(at)) {
        Position document = archive.captureAt(at);
        pieces.add(piece(archive, document, archive.entry(document)));
      }
      pieces.add(piece(archive, at, entry));
    }
    return new Volume("archive/" + CHOICE, pieces);
  }

  private static Volume.Piece opening(Archive archive, Instant time, Draft draft)
      throws IOException {
    byte[] opening = archive.opening(CHOICE, time);
    String name = "opening.warc.gz";
    try (OutputStream out = draft.open(name)) {
      out.write(opening);
    }
    return new Volume.Piece(draft.path(name), 0, opening.length);
  }

  private static Volume.Piece piece(Archive archive, Position at, Entry entry) {
    return new Volume.Piece(archive.file(at), at.offset(), entry.end().offset());
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
      Position end = stock.snapshot().end();
      Set<Position> replaced = archive.replaced(end, done);
      try (Stream<Entry> entries = archive.entries(Position.START)) {
        for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
          Entry entry = each.next();
          if (entry.end().compareTo(end) > 0) {
            break;
          }
          if (!isAlone(entry)) {
            look(entry, replaced.contains(entry.at()));
          }
          done.accept(entry.end().offset() - entry.at().offset());
        }
      }
      List<Part> parts = stock.snapshot().warcs();
      return new Contents(
          parts.stream().map(Contents::volume).toList(),
          parts.stream().collect(Collectors.toMap(Contents::name, Part::sha256)),
          newest);
    }

    private void look(Entry entry, boolean isReplaced) throws IOException {
      Lookup capture = archive.lookup(capture(entry));
      if (!entry.isLater()) {
        String file = archive.file(entry.at()).getFileName().toString();
        index.add(capture, file, entry.at().offset());
      }
      if (!isReplaced) {
        list(entry, capture);
      }
    }

    /// Without its document an article is no page that could be replayed; its record is in the
    /// package all the same.
    private boolean isAlone(Entry entry) throws IOException {
      return entry.isLater() && !archive.hasDocument(entry.at());
    }

    /// One WARC file of the chosen entries, each as it stands in the archive.
    Contents choice(List<Position> choice, Draft draft) throws IOException {
      List<Volume.Piece> pieces = new ArrayList<>(List.of(opening(archive, newest, draft)));
      long offset = pieces.getFirst().to();
      for (Position at : choice) {
        Entry entry = archive.entry(at);
        if (isAlone(entry)) {
          offset += piece(at, entry, pieces);
          continue;
        }
        Position document = capture(entry);
        Lookup capture = archive.lookup(document);
        list(entry, capture);
        index.add(capture, CHOICE, offset);
        if (entry.isLater()) {
          offset += piece(document, archive.entry(document), pieces);
        }
        offset += piece(at, entry, pieces);
      }
      return new Contents(List.of(new Volume("archive/" + CHOICE, pieces)), Map.of(), newest);
    }

    /// @return its length
    private long piece(Position at, Entry entry, List<Volume.Piece> pieces) {
      pieces.add(Contents.piece(archive, at, entry));
      return entry.end().offset() - at.offset();
    }

    private void list(Entry entry, Lookup capture) throws IOException {
      pages.add(entry, capture);
      newest = entry.time().isAfter(newest) ? entry.time() : newest;
    }

    /// The record of the document, which a later version of its article does not begin with.
    private Position capture(Entry entry) throws IOException {
      return entry.isLater() ? archive.captureAt(entry.at()) : entry.at();
    }
  }

  private static Volume volume(Part part) {
    return new Volume(name(part), List.of(new Volume.Piece(part.path(), 0, part.bytes())));
  }

  private static String name(Part part) {
    return "archive" + part.name().substring(part.name().indexOf('/'));
  }
}
