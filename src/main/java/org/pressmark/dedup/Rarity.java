package org.pressmark.dedup;

import java.util.Arrays;

/// How much a shingle counts: all the less, the more texts have it.
///
/// What eight texts have is as good as what two have, unless they are all of one paper. What 2,000
/// have, such as a notice that a program put below 2,000 stories, counts 250 times less; so does a
/// turn of the language.
public final class Rarity {
  /// The weight of a shingle that is as rare as can be. Weights are whole numbers, so that their
  /// sum is the same in every order.
  public static final int FULL = 1024;

  private static final int RARE = 8;
  // One paper prints a story once, and once more when it goes on; what stands below twelve of its
  // stories is its own notice.
  private static final int RARE_IN_A_PAPER = 2;

  private static final int RARE_IN_A_TEMPLATE = 1;

  // So many of the shingles that two texts share are had by equally many, give or take a tenth.
  private static final double ALIKE = 0.8;
  private static final double TENTH = 0.1;

  private Rarity() {}

  /// Whether shared shingles look like those of a template. As many stories as it stands in have
  /// each of them; of the shingles of a story that many desks edited, some have this one and some
  /// that.
  ///
  /// @param texts how many have each of the shared shingles
  public static boolean isOfATemplate(int[] texts) {
    int[] sorted = texts.clone();
    Arrays.sort(sorted);
    int median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    long alike = Arrays.stream(sorted)
        .filter(count -> Math.abs(count - median) <= TENTH * median)
        .count();
    return median > RARE && alike >= ALIKE * sorted.length;
  }

  /// What a shingle of a template counts.
  ///
  /// @param texts how many have it
  public static int weightInATemplate(int texts) {
    return weight(texts, RARE_IN_A_TEMPLATE);
  }

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
