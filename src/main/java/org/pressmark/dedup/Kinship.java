package org.pressmark.dedup;

/// When two texts are one story.
///
/// @param threshold which part of the shorter text has to stand in the longer one, from 0 to 1
public record Kinship(double threshold) {
  /// Two fifths. A text whose every sentence of twelve words was edited at two places still shares
  /// half of its shingles with the other; reports of one event by two reporters, who quote the
  /// same speaker, share up to a quarter; texts on different things a twentieth.
  public static final Kinship DEFAULT = new Kinship(0.4);

  /// The lowest threshold that there is: below it, whoever writes on the same event would be kin.
  public static final double MIN_THRESHOLD = 0.2;

  /// What two texts share must be more than a quotation or a standing notice: some 26 words.
  private static final int MIN_COMMON = 24;

  /// A text that is less than a tenth of the other is not the same story, but a part of it.
  private static final double MIN_RESEMBLANCE = 0.1;

  /// Which part of the lighter text must be shared, with each shingle weighed by its [Rarity]: what
  /// is shared must not be what everybody has.
  private static final double MIN_RARE = 0.4;

  /// Texts that resemble each other so much, with ten words in a hundred changed at the most, are
  /// one story though everybody has it.
  private static final double TWINS = 0.8;

  public Kinship {
    if (!(threshold >= MIN_THRESHOLD && threshold <= 1)) {
      throw new IllegalArgumentException("threshold " + threshold);
    }
  }

  /// Whether two texts share enough to be one story, if that is not what everybody has.
  public boolean joins(Likeness likeness) {
    return likeness.common() >= MIN_COMMON
        && likeness.containment() >= threshold
        && likeness.resemblance() >= MIN_RESEMBLANCE;
  }

  /// Whether two texts are so much alike that it does not matter how many have what they share.
  public static boolean areTwins(Likeness likeness) {
    return likeness.resemblance() >= TWINS;
  }

  /// Whether what two texts share is not what everybody has.
  ///
  /// @param shared what their common shingles weigh
  /// @param own what the other shingles weigh of the text that has less of its own
  public static boolean isRareEnough(double shared, double own) {
    return shared > 0 && shared >= MIN_RARE * (shared + own);
  }

  /// Whether it may be, as far as their sketches tell, which are a sample of them. A chance of one
  /// half either way is left.
  ///
  /// @param shared what the shingles weigh at the most that both sketches have
  /// @param lighter what all shingles weigh of the lighter sketch
  public static boolean mayBeRareEnough(long shared, long lighter) {
    return shared > 0 && shared >= MIN_RARE / 2 * lighter;
  }
}
