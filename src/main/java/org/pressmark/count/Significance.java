package org.pressmark.count;

/// How unlikely a G² of one degree of freedom is by chance alone, as papers write it.
///
/// One word tested. Who looks for the largest of many thousand G² finds some by chance.
public enum Significance {
  P_0_0001("p < 0.0001", 15.13),
  P_0_001("p < 0.001", 10.83),
  P_0_01("p < 0.01", 6.63),
  P_0_05("p < 0.05", 3.84),
  NONE("", 0);

  private final String words;
  private final double least;

  Significance(String words, double least) {
    this.words = words;
    this.least = least;
  }

  public static Significance of(double logLikelihood) {
    for (Significance level : values()) {
      if (logLikelihood >= level.least) {
        return level;
      }
    }
    return NONE;
  }

  /// The G² from which on it holds.
  public double least() {
    return least;
  }

  @Override
  public String toString() {
    return words;
  }
}
