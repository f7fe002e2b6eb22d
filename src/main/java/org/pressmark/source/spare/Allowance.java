package org.pressmark.source.spare;

/// How much may still be looked at: what a page says of itself in circles would take for ever.
final class Allowance {
  private final int most;
  private int taken;

  Allowance(int most) {
    this.most = most;
  }

  boolean takes(int more) {
    taken = Math.min(most + 1, taken + more);
    return taken <= most;
  }

  boolean isUsedUp() {
    return taken > most;
  }
}
