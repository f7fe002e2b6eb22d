package org.pressmark.count;

/// How unevenly a word is spread over texts: the deviation of proportions, DP.
///
/// 0 where each text has its share of the word, near 1 where one short text has all of it.
///
/// Gries, "Dispersions and adjusted frequencies in corpora", International Journal of Corpus
/// Linguistics 13(4), 2008.
public final class Dispersion {
  private final long occurrences;
  private final long tokens;
  private double deviation;
  private long tokensWith;

  /// @param occurrences of the word, in all texts
  /// @param tokens words of all texts
  public Dispersion(long occurrences, long tokens) {
    this.occurrences = occurrences;
    this.tokens = tokens;
  }

  /// A text that has the word. Those without it need not be told.
  public void add(long occurrencesHere, long tokensHere) {
    deviation += Math.abs((double) occurrencesHere / occurrences - (double) tokensHere / tokens);
    tokensWith += tokensHere;
  }

  public double proportions() {
    double without = (double) (tokens - tokensWith) / tokens;
    return Math.clamp((deviation + without) / 2, 0, 1);
  }
}
