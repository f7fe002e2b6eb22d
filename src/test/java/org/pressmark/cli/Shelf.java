package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.cli.Office.Done;

/// An archive that commands are run on, and that comes to harm.
record Shelf(Path archive) {
  Done run(Object... words) {
    Object[] all = Stream.concat(Stream.of(words), Stream.of("-a", archive)).toArray();
    return new Office().run(all);
  }

  List<Entry> entries() throws IOException {
    try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
      return entries.toList();
    }
  }

  /// Destroys the record of an entry in the first file.
  void destroy(Entry entry) throws IOException {
    Path warc = archive.resolve("warc/pressmark-00001.warc.gz");
    byte[] bytes = Files.readAllBytes(warc);
    bytes[(int) entry.at().offset() + 60] ^= 1;
    Files.write(warc, bytes);
  }
}
