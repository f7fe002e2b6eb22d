package org.pressmark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.pressmark.index.Lexicon;
import org.pressmark.index.Words;

/// Cuts texts into words as the index does: by Unicode's rules, without case, accents and width.
/// For one thread.
final class Tokens {
  /// @param word as it is counted
  /// @param start in UTF-16 units of the text
  record Token(String word, int start, int end) {}

  private final Words words = new Words(new Lexicon());
  private final TermToBytesRefAttribute word = words.getAttribute(TermToBytesRefAttribute.class);

  List<Token> of(String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (words) {
      words.of(text, "").reset();
      while (words.next()) {
        tokens.add(new Token(word.getBytesRef().utf8ToString(), words.from(), words.to()));
      }
      words.end();
    }
    return tokens;
  }
}
