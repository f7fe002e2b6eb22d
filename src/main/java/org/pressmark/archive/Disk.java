package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// What a writer asks of a disk. Tests have disks that are quicker, or that fill up.
class Disk {
  /// Opens a file to write at its end; makes it if it is not there.
  FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /// Returns when the disk has all that was written, and the file's length.
  void force(FileChannel file) throws IOException {
    file.force(true);
  }

  /// Makes the names in a directory last: a new file can be lost in a crash until this was done.
  void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows does not open directories, and has no need of it.
    }
  }

  /// Makes a file's name last, or its being gone.
  void forceName(Path file) throws IOException {
    force(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory"));
  }

  /// Makes a directory and its name last. One that is there already is left as it is.
  void make(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) {
        make(parent);
      }
      Files.createDirectories(directory);
      if (parent != null) {
        force(parent);
      }
    }
  }

  /// Replaces a file whole or not at all, and returns when the disk has it.
  ///
  /// @throws WriteException where the disk does not take it
  void replace(Path file, byte[] bytes) throws IOException {
    Path draft = Folder.draft(file);
    try {
      try (FileChannel channel = open(draft)) {
        channel.truncate(0);
        write(channel, 0, ByteBuffer.wrap(bytes));
        force(channel);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceName(file);
    } catch (IOException e) {
      throw WriteException.of(file, e);
    }
  }

  static void write(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
    for (long at = offset; bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
  }
}
