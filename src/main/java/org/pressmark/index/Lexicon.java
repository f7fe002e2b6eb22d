package org.pressmark.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/// Knows of a word what it is without case and accents, and what its stems are.
///
/// Remembers what it was asked: a language has some thousand words that make up nearly all of its
/// texts, and to stem a word takes a hundred times longer than to look it up. For one thread.
public final class Lexicon {
  /// The longest word that is told from others, in characters; longer ones count as their
  /// beginning.
  public static final int MAX_WORD = 255;

  /// In place of a language: words are only folded.
  static final String NONE = "";

  // Some 20 MB. When it is full, it begins anew.
  private static final int MAX_REMEMBERED = 100_000;
  // Words that may be one thing or another: Ukrainian has up to eight lemmas to a form.
  private static final int MAX_STEMS = 8;

  private final boolean tellsStops;
  private final Map<String, CharArrayMap<Forms>> remembered = new HashMap<>();
  private int size;

  public Lexicon() {
    this(false);
  }

  /// @param tellsStops whether [Forms#stops] are asked for: to read the lists takes a while
  Lexicon(boolean tellsStops) {
    this.tellsStops = tellsStops;
  }

  /// @param language one that [Stems#language] gave, or [#NONE]
  Forms forms(char[] word, int length, String language) {
    CharArrayMap<Forms> known =
        remembered.computeIfAbsent(language, code -> new CharArrayMap<>(1 << 10, false));
    Forms forms = known.get(word, 0, length);
    if (forms == null) {
      forms = make(new String(word, 0, length), language);
      remember(word, length, forms, known);
    }
    return forms;
  }

  private void remember(char[] word, int length, Forms forms, CharArrayMap<Forms> known) {
    if (length <= MAX_WORD) {
      if (++size > MAX_REMEMBERED) {
        remembered.values().forEach(CharArrayMap::clear);
        size = 1;
      }
      known.put(java.util.Arrays.copyOf(word, length), forms);
    }
  }

  private Forms make(String word, String language) {
    String folded = fold(word);
    String written = written(word);
    List<BytesRef> beside = new ArrayList<>();
    List<BytesRef> stops = new ArrayList<>();
    if (tellsStops && StopWords.has(folded)) {
      stops.add(new BytesRef(folded));
    }
    if (!written.equals(folded)) {
      beside.add(new BytesRef(Forms.exact(folded, written)));
    }
    if (!language.equals(NONE) && !folded.isEmpty()) {
      for (String stem : stems(word, language)) {
        if (!stem.equals(folded) || !isItsOwnStem(folded, language)) {
          BytesRef term = new BytesRef(Forms.stem(language, stem));
          beside.add(term);
          if (tellsStops && StopWords.hasStem(stem, language)) {
            stops.add(term);
          }
        }
      }
    }
    return new Forms(new BytesRef(folded), beside, stops);
  }

  /// A word without case, accents and width (UTR #30): `Łódź` is `lodz`. May be empty.
  public static String fold(String word) {
    if (Analyzers.isSimple(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    return shortened(ICUFoldingFilter.NORMALIZER.normalize(word));
  }

  /// A word as it is written, whichever way its accents are encoded.
  public static String written(String word) {
    return shortened(java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFC));
  }

  private static String shortened(String word) {
    return word.codePointCount(0, word.length()) <= MAX_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, MAX_WORD));
  }

  /// Whether a question for this stem is a question for this very word too.
  public static boolean isItsOwnStem(String folded, String language) {
    return stems(folded, language).contains(folded);
  }

  /// What a word may be a form of, folded; in the order of the dictionary. Empty where the analyzer
  /// of the language takes it for more than one word.
  ///
  /// @param word as it is written: stemmers look at accents, and German ones at capital letters
  public static Set<String> stems(String word, String language) {
    Set<String> stems = new LinkedHashSet<>();
    try (TokenStream tokens = Stems.analyzer(language).tokenStream("", shortened(word))) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int words = 0;
      while (tokens.incrementToken()) {
        words += step.getPositionIncrement();
        String stem = fold(term.getBytesRef().utf8ToString());
        if (!stem.isEmpty() && stems.size() < MAX_STEMS) {
          stems.add(stem);
        }
      }
      tokens.end();
      return words == 1 ? stems : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reads from memory
    }
  }
}
