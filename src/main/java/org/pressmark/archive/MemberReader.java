package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The gzip members (RFC 1952) of a file, one after another, each with its checksum checked and its
/// end known to the byte.
///
/// A read gives -1 at the end of a member; [#open] goes on to the next.
final class MemberReader implements ReadableByteChannel {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC = 0x8b1f;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final FileChannel file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final ByteBuffer input;
  private long filled; // the offset in the file behind what lies in the input buffer
  private boolean inside;

  MemberReader(FileChannel file, long offset) {
    this.file = file;
    this.filled = offset;
    this.input =
        ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).flip();
  }

  /// The offset in the file of the first byte not yet taken.
  long position() {
    return filled - input.remaining();
  }

  /// Begins the next member; false if the file ends here.
  boolean open() throws IOException {
    if (!has(1)) {
      return false;
    }
    inflater.reset();
    checksum.reset();
    readHeader();
    inside = true;
    return true;
  }

  private void readHeader() throws IOException {
    need(10);
    if ((input.getShort() & 0xffff) != MAGIC || input.get() != 8) {
      throw new DamageException("not the beginning of a gzip member");
    }
    int flags = input.get();
    input.position(input.position() + 6); // time, level, system
    if ((flags & EXTRA) != 0) {
      need(2);
      for (int length = input.getShort() & 0xffff; length > 0; length--) {
        need(1);
        input.get();
      }
    }
    if ((flags & NAME) != 0) {
      passText();
    }
    if ((flags & COMMENT) != 0) {
      passText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      need(2);
      input.getShort();
    }
  }

  private void passText() throws IOException {
    do {
      need(1);
    } while (input.get() != 0);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!inside) {
      return -1;
    }
    int start = target.position();
    try {
      while (target.hasRemaining() && !inflater.finished()) {
        if (inflater.needsInput()) {
          need(1);
          inflater.setInput(input);
        }
        int before = target.position();
        inflater.inflate(target);
        checksum.update(target.duplicate().flip().position(before));
      }
    } catch (DataFormatException e) {
      throw new DamageException("compressed data are damaged", e);
    }
    if (inflater.finished()) {
      readTrailer();
      inside = false;
    }
    return target.position() > start || !target.hasRemaining() ? target.position() - start : -1;
  }

  private void readTrailer() throws IOException {
    need(8);
    if (input.getInt() != (int) checksum.getValue()
        || input.getInt() != (int) inflater.getBytesWritten()) {
      throw new DamageException("the checksum of the gzip member is wrong");
    }
  }

  private void need(int bytes) throws IOException {
    if (!has(bytes)) {
      throw new DamageException("the file ends in the middle of a record");
    }
  }

  private boolean has(int bytes) throws IOException {
    while (input.remaining() < bytes) {
      input.compact();
      int read = file.read(input, filled);
      input.flip();
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    file.close();
  }
}
