package org.pressmark.index;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.util.CharTokenizer;

/// How texts and questions are cut into words: by what stands in which field.
///
/// Every text is cut and folded without knowing its language, so that `munchen` finds "München";
/// the twin of a field, such as `body.fr`, holds it a second time by [Stems].
public final class Analyzers extends DelegatingAnalyzerWrapper {
  /// The longest word that is told from others; longer ones count as their beginning.
  static final int MAX_WORD = 255;

  private final Analyzer text = new Text();
  private final Analyzer path = new Path();

  public Analyzers() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    if (field.equals(Schema.SOURCE) || field.equals(Schema.URL)) {
      return path;
    }
    int dot = field.indexOf('.');
    return dot < 0 ? text : Stems.analyzer(field.substring(dot + 1));
  }

  /// A word as the fields hold it, without its stem: small letters, no accents.
  public String fold(String word) {
    return isSimple(word) ? word.toLowerCase(Locale.ROOT) : fold(text, word);
  }

  /// How many words a text has.
  public int count(String text) throws IOException {
    try (TokenStream words = tokenStream(Schema.BODY, text)) {
      words.reset();
      int count = 0;
      while (words.incrementToken()) {
        count++;
      }
      return count;
    }
  }

  private static String fold(Analyzer text, String word) {
    return text.normalize(Schema.BODY, word).utf8ToString();
  }

  /// Whether a text is one word of plain letters and digits, of which one can tell without loading
  /// the tables of Unicode (0.1 s) what they make of it: its small letters.
  public static boolean isSimple(String text) {
    boolean isSimple = text.length() <= MAX_WORD;
    for (int at = 0; isSimple && at < text.length(); at++) {
      isSimple = isSimple(text.charAt(at));
    }
    return isSimple;
  }

  private static boolean isSimple(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /// Words by Unicode's rules (UAX #29, with dictionaries for Chinese, Japanese, Thai, Khmer, Lao
  /// and Burmese), without case, accents, width and the like (UTR #30).
  private static final class Text extends Analyzer {
    // Between two authors no phrase is found, even a loose one.
    private static final int GAP = 100;

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      return new Apostrophes(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
      return new TokenStreamComponents(words, bounded(new ICUFoldingFilter(words)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream word) {
      return new ICUFoldingFilter(word);
    }
  }

  /// Words between anything but letters and digits: `press/2021_09.html` has four.
  private static final class Path extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
      return new TokenStreamComponents(words, bounded(new ICUFoldingFilter(words)));
    }
  }

  /// Lucene refuses words of more than 32,766 bytes, and folding may make one letter eighteen.
  private static TokenStream bounded(TokenStream words) {
    return TruncateTokenFilter.truncateAfterCodePoints(
        new LengthFilter(words, 1, Integer.MAX_VALUE), MAX_WORD);
  }
}
