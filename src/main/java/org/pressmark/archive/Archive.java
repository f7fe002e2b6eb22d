package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;

/// An archive folder, opened for reading. Any number of readers may have it open.
public final class Archive {
  private final Path folder;

  private Archive(Path folder) {
    this.folder = folder;
  }

  public static boolean isAt(Path folder) {
    throw new UnsupportedOperationException(folder.toString());
  }

  public static Archive open(Path folder) throws IOException {
    return new Archive(folder);
  }

  /// All complete entries from a position on, in order, read one at a time. To be closed.
  public Stream<Entry> entries(Position from) throws IOException {
    throw new UnsupportedOperationException(folder + " " + from);
  }

  /// The one entry that begins here.
  public Entry entry(Position at) throws IOException {
    throw new UnsupportedOperationException(folder + " " + at);
  }

  /// The original document of the entry that begins here.
  public Capture capture(Position at) throws IOException {
    throw new UnsupportedOperationException(folder + " " + at);
  }

  /// How many bytes of the archive's files lie before a position, for telling how far a reader is.
  public long bytesBefore(Position position) throws IOException {
    throw new UnsupportedOperationException(folder + " " + position);
  }

  /// The end of the last complete entry.
  public Position end() throws IOException {
    throw new UnsupportedOperationException(folder.toString());
  }
}
