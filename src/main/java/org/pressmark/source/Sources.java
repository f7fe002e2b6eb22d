package org.pressmark.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pressmark.article.Found;
import org.pressmark.article.Origin;
import org.pressmark.source.unpack.Gauge;

/// Lists what the user points at.
///
/// A file packed with gzip gives its unpacked bytes, under its own path: two copies of a document,
/// one packed and one not, are the same document. An archive gives what the files in it give, and a
/// web archive the pages and documents among its records. A file of JSON records gives a capture a
/// record, whose bytes are the record as it stands in the file; every other file is one capture.
///
/// Archives are read as streams, one document at a time, and never unpacked to the disk: the names
/// in them are labels, whatever they look like.
public final class Sources {
  private Sources() {}

  /// Every document in these files and folders, folders with all that is in them, in the order of
  /// the arguments and by name below each. Reads one document at a time. To be closed.
  ///
  /// Below a folder, files and folders whose name starts with a dot are passed over, links to files
  /// are followed, and links to folders are reported, not followed.
  public static Stream<Found> open(List<Path> paths, SourceOptions options) {
    return open(paths, options, new Gauge(), Remarks.UNHEARD);
  }

  /// @param remarks is told how files were read, while they are
  public static Stream<Found> open(List<Path> paths, SourceOptions options, Remarks remarks) {
    return open(paths, options, new Gauge(), remarks);
  }

  /// The same, and tells how far it is.
  public static Stream<Found> open(
      List<Path> paths, SourceOptions options, Gauge gauge, Remarks remarks) {
    Finder finder = new Finder(paths, options, gauge, remarks);
    return finder.stream();
  }

  /// What a file or folder is called in the origins of what is in it.
  public static String name(Path path) {
    return FileName.of(path);
  }

  /// Every document in a stream of bytes, such as the standard input. Judged by content alone, as
  /// the name of `origin` says nothing. To be closed, which closes `in`.
  public static Stream<Found> open(Origin origin, InputStream in, SourceOptions options) {
    return open(origin, in, options, Remarks.UNHEARD);
  }

  /// @param remarks is told how it was read, while it is
  public static Stream<Found> open(
      Origin origin, InputStream in, SourceOptions options, Remarks remarks) {
    Documents documents = new Opener(options, new Gauge(), remarks).open(origin, in);
    return Documents.stream(documents);
  }
}
