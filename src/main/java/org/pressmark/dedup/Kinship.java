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

  /// The same, as far as sketches tell, which are a sample: what is less is not worth a look.
  private static final double MIN_RARE_IN_SKETCHES = 0.13;

  /// Texts that resemble each other so much, with ten words in a hundred changed at the most, are
  /// one story though everybody has it.
  private static final double TWINS = 0.8;

  /// Runs of three words that must be left of a text that was edited throughout, as a part of the
  /// threshold: two words in eight replaced leave two fifths of them, give or take.
  private static final double LEFT = 0.55;

  /// So few are enough if they stand all through the text.
  private static final int MIN_LEFT = 12;

  /// In so many of its stretches.
  private static final double THROUGHOUT = 0.8;

  /// So much of what the lighter text weighs must be left in shingles as rare as can be: of a
  /// template that is filled in for ten stories nothing is.
  private static final double LEFT_RARE = 0.22;

  /// And so much of all its shingles: below a template that hundreds have little else has any
  /// weight.
  private static final double LEFT_OF_ALL = 0.1;

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

  /// Whether two texts may be one story that was edited in every sentence, so that it is worth
  /// comparing them word by word.
  public boolean mayJoin(Likeness likeness) {
    return likeness.common() >= MIN_LEFT
        && likeness.containment() >= LEFT * threshold
        && likeness.resemblance() >= LEFT * MIN_RESEMBLANCE;
  }

  /// Whether it is, if what they share is rare.
  public boolean joins(Rewording rewording) {
    return rewording.pairs() >= threshold && rewording.spread() >= THROUGHOUT;
  }

  /// Whether enough of what they share is had by hardly anybody else.
  ///
  /// @param rare what the shingles weigh that both have and that are as rare as can be
  /// @param lighter what all shingles weigh of the lighter text
  /// @param shorter how many shingles the shorter text has
  public static boolean isRareEnoughReworded(long rare, long lighter, int shorter) {
    return rare > 0 && rare >= LEFT_RARE * lighter && rare >= LEFT_OF_ALL * Rarity.FULL * shorter;
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

  /// Whether it may be, as far as their sketches tell, which are a sample of them.
  ///
  /// @param shared what the shingles weigh at the most that both sketches have
  /// @param lighter what all shingles weigh of the lighter sketch
  public static boolean mayBeRareEnough(long shared, long lighter) {
    return shared > 0 && shared >= MIN_RARE_IN_SKETCHES * lighter;
  }
}
