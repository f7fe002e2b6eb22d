package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.article.Position;

/// Where things lie in an archive's folder.
///
/// ```
/// pressmark.json                    what made it: the card at the door
/// warc/pressmark-00001.warc.gz …    the records
/// torn/                             what crashes left behind, set aside byte for byte
/// lock                              held by the one writer
/// committed                         up to where all is on disk for certain; only a hint
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

  Path committed() {
    return root.resolve("committed");
  }

  static String name(int file) {
    return String.format(Locale.ROOT, "pressmark-%05d.warc.gz", file);
  }

  Path file(int number) {
    return warc().resolve(name(number));
  }

  /// The numbers of all files that are there.
  TreeSet<Integer> files() throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    if (Files.isDirectory(warc())) {
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(warc())) {
        for (Path path : paths) {
          Matcher name = NAME.matcher(path.getFileName().toString());
          if (name.matches()) {
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
