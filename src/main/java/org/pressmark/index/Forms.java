package org.pressmark.index;

import java.util.List;
import org.apache.lucene.util.BytesRef;

/// The terms under which a word stands in a text field, all at the same place.
///
/// | term | stands for |
/// |---|---|
/// | `doctrine` | the word without case, accents and width; always there |
/// | `doctrine` U+0001 `Doctrine` | the word as it is written, where that is something else |
/// | U+0001 `en` U+0001 `doctrin` | its stem in the language of the article, where it is needed |
/// | U+0001 `.` | a sentence begins with this word |
/// | U+0001 `¶` | a line begins with it |
///
/// A stem is left out where it is the folded word itself, and that word is its own stem: so most
/// words of a text take one place in the index and not two. No word has a control character in it.
///
/// @param beside the other terms
/// @param stops those of all terms, but for the word as it is written, that are a stop word's
public record Forms(BytesRef folded, List<BytesRef> beside, List<BytesRef> stops) {
  /// Stands before and in all terms but folded words.
  public static final char MARK = '\u0001';

  /// At the first word of every sentence but the first.
  public static final BytesRef SENTENCE = new BytesRef(MARK + ".");

  /// At the first word of every line but the first.
  public static final BytesRef PARAGRAPH = new BytesRef(MARK + "\u00b6");

  public Forms {
    beside = List.copyOf(beside);
    stops = List.copyOf(stops);
  }

  /// The term of a word as it is written.
  public static String exact(String folded, String written) {
    return folded + MARK + written;
  }

  /// The term of two words side by side, among [Schema#PAIRS].
  public static String pair(String left, String right) {
    return left + MARK + right;
  }

  /// The term of a stem.
  public static String stem(String language, String stem) {
    return MARK + language + MARK + stem;
  }
}
