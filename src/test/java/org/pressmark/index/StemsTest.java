package org.pressmark.index;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StemsTest {
  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en",
    "pt-BR, pt",
    "nb, no",
    "nn-NO, no",
    "ZH-Hant, zh",
    "sr-Latn, sr",
    "uk, uk",
    "he, ''",
    "'', ''",
    "-, ''",
    "x-klingon, ''"
  })
  void knowsALanguageByItsTag(String tag, String language) {
    assertEquals(Optional.of(language).filter(code -> !code.isEmpty()), Stems.language(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "en, cloud, true",
    "ru, cloud, false",
    "ru, облако, true",
    "en, 2021, false",
    "ja, 政策, true",
    "ja, 정책, false",
    "ko, 정책, true",
    "zh, policy, false",
    "sr, oblak, true",
    "en, облако cloud, true",
  })
  void readsOnlyTheLettersOfALanguage(String language, String text, boolean can) {
    assertEquals(can, Stems.canRead(language, text));
  }

  static Stream<String> languages() {
    return Stream.of(
            "ar bg bn ca ckb cs da de el en es et eu fa fi fr ga gl hi hu hy id it ja ko lt lv ne nl no"
                .split(" "),
            "pl pt ro ru sr sv ta te tr uk zh".split(" "))
        .flatMap(Stream::of);
  }

  /// An index refuses words that begin before their predecessor, or end before they begin.
  @ParameterizedTest
  @MethodSource("languages")
  void everyAnalyzerGivesWordsInOrderWhateverTheText(String language) {
    assertEquals(Optional.of(language), Stems.language(language));
    assertDoesNotThrow(() -> checkOrder(Stems.analyzer(language), noise()));
  }

  @Test
  void plainWordsComeInOrderWhateverTheText() {
    assertDoesNotThrow(() -> checkOrder(new Analyzers(), noise()));
  }

  private static void checkOrder(Analyzer analyzer, String text) throws IOException {
    try (TokenStream words = analyzer.tokenStream("body", text)) {
      OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      int last = 0;
      while (words.incrementToken()) {
        if (offset.startOffset() < last
            || offset.endOffset() < offset.startOffset()
            || offset.endOffset() > text.length()
            || word.length() > 8_000) {
          throw new IllegalStateException(word + " at " + offset.startOffset());
        }
        last = offset.startOffset();
      }
      words.end();
    }
  }

  /// Pieces of many scripts, torn and glued together.
  private static String noise() {
    String[] pieces = {
      "the clouds'",
      " ",
      "’s ",
      "\n",
      "İSPARTA",
      "ﷺ",
      "東京都の",
      "政策",
      "カﾞｶﾞ",
      "정책을",
      "ｆｕｌｌ",
      "مدينة",
      "می‌خواهم",
      "облака",
      "दुनिया",
      "ওয়ার্ল্ড",
      "ไทยแลนด์",
      "\ud83d\ude00",
      "\ud800",
      "\u0301",
      "\u0000",
      "-",
      "...",
      "1,000",
      "e\u0301",
      "ß",
      "x".repeat(300),
      "\u3000",
      "「",
      "ー"
    };
    Random random = new Random(20_211_128);
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      noise.append(pieces[random.nextInt(pieces.length)]);
    }
    return noise.toString();
  }
}
