package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
}
