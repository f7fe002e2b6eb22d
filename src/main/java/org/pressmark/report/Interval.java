package org.pressmark.report;

/// A share, and between what bounds it lies with a confidence of 95 %, by Wilson's score interval
/// (E. B. Wilson, JASA 22, 1927, 209-212), which holds for small samples and for shares near 0.
///
/// Of 10 in 100: 0.1, from 0.055 to 0.174.
public record Interval(double share, double low, double high) {
  private static final double Z =
      1.959963984540054; // the 0.975 quantile of the normal distribution

  /// @param count how many units the share is of; less than one unit of a sample where they are
  /// weighted
  static Interval of(double share, double count) {
    if (count <= 0) {
      return new Interval(0, 0, 1);
    }
    double square = Z * Z;
    double middle = (share + square / (2 * count)) / (1 + square / count);
    double half = Z
        / (1 + square / count)
        * Math.sqrt(share * (1 - share) / count + square / (4 * count * count));
    return new Interval(
        share,
        share == 0 ? 0 : Math.max(0, middle - half),
        share == 1 ? 1 : Math.min(1, middle + half));
  }
}
