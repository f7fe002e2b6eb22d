package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.pressmark.article.Position;

/// The unfinished end of an archive's last file, as a crash leaves it.
final class Tail {
  private Tail() {}

  /// Moves it to `torn/`, in this order: copy, force the copy to the disk, then cut. A crash in
  /// between leaves a copy too many, never one too few.
  static Optional<Repair> setAside(Folder folder) throws IOException {
    Optional<Walk.Step.Tail> found = find(folder);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Position at = found.get().at();
    long end = found.get().end().offset();
    Path file = folder.file(at.file());
    Path part = free(folder, at);
    try (FileChannel from =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      copy(from, at.offset(), end, part);
      Folder.force(folder.torn());
      from.truncate(at.offset());
      from.force(true);
    }
    return Optional.of(new Repair(file, at.offset(), end - at.offset(), part));
  }

  private static Optional<Walk.Step.Tail> find(Folder folder) throws IOException {
    Position from = Committed.lookFrom(folder);
    try (Walk walk = new Walk(folder, from, RecordReader.Care.CHECKSUM)) {
      for (Optional<Walk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
        if (step.get() instanceof Walk.Step.Tail tail) {
          return Optional.of(tail);
        }
      }
    }
    return Optional.empty();
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

  private static void copy(FileChannel from, long start, long end, Path part) throws IOException {
    try (FileChannel to =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = start; at < end; ) {
        at += from.transferTo(at, end - at, to);
      }
      to.force(true);
    }
  }
}
