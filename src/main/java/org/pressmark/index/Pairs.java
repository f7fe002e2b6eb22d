package org.pressmark.index;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefHash;

/// The stop words that stand side by side in a text, each pair with how often it does.
///
/// To look for "of the" where every article has both words takes as long as it takes to compare all
/// the places of both; as a pair it is found like any other term. After the idea of common grams
/// (Lucene, HathiTrust), in a field of its own and without places: for a phrase of two words
/// the pair says all, and for a longer one it says in which articles to look.
///
/// Is told of word after word while [Words] are read, and gives the pairs once these have been.
final class Pairs extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final BytesRefBuilder pair = new BytesRefBuilder();
  private final BytesRefHash pairs = new BytesRefHash();
  private int[] counts = new int[64];
  private List<BytesRef> left = List.of();
  private int shown;

  void begin() {
    pairs.clear();
    pairs.reinit();
    left = List.of();
  }

  /// @param stops the terms of the next word that are those of a stop word
  void next(List<BytesRef> stops) {
    for (BytesRef first : left) {
      for (BytesRef second : stops) {
        pair.copyBytes(first);
        pair.append((byte) Forms.MARK);
        pair.append(second);
        count(pairs.add(pair.get()));
      }
    }
    left = stops;
  }

  private void count(int added) {
    if (added < 0) {
      counts[-added - 1]++;
    } else {
      counts = ArrayUtil.grow(counts, added + 1);
      counts[added] = 1;
    }
  }

  @Override
  public void reset() {
    shown = 0;
  }

  @Override
  public boolean incrementToken() {
    if (shown == pairs.size()) {
      return false;
    }
    clearAttributes();
    term.setBytesRef(pairs.get(shown, new BytesRef()));
    frequency.setTermFrequency(counts[shown]);
    shown++;
    return true;
  }
}
