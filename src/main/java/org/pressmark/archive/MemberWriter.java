package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes gzip members (RFC 1952) to the end of a file, through a buffer.
final class MemberWriter implements WritableByteChannel {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int BUFFER_BYTES = 1 << 17;

  private final Disk disk;
  private final FileChannel file;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final CRC32 checksum = new CRC32();
  private final ByteBuffer output =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed; // the file's length
  private boolean inside;

  private MemberWriter(Disk disk, FileChannel file) throws IOException {
    this.disk = disk;
    this.file = file;
    this.flushed = file.size();
  }

  /// Goes on at the end of the file, which is made if it is not there.
  static MemberWriter open(Folder folder, int number) throws IOException {
    return new MemberWriter(folder.disk(), folder.disk().open(folder.file(number)));
  }

  /// The offset in the file behind all that was written, on its way or there.
  long position() {
    return flushed + output.position();
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (!inside) {
      room(HEADER.length);
      output.put(HEADER);
      inside = true;
    }
    int bytes = source.remaining();
    checksum.update(source.duplicate());
    deflater.setInput(source);
    while (!deflater.needsInput()) {
      room(1);
      deflater.deflate(output);
    }
    return bytes;
  }

  /// Ends the member. The next write begins another.
  void finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      room(1);
      deflater.deflate(output);
    }
    room(8);
    output.putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead());
    deflater.reset();
    checksum.reset();
    inside = false;
  }

  private void room(int bytes) throws IOException {
    if (output.remaining() < bytes) {
      flush();
    }
  }

  void flush() throws IOException {
    output.flip();
    while (output.hasRemaining()) {
      flushed += file.write(output, flushed);
    }
    output.clear();
  }

  /// Flushes, and returns when the disk has it.
  void force() throws IOException {
    flush();
    disk.force(file);
  }

  /// Gives up all that lies behind an offset, written or not.
  void abandon(long offset) throws IOException {
    output.clear();
    file.truncate(offset);
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    file.close();
  }
}
