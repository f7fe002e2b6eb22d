package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.article.Origin;
import org.pressmark.source.Sources;

/// The files and folders that a command is to read: those it was given, and those in a list.
final class SourcePaths {
  private final List<Path> paths;
  private final Set<String> names;

  private SourcePaths(List<Path> paths) {
    this.paths = List.copyOf(paths);
    this.names = paths.stream().map(Sources::name).collect(Collectors.toSet());
  }

  /// What makes no sense about the sources.
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableException(String message) {
      super(message);
    }
  }

  /// @param list a file with a path a line, or `-` for standard input
  static SourcePaths of(List<Path> given, Optional<String> list, Desk desk)
      throws IOException, UnusableException {
    List<Path> paths = new ArrayList<>(given);
    if (list.isPresent()) {
      paths.addAll(read(list.get(), desk));
    }
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UnusableException(path + ": no such file or folder; nothing was ingested");
      }
    }
    return new SourcePaths(paths);
  }

  private static List<Path> read(String list, Desk desk) throws IOException, UnusableException {
    boolean isStandardInput = list.equals("-");
    if (!isStandardInput && !Files.isRegularFile(Path.of(list))) {
      throw new UnusableException(list + ": no such file; nothing was ingested");
    }
    List<Path> paths = new ArrayList<>();
    try (InputStream in = isStandardInput ? desk.in() : Files.newInputStream(Path.of(list));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          paths.add(path(line, (isStandardInput ? "standard input" : list) + ", line " + number));
        }
      }
    }
    return paths;
  }

  private static Path path(String line, String where) throws UnusableException {
    if (line.startsWith("http://") || line.startsWith("https://")) {
      throw new UnusableException(where + ": " + line
          + " is an address; fetch addresses with: pressmark fetch --list FILE");
    }
    try {
      return Path.of(line);
    } catch (InvalidPathException e) {
      throw new UnusableException(where + ": " + line + ": " + e.getReason());
    }
  }

  List<Path> paths() {
    return paths;
  }

  /// What a document is counted under: the file of many documents that it is in, or else the path
  /// that was given.
  String source(Origin origin) {
    if (origin.member().isPresent()) {
      return origin.path();
    }
    String path = origin.path();
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (names.contains(path.substring(0, end))) {
        return path.substring(0, end);
      }
    }
    return path.startsWith("/") && names.contains("/") ? "/" : path;
  }
}
