package org.pressmark.study;

import java.util.Set;

/// Which words of many are wanted.
///
/// @param least occurrences that a word must have
/// @param without words that are left out, folded as they are counted
/// @param skip how many of those that are left to pass over
/// @param limit how many at the most
public record Choice(long least, Set<String> without, int skip, int limit) {
  /// Words that are put in order: some 100 MB of them.
  public static final int MAX = 500_000;

  public Choice {
    without = Set.copyOf(without);
    if (least < 1 || skip < 0 || limit < 1) {
      throw new IllegalArgumentException("least, skip or limit out of reach");
    }
  }

  boolean takes(String word, long occurrences) {
    return occurrences >= least && !without.contains(word);
  }

  /// How many words have to be held.
  int held() {
    return (int) Math.min(MAX, (long) skip + limit);
  }
}
