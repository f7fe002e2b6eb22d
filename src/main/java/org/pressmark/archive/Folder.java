package org.pressmark.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.article.Position;

/// Where things lie in an archive's folder.
///
/// ```
/// pressmark.json                    what made it: the card at the door
/// manifest-sha256.txt               the digest of each file, and up to where all is on disk
/// warc/pressmark-00001.warc.gz …    the records
/// last-ingest.json                  what the last ingest came to
/// torn/                             what crashes left behind, set aside byte for byte
/// damaged/                          what a repair set aside, and a list of it
/// lock                              held by the one writer
/// ```
record Folder(Path root, Disk disk) {
  private static final Pattern NAME = Pattern.compile("pressmark-([0-9]{5,9})\\.warc\\.gz");

  Folder(Path root) {
    this(root, new Disk());
  }

  Path card() {
    return root.resolve("pressmark.json");
  }

  Path warc() {
    return root.resolve("warc");
  }

  Path torn() {
    return root.resolve("torn");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path manifest() {
    return root.resolve("manifest-sha256.txt");
  }

  Path lastIngest() {
    return root.resolve("last-ingest.json");
  }

  Path damaged() {
    return root.resolve("damaged");
  }

  /// What was set aside by repairs, a line each.
  Path damages() {
    return damaged().resolve("list.txt");
  }

  /// Where a file is written before it takes the place of the one that is there.
  static Path draft(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /// A file's name from the folder on, as the manifest has it: `warc/pressmark-00001.warc.gz`.
  String name(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }

  Path path(String name) {
    return root.resolve(name);
  }

  /// The name in a directory that nobody has yet: `press.json-1`, or `…@5120-1.part`.
  static Path free(Path directory, String name, String ending) {
    for (int count = 1; ; count++) {
      Path path = directory.resolve(name + "-" + count + ending);
      if (!Files.exists(path)) {
        return path;
      }
    }
  }

  static String name(int file) {
    return String.format(Locale.ROOT, "pressmark-%05d.warc.gz", file);
  }

  Path file(int number) {
    return warc().resolve(name(number));
  }

  /// The number in a file's name, if it has one: 1 for `warc/pressmark-00001.warc.gz`.
  static Optional<Integer> number(String name) {
    Matcher parts = NAME.matcher(name.substring(name.lastIndexOf('/') + 1));
    return parts.matches() && name.startsWith("warc/")
        ? Optional.of(Integer.parseInt(parts.group(1)))
        : Optional.empty();
  }

  /// The names of the files that lie in a directory, in order; none where it is not there.
  List<String> names(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
        for (Path path : paths) {
          if (Files.isRegularFile(path) && !path.toString().endsWith(".new")) {
            names.add(name(path));
          }
        }
      }
    }
    Collections.sort(names);
    return names;
  }

  /// The numbers of all files that are there.
  TreeSet<Integer> files() throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    if (Files.isDirectory(warc())) {
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(warc())) {
        for (Path path : paths) {
          Matcher name = NAME.matcher(path.getFileName().toString());
          if (name.matches() && !Files.isDirectory(path)) {
            numbers.add(Integer.parseInt(name.group(1)));
          }
        }
      }
    }
    return numbers;
  }

  /// Where a position is, as messages say it: `output/warc/pressmark-00001.warc.gz@512`.
  String place(Position at) {
    return file(at.file()) + "@" + at.offset();
  }
}
