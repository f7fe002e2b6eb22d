package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.pressmark.article.Capture;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;
import org.pressmark.article.Position;

/// The one writer an archive folder may have at a time.
public final class ArchiveWriter implements Closeable {
  private final Path folder;

  private ArchiveWriter(Path folder) {
    this.folder = folder;
  }

  /// Makes the archive if there is none, locks it, and sets a torn tail aside.
  public static ArchiveWriter open(Path folder, Clock clock) throws IOException {
    throw new UnsupportedOperationException(folder + " " + clock);
  }

  /// What an interrupted run had left behind and where it was set aside, a sentence each.
  public List<String> repairs() {
    throw new UnsupportedOperationException(folder.toString());
  }

  /// Appends a capture and its article. Not on disk for certain before [#commit].
  public Entry append(Outcome.Kept kept) throws IOException {
    throw new UnsupportedOperationException(folder + " " + kept);
  }

  /// Appends a capture and the reason why there is no article.
  public Entry append(Outcome.Rejected rejected) throws IOException {
    throw new UnsupportedOperationException(folder + " " + rejected);
  }

  /// Appends that the same bytes came again, from somewhere else.
  public Entry again(Capture capture, Entry first) throws IOException {
    throw new UnsupportedOperationException(folder + " " + capture + first);
  }

  /// Forces all that was appended to the disk, and says up to where the archive is complete now.
  public Position commit() throws IOException {
    throw new UnsupportedOperationException(folder.toString());
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException(folder.toString());
  }
}
