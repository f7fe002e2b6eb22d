package org.pressmark.count;

/// How often a word is used here and there.
///
/// @param here its occurrences in the articles that one looks at
/// @param sizeHere all words in these
/// @param there its occurrences in the articles they are held against
/// @param sizeThere all words in those
public record Contrast(long here, long sizeHere, long there, long sizeThere) {
  public Contrast {
    if (here < 0 || there < 0 || here > sizeHere || there > sizeThere) {
      throw new IllegalArgumentException(
          here + " of " + sizeHere + " against " + there + " of " + sizeThere + " can not be");
    }
  }

  /// G², how sure one may be that the word is not used alike here and there: by the two cells of
  /// the
  /// word itself.
  ///
  /// Rayson and Garside, "Comparing corpora using frequency profiling", Workshop on Comparing
  /// Corpora, ACL 2000.
  public double logLikelihood() {
    double share = (double) (here + there) / Math.max(1, sizeHere + sizeThere);
    return Math.max(0, 2 * (cell(here, sizeHere * share) + cell(there, sizeThere * share)));
  }

  private static double cell(long observed, double expected) {
    return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
  }

  /// By how much it is used more, in bits: 1 is twice as often, 2 four times, -1 half as often. A
  /// word that is not used at all on one side counts as half an occurrence there.
  ///
  /// Hardie, "Log Ratio: an informal introduction", CASS, Lancaster 2014.
  public double logRatio() {
    return StrictMath.log(share(here, sizeHere) / share(there, sizeThere)) / StrictMath.log(2);
  }

  private static double share(long observed, long size) {
    return Math.max(observed, 0.5) / Math.max(size, 1);
  }

  public boolean isMoreHere() {
    return (double) here * sizeThere > (double) there * sizeHere;
  }

  public boolean isLessHere() {
    return (double) here * sizeThere < (double) there * sizeHere;
  }
}
