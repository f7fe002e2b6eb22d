package org.pressmark.count;

/// How often two things are found, together and apart: a word within reach of another one.
///
/// @param both where the one and the other are
/// @param first where the one is, with or without the other
/// @param second where the other is
/// @param all how many places there are
public record Pair(long both, long first, long second, long all) {
  public Pair {
    if (both < 0 || both > Math.min(first, second) || first + second - both > all) {
      throw new IllegalArgumentException(
          both + " of " + first + " and " + second + " among " + all + " can not be");
    }
  }

  /// How often they would be together if the one knew nothing of the other.
  public double expected() {
    return (double) first * second / all;
  }

  /// G², how sure one may be that they have to do with each other, over all four cells of the
  /// table.
  ///
  /// Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
  /// Linguistics 19(1), 1993.
  public double logLikelihood() {
    double sum = cell(both, first, second)
        + cell(first - both, first, all - second)
        + cell(second - both, all - first, second)
        + cell(all - first - second + both, all - first, all - second);
    return Math.max(0, 2 * sum);
  }

  private double cell(long observed, long row, long column) {
    return observed == 0
        ? 0
        : observed * StrictMath.log((double) observed * all / (double) row / (double) column);
  }

  /// How many times over, in bits, they are together more often than expected. High for what is
  /// rare.
  ///
  /// Church and Hanks, "Word association norms, mutual information, and lexicography",
  /// Computational Linguistics 16(1), 1990.
  public double mutualInformation() {
    return StrictMath.log(both / expected()) / StrictMath.log(2);
  }

  /// How many standard deviations more often than expected. High for what is frequent.
  ///
  /// Church, Gale, Hanks and Hindle, "Using statistics in lexical analysis", in Zernik (ed.),
  /// "Lexical acquisition", 1991.
  public double tScore() {
    return (both - expected()) / Math.sqrt((double) both);
  }

  /// How typical they are of each other, whatever the size of the archive: 14 where neither is
  /// found
  /// without the other, one less for each time it is half as much.
  ///
  /// Rychlý, "A lexicographer-friendly association score", RASLAN 2008.
  public static double logDice(long both, long first, long second) {
    return 14 + StrictMath.log(2.0 * both / (first + second)) / StrictMath.log(2);
  }
}
