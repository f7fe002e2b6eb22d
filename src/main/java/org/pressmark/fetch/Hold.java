package org.pressmark.fetch;

import java.util.concurrent.Semaphore;

/// Room for one page on its way. Most pages are small, and hundreds may be under way; of the large
/// ones only a few, so that the memory they take is bounded.
final class Hold implements AutoCloseable {
  static final int SMALL_BYTES = 1 << 20;

  private final Semaphore large;
  private boolean isLarge;

  Hold(Semaphore large) {
    this.large = large;
  }

  boolean isTooSmallFor(long bytes) {
    return bytes > SMALL_BYTES && !isLarge;
  }

  /// Waits until there is room for a large page.
  void enlarge() throws InterruptedException {
    if (!isLarge) {
      large.acquire();
      isLarge = true;
    }
  }

  @Override
  public void close() {
    if (isLarge) {
      large.release();
      isLarge = false;
    }
  }
}
