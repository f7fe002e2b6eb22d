package org.pressmark.source;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that is read here and there. Not mapped into memory, where a file that somebody cuts off
/// meanwhile would end the program.
final class RandomFile implements InputFile {
  private final Path path;
  private @Nullable FileChannel channel;

  RandomFile(Path path) {
    this.path = path;
  }

  @Override
  public void open() throws IOException {
    channel = FileChannel.open(path);
  }

  @Override
  public ByteBuffer readRange(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (opened().read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("ends before byte " + (offset + length));
      }
    }
    return bytes.flip();
  }

  @Override
  public long length() throws IOException {
    return opened().size();
  }

  private FileChannel opened() {
    if (channel == null) {
      throw new IllegalStateException(path + " is not open");
    }
    return channel;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
