package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.article.Position;

/// The SHA-256 of each of an archive's files, in the form of `sha256sum`, which can check it:
///
/// ```
/// # The SHA-256 of this archive's files; to check them: sha256sum -c manifest-sha256.txt
/// # complete up to 2:48123
/// # coming 5b2c…  last-ingest.json
/// 9f86…  last-ingest.json
/// 60e0…  pressmark.json
/// a7ff…  warc/pressmark-00001.warc.gz
/// 03ac…  warc/pressmark-00002.warc.gz
/// # SHA-256 of the lines above: 2c62…
/// ```
///
/// The line of the WARC file that grows is about its first bytes, up to the place where all is
/// complete: here 48,123. Before a file is replaced by another, the other's digest stands there
/// too, as the one that is coming; so the manifest is right at every moment.
///
/// @param end up to where the WARC files are on disk for certain, and these digests hold
record Manifest(SortedMap<String, String> sums, SortedMap<String, String> coming, Position end) {
  private static final String TITLE = "# The SHA-256 of this archive's files;"
      + " to check them: sha256sum -c manifest-sha256.txt\n";
  private static final Pattern LINE = Pattern.compile("(# coming )?([0-9a-f]{64})  (.+)");
  private static final Pattern END = Pattern.compile("# complete up to ([0-9]{1,9}):([0-9]{1,18})");

  Manifest {
    sums = new TreeMap<>(sums);
    coming = new TreeMap<>(coming);
  }

  static Manifest empty() {
    return new Manifest(new TreeMap<>(), new TreeMap<>(), Position.START);
  }

  /// Empty where there is none.
  ///
  /// @throws DamageException where it is not as it was written
  static Optional<Manifest> read(Folder folder) throws IOException {
    if (!Files.exists(folder.manifest())) {
      return Optional.empty();
    }
    if (Files.isDirectory(folder.manifest())) {
      throw new IOException(folder.manifest() + ": is a folder, and no manifest; move it away");
    }
    String text = Files.readString(folder.manifest(), StandardCharsets.ISO_8859_1);
    Manifest manifest = parse(text);
    if (!manifest.text().equals(text)) {
      throw new DamageException("the manifest is not as it was written: its last line, which is"
          + " about the lines above it, does not fit them");
    }
    return Optional.of(manifest);
  }

  private static Manifest parse(String text) {
    Manifest manifest = empty();
    Position end = Position.START;
    for (String line : text.split("\n", -1)) {
      Matcher sum = LINE.matcher(line);
      Matcher place = END.matcher(line);
      if (sum.matches()) {
        (sum.group(1) == null ? manifest.sums : manifest.coming).put(sum.group(3), sum.group(2));
      } else if (place.matches()) {
        end = new Position(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)));
      }
    }
    return new Manifest(manifest.sums, manifest.coming, end);
  }

  String text() {
    StringBuilder text = new StringBuilder(TITLE);
    text.append("# complete up to ").append(end).append('\n');
    coming.forEach((name, sum) -> text.append("# coming ").append(line(name, sum)));
    sums.forEach((name, sum) -> text.append(line(name, sum)));
    byte[] above = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    return text.append("# SHA-256 of the lines above: ")
        .append(Digest.hex(Digest.of(above)))
        .append('\n')
        .toString();
  }

  private static String line(String name, String sum) {
    return sum + "  " + name + "\n";
  }

  void write(Folder folder) throws IOException {
    folder.disk().replace(folder.manifest(), text().getBytes(StandardCharsets.ISO_8859_1));
  }

  /// How many of a file's first bytes its digest is about.
  long bytes(String name) {
    return Folder.number(name).filter(number -> number == end.file()).isPresent()
        ? end.offset()
        : Long.MAX_VALUE;
  }

  /// Whether a file is one that this manifest knows; one that it does not list is not.
  boolean fits(Folder folder, String name) throws IOException {
    if (!Files.isRegularFile(folder.path(name))) {
      return !sums.containsKey(name);
    }
    String sum = Digest.hex(Digest.of(folder.path(name), bytes(name)).digest());
    return sum.equals(sums.get(name)) || sum.equals(coming.get(name));
  }
}
