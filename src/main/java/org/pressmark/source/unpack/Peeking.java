package org.pressmark.source.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// A stream whose first bytes can be looked at before it is read.
public final class Peeking extends ByPieces {
  public static final int HEAD = 1 << 16;

  private final InputStream in;
  private byte[] ahead = {};
  private int position;
  private Optional<IOException> trouble = Optional.empty();
  private boolean isBroken;

  public Peeking(InputStream in) {
    this.in = in;
  }

  /// The first bytes, at most [#HEAD], which are still to be read afterwards. Where the stream
  /// breaks among them, those that came before; whoever reads on meets the break again.
  public byte[] head() throws IOException {
    if (ahead.length == 0) {
      look(HEAD);
    }
    if (ahead.length == 0 && trouble.isPresent()) {
      throw trouble.get();
    }
    return ahead;
  }

  private void look(int bytes) {
    byte[] read = new byte[bytes];
    int length = 0;
    try {
      for (int more = 0; more >= 0 && length < bytes; length += Math.max(0, more)) {
        more = in.read(read, length, bytes - length);
      }
    } catch (IOException e) {
      trouble = Optional.of(e);
      isBroken = true;
    }
    ahead = length == bytes ? read : Arrays.copyOf(read, length);
    position = 0;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (position < ahead.length) {
      int read = Math.min(length, ahead.length - position);
      System.arraycopy(ahead, position, bytes, offset, read);
      position += read;
      return read;
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      isBroken = true;
      throw e;
    }
  }

  /// Whether reading has failed, so that a failure of what is read from it is not its own.
  public boolean isBroken() {
    return isBroken;
  }

  /// 0 only at the end: where it is 0, [java.util.zip.GZIPInputStream] takes a member's end for
  /// the end of the file, and a pipe that is slow for a moment would lose all members behind it.
  @Override
  public int available() throws IOException {
    if (position == ahead.length) {
      look(1);
    }
    return ahead.length - position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// What was read is read; nothing is lost when the file can't be closed.
  public void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      // The operating system gives the file back when the program ends.
    }
  }
}
