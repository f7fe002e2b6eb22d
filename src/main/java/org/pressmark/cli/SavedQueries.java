package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Questions that were kept under a name, in `queries.txt` of the archive: a line each, the name, a
/// tab, the question. Meant to be read and edited by hand as well.
final class SavedQueries {
  static final String FILE = "queries.txt";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  private final Path file;
  private final Map<String, String> queries;

  private SavedQueries(Path file, Map<String, String> queries) {
    this.file = file;
    this.queries = queries;
  }

  static SavedQueries of(Path archive) throws IOException {
    Path file = archive.resolve(FILE);
    Map<String, String> queries = new TreeMap<>();
    try {
      for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
          queries.put(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
        }
      }
    } catch (NoSuchFileException e) {
      return new SavedQueries(file, queries); // none was kept yet
    }
    return new SavedQueries(file, queries);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  Optional<String> named(String name) {
    return Optional.ofNullable(queries.get(name));
  }

  /// `known are: ferry, strike`
  String names() {
    return queries.isEmpty()
        ? "none was saved yet"
        : "known are: " + String.join(", ", queries.keySet());
  }

  Map<String, String> all() {
    return queries;
  }

  /// Replaces what was kept under this name. The file is always whole.
  void keep(String name, String query) throws IOException {
    StringBuilder text = new StringBuilder();
    Map<String, String> more = new TreeMap<>(queries);
    more.put(name, query.replaceAll("[\\t\\r\\n]", " "));
    more.forEach((key, value) -> text.append(key).append('\t').append(value).append('\n'));
    Path draft = file.resolveSibling(FILE + ".new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
