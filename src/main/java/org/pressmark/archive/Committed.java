package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  /// Empty if there is no note, or one that cannot be true.
  static Optional<Position> read(Folder folder) throws IOException {
    if (!Files.isRegularFile(folder.committed())) {
      return Optional.empty();
    }
    String note = Files.readString(folder.committed(), StandardCharsets.ISO_8859_1);
    Matcher words = NOTE.matcher(note);
    if (!words.matches()) {
      return Optional.empty();
    }
    Position position =
        new Position(Integer.parseInt(words.group(1)), Long.parseLong(words.group(2)));
    return Optional.of(position).filter(noted -> noted.offset() > 0);
  }

  /// From where on to look for the last entry: the note's place if it lies in the last file, else
  /// the beginning of that file.
  static Position lookFrom(Folder folder) throws IOException {
    NavigableSet<Integer> files = folder.files();
    if (files.isEmpty()) {
      return Position.START;
    }
    Position last = new Position(files.last(), 0);
    Optional<Position> noted = read(folder).filter(note -> note.file() == last.file());
    if (noted.isPresent() && noted.get().offset() <= Files.size(folder.file(last.file()))) {
      return noted.get();
    }
    return last;
  }
}
