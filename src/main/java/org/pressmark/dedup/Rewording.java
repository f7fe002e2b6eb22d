package org.pressmark.dedup;

import java.util.Arrays;

/// How much of a text is left in another where few runs of three words are: a story of short
/// sentences with two edits in each.
///
/// Pairs of words are less sure than runs of three. So it is also asked whether there are such runs
/// all through the text: what two texts quote, or have from one agency, stands in one place.
///
/// @param pairs which part of the shorter text's pairs of words, one behind the other, the longer
/// one has, from 0 to 1
/// @param spread in which part of the shorter text's stretches there is a run of three words that
/// the longer one has, from 0 to 1
public record Rewording(double pairs, double spread) {
  /// Words to a stretch: a sentence.
  private static final int STRETCH = 12;

  /// @param shorter the text with fewer shingles
  public static Rewording of(String shorter, String longer) {
    Words words = Words.of(shorter);
    Words others = Words.of(longer);
    return new Rewording(pairs(words, others), spread(words, others));
  }

  private static double pairs(Words words, Words others) {
    long[] pairs = pairs(words);
    long[] there = pairs(others);
    Arrays.sort(there);
    int common = 0;
    for (long pair : pairs) {
      common += Arrays.binarySearch(there, pair) >= 0 ? 1 : 0;
    }
    return pairs.length == 0 ? 0 : (double) common / pairs.length;
  }

  private static long[] pairs(Words words) {
    long[] pairs = new long[Math.max(0, words.count() - 1)];
    for (int at = 0; at < pairs.length; at++) {
      pairs[at] = Words.mix(words.hash(at) * 0x9e3779b97f4a7c15L + words.hash(at + 1));
    }
    return pairs;
  }

  private static double spread(Words words, Words others) {
    Fingerprint there = Fingerprint.of(others);
    int stretches = 0;
    int touched = 0;
    int last = words.count() - Fingerprint.WIDTH;
    for (int from = 0; from <= last; from += STRETCH) {
      stretches++;
      for (int at = from; at < from + STRETCH && at <= last; at++) {
        if (there.has(Fingerprint.shingle(words, at))) {
          touched++;
          break;
        }
      }
    }
    return stretches == 0 ? 0 : (double) touched / stretches;
  }
}
