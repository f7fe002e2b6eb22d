package org.pressmark.source.unpack;

import java.io.IOException;
import java.io.InputStream;

/// A stream that gives its bytes a piece at a time, and one by one only to whoever asks so.
public abstract class ByPieces extends InputStream {
  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] target, int offset, int length) throws IOException;
}
