package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// How much there is to read, so that progress can say how much is left. What can not be looked at
/// counts nothing here; the run itself will say what is wrong with it.
final class Extent extends SimpleFileVisitor<Path> {
  private long bytes;

  private Extent() {}

  static long bytes(List<Path> sources) throws IOException {
    Extent extent = new Extent();
    for (Path source : sources) {
      Files.walkFileTree(source, extent);
    }
    return extent.bytes;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.isRegularFile() ? attributes.size() : 0;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException trouble) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException trouble) {
    return FileVisitResult.CONTINUE;
  }
}
