package org.pressmark.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.article.Entry;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Position;

/// A Lucene index over an archive's entries, opened for writing.
public final class Index implements Closeable {
  private final Path folder;

  private Index(Path folder) {
    this.folder = folder;
  }

  /// Opens the index, or begins a new one where there is none or it was made by another version.
  public static Index open(Path folder) throws IOException {
    return new Index(folder);
  }

  /// Up to which position of the archive the index is complete.
  public Position position() {
    throw new UnsupportedOperationException(folder.toString());
  }

  /// Where the archive holds the first entry with this mark.
  public Optional<Position> find(Mark mark) throws IOException {
    throw new UnsupportedOperationException(mark.toString());
  }

  /// Whether the archive holds these bytes from this origin.
  public boolean holds(Mark mark, Origin origin) throws IOException {
    throw new UnsupportedOperationException(mark + " " + origin);
  }

  /// Adds an entry; adding it again replaces it.
  public void add(Entry entry) throws IOException {
    throw new UnsupportedOperationException(entry.toString());
  }

  /// Forces the index to the disk; it is complete up to this position then.
  public void commit(Position position) throws IOException {
    throw new UnsupportedOperationException(position.toString());
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException(folder.toString());
  }
}
