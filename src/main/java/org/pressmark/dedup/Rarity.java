package org.pressmark.dedup;

/// How much a shingle counts: all the less, the more texts have it.
///
/// What eight texts have is as good as what two have, unless they are all of one paper. What 2,000
/// have, such as a notice that a
/// program put below 2,000 stories, counts 250 times less; so does a turn of the language.
public final class Rarity {
  /// The weight of a shingle that is as rare as can be. Weights are whole numbers, so that their
  /// sum is the same in every order.
  public static final int FULL = 1024;

  private static final int RARE = 8;
  // One paper prints a story once, and once more when it goes on; what stands below twelve of its
  // stories is its own notice.
  private static final int RARE_IN_A_PAPER = 2;

  private Rarity() {}

  /// @param texts how many have the shingle
  public static int weight(int texts) {
    return weight(texts, RARE);
  }

  /// What a shingle counts for two texts of one outlet.
  ///
  /// @param texts how many have it, of whatever outlet
  public static int weightInAPaper(int texts) {
    return weight(texts, RARE_IN_A_PAPER);
  }

  /// The full weight of a shingle that is as rare as can be, and no weight of any other.
  public static int weightIfRare(int texts) {
    return texts <= RARE ? FULL : 0;
  }

  /// The same for two texts of one outlet.
  public static int weightIfRareInAPaper(int texts) {
    return texts <= RARE_IN_A_PAPER ? FULL : 0;
  }

  private static int weight(int texts, int rare) {
    return texts <= rare ? FULL : Math.max(1, FULL * rare / texts);
  }
}
