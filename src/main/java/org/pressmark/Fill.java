package org.pressmark;

/// How full a batch is. Entries go to the disk together, so that each does not wait for it: what a
/// run that is killed loses is the batch it was at.
final class Fill {
  private static final int MAX_ENTRIES = 500;
  private static final long MAX_BYTES = 32 << 20;
  private static final long MAX_NANOS = 5_000_000_000L;

  private final long start = System.nanoTime();
  private int entries;
  private long bytes;

  /// @param weight of an entry, in bytes
  void add(long weight) {
    entries++;
    bytes += weight;
  }

  boolean isEmpty() {
    return entries == 0;
  }

  boolean isFull() {
    return entries >= MAX_ENTRIES || bytes >= MAX_BYTES || System.nanoTime() - start >= MAX_NANOS;
  }
}
