package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Position;

/// The unfinished end of an archive's last file, as a crash leaves it.
final class Tail {
  private Tail() {}

  /// Moves it to `torn/`, in this order: copy, force the copy to the disk, then cut. A crash in
  /// between leaves a copy too many, never one too few.
  ///
  /// @return what was done, a sentence each
  static List<String> setAside(Folder folder) throws IOException {
    Optional<Position> committed = Committed.read(folder);
    Position from = Committed.lookFrom(folder);
    Position end = from;
    List<String> done = new ArrayList<>();
    try (Walk walk = new Walk(folder, from, RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Tail tail) {
          end = tail.at();
          done.add(setAside(folder, tail));
        } else {
          end = step.get().end();
        }
      }
    }
    Committed.missing(folder, committed, end).map(Damage::toString).ifPresent(done::add);
    return List.copyOf(done);
  }

  private static String setAside(Folder folder, Walk.Step.Tail tail) throws IOException {
    long start = tail.at().offset();
    long end = tail.end().offset();
    Path file = folder.file(tail.at().file());
    Path part = free(folder, tail.at());
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

  /// A name nobody has: `torn/pressmark-00001.warc.gz@5120-1.part`.
  private static Path free(Folder folder, Position at) throws IOException {
    Files.createDirectories(folder.torn());
    for (int count = 1; ; count++) {
      String name = Folder.name(at.file()) + "@" + at.offset() + "-" + count + ".part";
      Path part = folder.torn().resolve(name);
      if (!Files.exists(part)) {
        return part;
      }
    }
  }

  private static void copy(Folder folder, FileChannel from, long start, long end, Path part)
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
