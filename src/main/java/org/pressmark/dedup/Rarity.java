package org.pressmark.dedup;

/// How much a shingle counts: all the less, the more texts have it.
///
/// What four texts have is as good as what two have; what 2,000 have, such as a notice that a
/// program put below 2,000 stories, counts a sixty-third. By the power of two thirds: with the first
/// power, a story that stands in 500 papers, a tenth of it changed in each, would be told apart from
/// itself; with the square root, reports of 700 matches that were filled into one form would be
/// taken for one.
public final class Rarity {
  /// The weight of a shingle that is as rare as can be. Weights are whole numbers, so that their
  /// sum is the same in every order.
  public static final int FULL = 1024;

  private static final int RARE = 4;

  private Rarity() {}

  /// @param texts how many have the shingle
  public static int weight(int texts) {
    if (texts <= RARE) {
      return FULL;
    }
    double share = (double) RARE / texts;
    return (int) Math.round(FULL * StrictMath.cbrt(share * share)); // the same on every machine
  }
}
