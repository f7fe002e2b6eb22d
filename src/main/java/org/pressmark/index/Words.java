package org.pressmark.index;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A text cut into words, each with its [Forms] at its place.
///
/// Words are told apart by Unicode's rules (UAX #29, with dictionaries for Chinese, Japanese, Thai,
/// Khmer, Lao and Burmese). Made once and used for one text after the other; for one thread.
public final class Words extends TokenStream {
  private final ICUTokenizer tokenizer =
      new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
  private final CharTermAttribute word = tokenizer.getAttribute(CharTermAttribute.class);
  private final OffsetAttribute place = tokenizer.getAttribute(OffsetAttribute.class);
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  private final Lexicon lexicon;
  private final @Nullable Pairs pairs;
  private final Map<String, Sentences> sentencesOf = new HashMap<>();
  private final BytesRef[] waiting = new BytesRef[16];
  private int waits;
  private String text = "";
  private String language = Lexicon.NONE;
  private Sentences sentences;
  private boolean isPlain;
  private int count;
  private int lastEnd;

  public Words(Lexicon lexicon) {
    this(lexicon, null);
  }

  /// @param pairs are told of the words that are read
  Words(Lexicon lexicon, @Nullable Pairs pairs) {
    this.lexicon = lexicon;
    this.pairs = pairs;
    this.sentences = sentences(Lexicon.NONE);
  }

  private Sentences sentences(String code) {
    return sentencesOf.computeIfAbsent(code, Sentences::new);
  }

  /// The text to read next.
  ///
  /// @param code of the language whose stems are wanted, as [Stems#language] gave it, or empty
  public Words of(String next, String code) {
    text = next;
    isPlain = false;
    language = code;
    sentences = sentences(code);
    count = 0;
    return this;
  }

  /// The same for whoever asks only for [#next] words, and not where sentences and lines begin.
  public Words plain(String next) {
    of(next, Lexicon.NONE);
    isPlain = true;
    return this;
  }

  /// How many words have been read of the text.
  public int count() {
    return count;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    tokenizer.setReader(new Apostrophes(new StringReader(text)));
    tokenizer.reset();
    if (!isPlain) {
      sentences.in(text);
    }
    if (pairs != null) {
      pairs.begin();
    }
    waits = 0;
    count = 0;
    lastEnd = -1;
  }

  /// Goes on to the next word, and only to it.
  ///
  /// @return false at the end of the text
  public boolean next() throws IOException {
    while (tokenizer.incrementToken()) {
      Forms forms = lexicon.forms(word.buffer(), word.length(), language);
      if (forms.folded().length > 0) { // nothing is left of a lone accent
        count++;
        take(forms);
        return true;
      }
    }
    return false;
  }

  private void take(Forms forms) {
    term.setBytesRef(forms.folded());
    step.setPositionIncrement(1);
    waits = 0;
    if (isPlain) {
      return;
    }
    if (pairs != null) {
      pairs.next(forms.stops());
    }
    for (BytesRef other : forms.beside()) {
      waiting[waits++] = other;
    }
    boolean isSentence = sentences.begins(place.startOffset());
    boolean isLine = isLine(lastEnd, place.startOffset());
    if (lastEnd >= 0 && (isSentence || isLine)) {
      waiting[waits++] = Forms.SENTENCE;
    }
    if (lastEnd >= 0 && isLine) {
      waiting[waits++] = Forms.PARAGRAPH;
    }
    lastEnd = place.endOffset();
  }

  private boolean isLine(int from, int to) {
    for (int at = Math.max(0, from); at < to; at++) {
      if (text.charAt(at) == '\n') {
        return true;
      }
    }
    return false;
  }

  /// The word without case, accents and width; not to be changed.
  public BytesRef folded() {
    return term.getBytesRef();
  }

  /// Where the word begins, in UTF-16 units.
  public int from() {
    return place.startOffset();
  }

  /// The first place behind the word.
  public int to() {
    return place.endOffset();
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (waits > 0) {
      term.setBytesRef(waiting[--waits]);
      step.setPositionIncrement(0);
      return true;
    }
    return next();
  }

  @Override
  public void end() throws IOException {
    super.end();
    tokenizer.end();
  }

  @Override
  public void close() throws IOException {
    super.close();
    tokenizer.close();
  }
}
