package org.pressmark.source.unpack;

/// How many bytes of the files that are read lie behind by now, as they stand on the disk: packed
/// ones are counted as packed. Written by the thread that reads, and read by any.
public final class Gauge {
  private long finished;
  private long size;
  private volatile long now;

  public long bytes() {
    return now;
  }

  /// The file before lies behind, however far it was read.
  public void begin(long bytes) {
    finished += size;
    size = bytes;
    now = finished;
  }

  public void pass(long bytes) {
    now = Math.min(now + bytes, finished + size);
  }
}
