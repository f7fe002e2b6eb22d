package org.pressmark.archive;

import java.io.IOException;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.pressmark.article.Article;
import org.pressmark.article.Entry;
import org.pressmark.article.Log;
import org.pressmark.article.Position;

/// Looks at every byte of an archive: each checksum, digest, pressmark, reference and article.
public final class Verify {
  /// What an archive holds.
  ///
  /// @param again documents whose bytes came before, from somewhere else
  /// @param damaged how many damaged places there are
  /// @param bytes of all files
  /// @param unfinishedBytes at the end of the last file: of a writer at work, or of one that
  /// crashed; the next writer sets them aside
  public record Report(
      long kept, long rejected, long again, long damaged, long bytes, long unfinishedBytes) {
    public long entries() {
      return kept + rejected + again;
    }

    public boolean isWhole() {
      return damaged == 0;
    }
  }

  private final Folder folder;
  private final Consumer<Damage> found;
  private long kept;
  private long rejected;
  private long again;
  private long damaged;
  private long unfinishedBytes;

  private Verify(Folder folder, Consumer<Damage> found) {
    this.folder = folder;
    this.found = found;
  }

  /// Reads all files from the first byte to the last.
  ///
  /// @param found is told of each damaged place, in order
  /// @param bytesSeen is told how many bytes are behind, out of [Archive#bytes]
  public static Report of(Archive archive, Consumer<Damage> found, LongConsumer bytesSeen)
      throws IOException {
    return new Verify(archive.folder(), found).look(archive, bytesSeen);
  }

  private Report look(Archive archive, LongConsumer bytesSeen) throws IOException {
    Optional<Position> committed = Committed.read(folder);
    Position end = Position.START;
    lookForFiles();
    try (Walk walk = new Walk(folder, end, RecordReader.Care.DIGEST)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        end = step.get() instanceof Walk.Step.Tail tail ? tail.at() : step.get().end();
        look(step.get());
        bytesSeen.accept(archive.bytesBefore(step.get().end()));
      }
    }
    Committed.missing(folder, committed, end).ifPresent(this::report);
    long bytes = archive.bytesBefore(end) + unfinishedBytes;
    return new Report(kept, rejected, again, damaged, bytes, unfinishedBytes);
  }

  private void lookForFiles() throws IOException {
    NavigableSet<Integer> files = folder.files();
    for (int number = 1; !files.isEmpty() && number < files.last(); number++) {
      if (!files.contains(number)) {
        Position place = new Position(number, 0);
        report(new Damage(folder.file(number), place, place, "the file is missing"));
      }
    }
  }

  private void report(Damage damage) {
    damaged++;
    found.accept(damage);
  }

  private void look(Walk.Step step) throws IOException {
    switch (step) {
      case Walk.Step.Pair pair -> {
        try {
          look(pair);
        } catch (DamageException e) {
          report(Damage.of(folder, pair, e.what()));
        }
      }
      case Walk.Step.Gap gap -> report(Damage.of(folder, gap, gap.what()));
      case Walk.Step.Tail tail ->
        unfinishedBytes = tail.end().offset() - tail.at().offset();
      case Walk.Step.Other other -> {}
    }
  }

  private void look(Walk.Step.Pair pair) throws IOException {
    switch (pair.entry().content()) {
      case Entry.Content.Kept content -> {
        kept++;
        look(pair.head(), content.article());
      }
      case Entry.Content.Rejected content -> rejected++;
      case Entry.Content.Again content -> {
        again++;
        lookForBytes(pair);
      }
    }
  }

  private static void look(Head head, Article article) throws DamageException {
    if (!article.mark().equals(head.mark()) || !article.origin().equals(head.origin())) {
      throw new DamageException("an article of " + article.mark() + " from " + article.origin()
          + " behind the capture of " + head.mark() + " from " + head.origin());
    }
    if (!isUndoable(article)) {
      throw new DamageException("an article whose cuts do not fit its text");
    }
  }

  private static boolean isUndoable(Article article) {
    try {
      return Log.apply(article.original(), article.cuts()).equals(article.body().text());
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  private void lookForBytes(Walk.Step.Pair revisit) throws IOException {
    Head head = revisit.head();
    Head.First first = head.first().orElseThrow(() -> new DamageException("a revisit of nothing"));
    try (RecordReader record = RecordReader.open(folder, first.at(), RecordReader.Care.CHECKSUM)) {
      Head there = Head.read(record.fields());
      if (!record.type().equals("resource")
          || !there.id().equals(first.id())
          || !there.mark().equals(head.mark())
          || first.at().compareTo(revisit.at()) >= 0) {
        throw new DamageException("a revisit of a capture that is not at " + first.at());
      }
    }
  }
}
