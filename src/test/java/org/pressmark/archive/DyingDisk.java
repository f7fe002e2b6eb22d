package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Waits for the disk so many times, and then no more.
final class DyingDisk extends Disk {
  private int left;

  DyingDisk(int left) {
    this.left = left;
  }

  private void live() throws IOException {
    if (left-- <= 0) {
      throw new IOException("the power is gone");
    }
  }

  @Override
  void force(FileChannel file) throws IOException {
    live();
  }

  @Override
  void force(Path directory) throws IOException {
    live();
  }
}
