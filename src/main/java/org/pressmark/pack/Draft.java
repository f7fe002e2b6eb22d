package org.pressmark.pack;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/// A file or folder in the making. All is written in a folder beside the place where it will be,
/// `press.wacz.new/` for `press.wacz`, and moved there when it is whole and on the disk. What a
/// killed process leaves is cleared away by the next one that makes the same.
public final class Draft implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path target;
  private final Path scratch;
  private final FileChannel lock;

  private Draft(Path target, Path scratch, FileChannel lock) {
    this.target = target;
    this.scratch = scratch;
    this.lock = lock;
  }

  /// @throws IOException where something is there already, or is being made by another process
  public static Draft of(Path target) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(target + ": is there already; name another, or remove it first");
    }
    Path folder = Objects.requireNonNull(
        target.toAbsolutePath().getParent(), "the root of a file system is always there");
    if (!Files.isDirectory(folder)) {
      throw new IOException(target + ": there is no folder " + folder + "; make it first");
    }
    Path scratch = target.resolveSibling(target.getFileName() + ".new");
    try {
      makeScratch(scratch);
      Draft draft = new Draft(target, scratch, lock(scratch));
      draft.clear();
      return draft;
    } catch (FileSystemException e) {
      throw failed(target, e);
    }
  }

  /// Makes one file, whole or not at all.
  public static void write(Path target, byte[] bytes) throws IOException {
    try (Draft draft = of(target)) {
      try (OutputStream out = draft.open("file")) {
        out.write(bytes);
      }
      draft.finish("file");
    }
  }

  private static void makeScratch(Path scratch) throws IOException {
    try {
      Files.createDirectory(scratch);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(scratch) || !(isEmpty(scratch) || Files.exists(lockFile(scratch)))) {
        throw new IOException(scratch + ": is in the way; move it, or name another file", e);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  private static Path lockFile(Path scratch) {
    return scratch.resolve("lock");
  }

  private static FileChannel lock(Path scratch) throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile(scratch), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // as where another process has it
    }
    channel.close();
    throw new IOException(scratch + ": another export is writing there; wait until it has ended,"
        + " or name another file");
  }

  private void clear() throws IOException {
    Files.walkFileTree(scratch, new Remover(lockFile(scratch), scratch));
  }

  /// The path of a draft.
  Path path(String name) {
    return scratch.resolve(name);
  }

  /// Begins a draft, and the folders that it lies in. It is on the disk when it is closed.
  public OutputStream open(String name) throws IOException {
    Path path = path(name);
    try {
      Files.createDirectories(path.resolveSibling("."));
      return new BufferedOutputStream(
          new Written(
              FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
          BUFFER_BYTES);
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  /// Puts a draft in its place.
  public void finish(String name) throws IOException {
    finish(path(name));
  }

  /// Puts a draft, or a folder of drafts, in its place.
  public void finish(Path made) throws IOException {
    try {
      if (Files.isDirectory(made)) {
        Files.walkFileTree(made, new Forcer());
      }
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("something else has been put there");
      }
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  /// Puts a draft beside the target, over what is there.
  void finishBeside(String name, Path place) throws IOException {
    try {
      Files.move(path(name), place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows does not open directories, and has no need of it.
    }
  }

  private static IOException failed(Path target, IOException cause) {
    String reason = cause instanceof FileSystemException named
        ? named.getFile()
            + (named.getReason() == null
                ? named instanceof AccessDeniedException ? ": permission denied" : ""
                : ": " + named.getReason())
        : cause.getMessage();
    return new IOException(
        target + ": writing failed (" + reason
            + "); nothing was left there: see to the disk, then run the same again",
        cause);
  }

  /// Removes what was written and not put in its place.
  @Override
  public void close() throws IOException {
    try (lock) {
      clear();
      Files.deleteIfExists(lockFile(scratch));
    }
    Files.deleteIfExists(scratch);
  }

  private final class Written extends OutputStream {
    private final FileChannel file;

    Written(FileChannel file) {
      this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        for (ByteBuffer left = ByteBuffer.wrap(bytes, from, length); left.hasRemaining(); ) {
          file.write(left);
        }
      } catch (IOException e) {
        throw failed(target, e);
      }
    }

    @Override
    public void close() throws IOException {
      try (file) {
        if (file.isOpen()) {
          file.force(true);
        }
      } catch (IOException e) {
        throw failed(target, e);
      }
    }
  }

  private static final class Forcer extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
      force(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  /// @param spared what stays
  private static final class Remover extends SimpleFileVisitor<Path> {
    private final Path lock;
    private final Path root;

    Remover(Path lock, Path root) {
      this.lock = lock;
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.equals(lock)) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
      if (!folder.equals(root)) {
        Files.delete(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
