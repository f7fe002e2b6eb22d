package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.article.Position;

/// A note of up to where an archive is on disk for certain. It saves reading a long file again to
/// find its last entry, and tells an unfinished write from damage to what was finished.
///
/// Only a hint: it may be missing, or older than the truth after a crash.
final class Committed {
  private static final Pattern NOTE = Pattern.compile("([0-9]{1,9}):([0-9]{1,18})\n");

  private Committed() {}

  static void write(Folder folder, Position position) throws IOException {
    ByteBuffer note = ByteBuffer.wrap((position + "\n").getBytes(StandardCharsets.US_ASCII));
    try (FileChannel channel =
        FileChannel.open(folder.committed(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(note, 0);
      channel.truncate(note.limit());
    }
  }

  /// Empty if there is no note, or none that can be read.
  static Optional<Position> read(Folder folder) throws IOException {
    if (!Files.isRegularFile(folder.committed())) {
      return Optional.empty();
    }
    String note = Files.readString(folder.committed(), StandardCharsets.ISO_8859_1);
    Matcher words = NOTE.matcher(note);
    return words.matches()
        ? Optional.of(
            new Position(Integer.parseInt(words.group(1)), Long.parseLong(words.group(2))))
        : Optional.empty();
  }

  /// From where on to look for the last entry: the place noted if it can be true, else the
  /// beginning of the last file.
  static Position lookFrom(Folder folder) throws IOException {
    NavigableSet<Integer> files = folder.files();
    if (files.isEmpty()) {
      return Position.START;
    }
    int last = files.last();
    Optional<Position> noted = read(folder).filter(note -> note.file() == last);
    return noted.isPresent() && isBoundary(folder, noted.get())
        ? noted.get()
        : new Position(last, 0);
  }

  /// Whether a file ends or a record begins here.
  private static boolean isBoundary(Folder folder, Position place) throws IOException {
    Path file = folder.file(place.file());
    if (place.offset() >= Files.size(file)) {
      return place.offset() == Files.size(file);
    }
    try (RecordReader record =
        RecordReader.open(file, place.offset(), RecordReader.Care.CHECKSUM)) {
      return record.next();
    } catch (DamageException e) {
      return false;
    }
  }

  /// What was on disk for certain once, and is there no more.
  ///
  /// @param note as it was before the last complete entry was looked for: a writer may be at work
  /// @param end of the last complete entry
  static Optional<Damage> missing(Folder folder, Optional<Position> note, Position end) {
    return note.filter(noted -> noted.compareTo(end) > 0)
        .map(noted -> new Damage(
            folder.file(end.file()),
            end,
            end,
            "the archive ends here, and once was complete up to " + noted));
  }
}
