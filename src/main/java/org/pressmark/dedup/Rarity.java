package org.pressmark.dedup;

/// How much a shingle counts: all the less, the more texts have it.
///
/// What eight texts have is as good as what two have. What 2,000 have, such as a notice that a
/// program put below 2,000 stories, counts 250 times less; so does a turn of the language.
public final class Rarity {
  /// The weight of a shingle that is as rare as can be. Weights are whole numbers, so that their
  /// sum is the same in every order.
  public static final int FULL = 1024;

  private static final int RARE = 8;

  private Rarity() {}

  /// @param texts how many have the shingle
  public static int weight(int texts) {
    return texts <= RARE ? FULL : Math.max(1, FULL * RARE / texts);
  }
}
