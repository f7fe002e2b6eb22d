package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.article.Position;

/// The unfinished end of an archive's last file, as a crash leaves it.
final class Tail {
  private Tail() {}

  /// Moves it to `torn/`, in this order: copy, force the copy to the disk, then cut. A crash in
  /// between leaves a copy too many, never one too few.
  ///
  /// What was complete once and is not any more is damage, and no unfinished write: it is left
  /// where it is, and told.
  ///
  /// @param done is told what was done, a sentence each
  /// @return what was complete once and is missing
  static Optional<Damage> setAside(Folder folder, Consumer<String> done) throws IOException {
    Optional<Position> committed = Committed.read(folder);
    Position from = Committed.lookFrom(folder);
    Position end = from;
    try (Walk walk = new Walk(folder, from, RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Tail tail) {
          end = tail.at();
          if (committed.isEmpty() || committed.get().compareTo(end) <= 0) {
            done.accept(setAside(folder, tail));
          }
        } else {
          end = step.get().end();
        }
      }
    }
    return Committed.missing(folder, committed, end);
  }

  private static String setAside(Folder folder, Walk.Step.Tail tail) throws IOException {
    long start = tail.at().offset();
    long end = tail.end().offset();
    Path file = folder.file(tail.at().file());
    folder.disk().make(folder.torn());
    Path part = Folder.free(folder.torn(), Folder.name(tail.at().file()) + "@" + start, ".part");
    try (FileChannel from =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      copy(folder, from, start, end, part);
      folder.disk().force(folder.torn());
      from.truncate(start);
      folder.disk().force(from);
    }
    return file + "@" + start + ": the last " + (end - start)
        + " bytes are of a write that never finished; moved to " + part
        + "; ingest the same sources again to have what was lost";
  }

  /// Copies bytes to a new file, and returns when the disk has them.
  static void copy(Folder folder, FileChannel from, long start, long end, Path part)
      throws IOException {
    try (FileChannel to =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = start; at < end; ) {
        at += from.transferTo(at, end - at, to);
      }
      folder.disk().force(to);
    }
  }
}
