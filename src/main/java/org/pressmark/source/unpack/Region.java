package org.pressmark.source.unpack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// The bytes between two places of a file, read from wherever the file was left meanwhile.
public final class Region extends ByPieces {
  private final SeekableByteChannel file;
  private final long end;
  private long at;

  public Region(SeekableByteChannel file, long start, long bytes) {
    this.file = file;
    this.at = start;
    this.end = start + bytes;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at >= end) {
      return -1;
    }
    file.position(at);
    int read = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, end - at)));
    at += Math.max(0, read);
    return read;
  }

  /// How many bytes of it were read.
  public long left() {
    return end - at;
  }
}
