package org.pressmark.archive;

import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A disk nobody waits for, for tests that open hundreds of archives.
class QuickDisk extends Disk {
  @Override
  void force(FileChannel file) {}

  @Override
  void force(Path directory) {}
}
