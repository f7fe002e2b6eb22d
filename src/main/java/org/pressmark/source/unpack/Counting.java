package org.pressmark.source.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that are read.
public final class Counting extends FilterInputStream {
  private final Gauge gauge;
  private long bytes;

  public Counting(InputStream in, Gauge gauge) {
    super(in);
    this.gauge = gauge;
  }

  public long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  private void count(long more) {
    bytes += more;
    gauge.pass(more);
  }
}
