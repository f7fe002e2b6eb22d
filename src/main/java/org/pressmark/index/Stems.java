package org.pressmark.index;

import java.io.Reader;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/// The languages whose words are known by their stems, so that `cloud` finds "clouds".
///
/// Nothing is dropped as a stop word: whoever counts "to be or not to be" gets a true count. An
/// analyzer is made when its language first occurs: the dictionary of Japanese takes 0.2 s to load,
/// that of Polish 0.1 s.
public final class Stems {
  private static final Map<String, Analyzer> MADE = new ConcurrentHashMap<>();

  private Stems() {}

  /// The code under which a language is known here: `pt` for `pt-BR`, `no` for `nb`. Empty where
  /// the language has no stems.
  ///
  /// @param tag BCP 47
  public static Optional<String> language(String tag) {
    int end = tag.indexOf('-');
    String code = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    String known = code.equals("nb") || code.equals("nn") ? "no" : code;
    return scripts(known).isEmpty() ? Optional.empty() : Optional.of(known);
  }

  /// Cuts texts of a language into its stems.
  ///
  /// @param language one that [#language] gave, or [#CHARACTERS]
  public static Analyzer analyzer(String language) {
    return MADE.computeIfAbsent(language, code -> new Split(make(code)));
  }

  /// Words end at an apostrophe here as they do without stems: so `l'avion` is marked as `avion`
  /// where that is what was found.
  private static final class Split extends AnalyzerWrapper {
    private final Analyzer analyzer;

    Split(Analyzer analyzer) {
      super(GLOBAL_REUSE_STRATEGY);
      this.analyzer = analyzer;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return analyzer;
    }

    @Override
    protected Reader wrapReader(String field, Reader reader) {
      return new Apostrophes(reader);
    }
  }

  /// Whether some letter of a text is one that this language is written with. Stems of a language
  /// that is written otherwise need not be asked for, nor its dictionary be loaded.
  public static boolean canRead(String language, String text) {
    Set<UnicodeScript> scripts = scripts(language);
    return text.codePoints()
        .filter(Character::isLetter)
        .anyMatch(letter -> scripts.contains(UnicodeScript.of(letter)));
  }

  /// Every Chinese character by itself, which is a word as often as two of them are: in pairs alone
  /// 茶 is not found in 茶馆.
  public static final String CHARACTERS = "han";

  /// The ways beside the usual one in which a text is cut anew: none where [#areOfWords].
  public static List<String> twins(String language) {
    return areOfWords(language)
        ? List.of()
        : language.equals("zh") ? List.of("zh", CHARACTERS) : List.of(language);
  }

  /// Whether the stem of a word can be told from the word alone. Where words are not set apart by
  /// spaces, and in Korean, where they are made up of several, the whole text is cut anew.
  public static boolean areOfWords(String language) {
    return switch (language) {
      case "ja", "ko", "zh" -> false;
      default -> true;
    };
  }

  private static Set<UnicodeScript> scripts(String language) {
    return switch (language) {
      case "ca",
          "cs",
          "da",
          "de",
          "en",
          "es",
          "et",
          "eu",
          "fi",
          "fr",
          "ga",
          "gl",
          "hu",
          "id",
          "it",
          "lt",
          "lv",
          "nl",
          "no",
          "pl",
          "pt",
          "ro",
          "sv",
          "tr" -> Set.of(UnicodeScript.LATIN);
      case "bg", "ru", "uk" -> Set.of(UnicodeScript.CYRILLIC);
      case "sr" -> Set.of(UnicodeScript.CYRILLIC, UnicodeScript.LATIN);
      case "ar", "ckb", "fa" -> Set.of(UnicodeScript.ARABIC);
      case "hi", "ne" -> Set.of(UnicodeScript.DEVANAGARI);
      case "bn" -> Set.of(UnicodeScript.BENGALI);
      case "el" -> Set.of(UnicodeScript.GREEK);
      case "hy" -> Set.of(UnicodeScript.ARMENIAN);
      case "ta" -> Set.of(UnicodeScript.TAMIL);
      case "te" -> Set.of(UnicodeScript.TELUGU);
      case "ja" -> Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
      case "ko" -> Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN);
      case "zh" -> Set.of(UnicodeScript.HAN);
      default -> Set.of();
    };
  }

  /// Words without their endings and particles; those in Chinese characters stay as they are.
  private static final class Korean extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      KoreanTokenizer words = new KoreanTokenizer();
      return new TokenStreamComponents(
          words, new LowerCaseFilter(new KoreanPartOfSpeechStopFilter(words)));
    }
  }

  /// Chinese characters, and nothing else of a text.
  private static final class Characters extends Analyzer {
    private static final Set<String> KINDS =
        Set.of(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC]);

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new TypeTokenFilter(words, KINDS, true));
    }
  }

  private static Analyzer make(String language) {
    CharArraySet none = CharArraySet.EMPTY_SET;
    return switch (language) {
      case "ar" -> new ArabicAnalyzer(none);
      case "bg" -> new BulgarianAnalyzer(none);
      case "bn" -> new BengaliAnalyzer(none);
      case "ca" -> new CatalanAnalyzer(none);
      case "ckb" -> new SoraniAnalyzer(none);
      case "cs" -> new CzechAnalyzer(none);
      case "da" -> new DanishAnalyzer(none);
      case "de" -> new GermanAnalyzer(none);
      case "el" -> new GreekAnalyzer(none);
      case "en" -> new EnglishAnalyzer(none);
      case "es" -> new SpanishAnalyzer(none);
      case "et" -> new EstonianAnalyzer(none);
      case "eu" -> new BasqueAnalyzer(none);
      case "fa" -> new PersianAnalyzer(none);
      case "fi" -> new FinnishAnalyzer(none);
      case "fr" -> new FrenchAnalyzer(none);
      case "ga" -> new IrishAnalyzer(none);
      case "gl" -> new GalicianAnalyzer(none);
      case "hi" -> new HindiAnalyzer(none);
      case "hu" -> new HungarianAnalyzer(none);
      case "hy" -> new ArmenianAnalyzer(none);
      case "id" -> new IndonesianAnalyzer(none);
      case "it" -> new ItalianAnalyzer(none);
      case "ja" -> new JapaneseAnalyzer(null, JapaneseTokenizer.Mode.SEARCH, none, Set.of());
      // Every two characters are a word: 东京 is found in 东京都, however one would part that.
      case "zh" -> new CJKAnalyzer(none);
      case CHARACTERS -> new Characters();
      case "ko" -> new Korean();
      case "lt" -> new LithuanianAnalyzer(none);
      case "lv" -> new LatvianAnalyzer(none);
      case "ne" -> new NepaliAnalyzer(none);
      case "nl" -> new DutchAnalyzer(none);
      case "no" -> new NorwegianAnalyzer(none);
      case "pl" -> new PolishAnalyzer(none);
      case "pt" -> new PortugueseAnalyzer(none);
      case "ro" -> new RomanianAnalyzer(none);
      case "ru" -> new RussianAnalyzer(none);
      case "sr" -> new SerbianAnalyzer(none);
      case "sv" -> new SwedishAnalyzer(none);
      case "ta" -> new TamilAnalyzer(none);
      case "te" -> new TeluguAnalyzer(none);
      case "tr" -> new TurkishAnalyzer(none);
      case "uk" -> new UkrainianMorfologikAnalyzer(none);
      default -> throw new IllegalArgumentException("no stems are known for \"" + language + "\"");
    };
  }
}
