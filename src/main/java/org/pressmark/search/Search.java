package org.pressmark.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.article.Mark;
import org.pressmark.article.Position;

/// An index opened for questions.
public final class Search implements Closeable {
  private final Path folder;

  private Search(Path folder) {
    this.folder = folder;
  }

  public static Search open(Path indexFolder) throws IOException {
    return new Search(indexFolder);
  }

  /// Up to which position of the archive the index there is complete; nothing where there is no
  /// index, or one that has to be made anew.
  public static Optional<Position> positionOf(Path indexFolder) throws IOException {
    throw new UnsupportedOperationException(indexFolder.toString());
  }

  /// @throws QuestionException where the words break the query language
  public Results ask(Question question) throws IOException, QuestionException {
    throw new UnsupportedOperationException(folder + " " + question);
  }

  public Optional<Position> find(Mark mark) throws IOException {
    throw new UnsupportedOperationException(mark.toString());
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException(folder.toString());
  }
}
