package org.pressmark.article;

/// A place between two records of an archive: a file's number, and how many bytes of it lie before.
///
/// `new Position(1, 0)` is the beginning of `warc/pressmark-00001.warc.gz`.
public record Position(int file, long offset) implements Comparable<Position> {
  public static final Position START = new Position(1, 0);

  @Override
  public int compareTo(Position other) {
    int byFile = Integer.compare(file, other.file);
    return byFile != 0 ? byFile : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return file + ":" + offset;
  }
}
