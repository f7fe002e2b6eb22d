package org.pressmark.dedup;

/// How much two texts have in common, counted in shingles, exactly.
///
/// @param common shingles that both have
/// @param shorter shingles of the one that has fewer
/// @param longer shingles of the other
public record Likeness(int common, int shorter, int longer) {
  public Likeness {
    if (common < 0 || common > shorter || shorter > longer) {
      throw new IllegalArgumentException(
          common + " common shingles of " + shorter + " and " + longer);
    }
  }

  public static Likeness of(Fingerprint one, Fingerprint other) {
    return new Likeness(
        one.common(other), Math.min(one.size(), other.size()), Math.max(one.size(), other.size()));
  }

  /// Which part of the shorter text stands in the longer one, from 0 to 1: 1 for a text that was
  /// cut or extended and not touched otherwise.
  public double containment() {
    return shorter == 0 ? 0 : (double) common / shorter;
  }

  /// Which part of what stands in either text stands in both (Jaccard), from 0 to 1.
  public double resemblance() {
    int all = shorter + longer - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
