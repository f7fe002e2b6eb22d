package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pressmark.archive.Archive;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.json.ArticleJson;

/// What is in an archive, for comparing.
final class Stories {
  private Stories() {}

  /// Mark, origin and article of every entry, in order; not the times, which differ from run to
  /// run.
  static List<String> of(Path archive) throws IOException {
    List<String> stories = new ArrayList<>();
    try (Stream<Entry> entries = Archive.open(archive).entries(Position.START)) {
      entries.forEach(entry -> stories.add(entry.mark() + " " + entry.origin() + " "
          + switch (entry.content()) {
            case Entry.Content.Kept kept -> ArticleJson.write(kept.article());
            case Entry.Content.Rejected rejected -> rejected.problem().toString();
            case Entry.Content.Again ignored -> "again";
          }));
    }
    return stories;
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Remover());
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
