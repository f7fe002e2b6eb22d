package org.pressmark.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.search.Tokenized;

class ReachTest {
  /// The context on both sides of the first time that the key stands in the text.
  private static String around(String text, String key, Reach reach) {
    Tokenized tokenized = new Tokenized().of(text);
    int start = text.indexOf(key);
    int end = start + key.length();
    return text.substring(reach.before(tokenized, start), start) + "[" + key + "]"
        + text.substring(end, reach.behind(tokenized, end));
  }

  private static Reach words(int size) {
    return new Reach(size, Reach.Unit.WORDS);
  }

  private static Reach characters(int size) {
    return new Reach(size, Reach.Unit.CHARACTERS);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
      0 => [ferry]
      1 => the [ferry] ran
      2 => fog, the [ferry] ran on
      3 => In fog, the [ferry] ran on to
      9 => In fog, the [ferry] ran on to a sandbar!
      """)
  void reachesSoManyWords(int size, String expected) {
    assertThat(around("In fog, the ferry ran on to a sandbar!", "ferry", words(size)))
        .isEqualTo(expected);
  }

  @Test
  void reachesOverLongWordsToo() {
    String long1 = "a".repeat(400);
    String long2 = "b".repeat(900);
    String text = "one " + long1 + " " + long2 + " key " + long2 + " " + long1 + " two";
    assertThat(around(text, "key", words(3)))
        .isEqualTo("one " + long1 + " " + long2 + " [key] " + long2 + " " + long1 + " two");
    assertThat(around(text, "key", words(2)))
        .isEqualTo(long1 + " " + long2 + " [key] " + long2 + " " + long1);
  }

  @Test
  void charactersEndWithWholeWords() {
    String text = "The company last had a ship on that bar in the spring of 1996.";
    assertThat(around(text, "ship", characters(12))).isEqualTo("last had a [ship] on that bar");
    assertThat(around(text, "ship", characters(1000)))
        .isEqualTo("The company last had a [ship] on that bar in the spring of 1996.");
    assertThat(around(text, "ship", characters(0))).isEqualTo("[ship]");
  }

  @Test
  void charactersAreNotCutInTwo() {
    String flag = "\ud83c\uddf8\ud83c\uddea"; // one flag, four units
    String text = flag.repeat(20) + "key" + flag.repeat(20);
    for (int size = 0; size < 12; size++) {
      String left = around(text, "key", characters(size)).split("\\[", 2)[0];
      assertThat(left.codePoints().filter(c -> Character.isSurrogate((char) c))).isEmpty();
    }
    String accents = "e\u0301".repeat(30);
    assertThat(around(accents + "key" + accents, "key", characters(5)))
        .isEqualTo("e\u0301e\u0301[key]e\u0301e\u0301");
  }

  @Test
  void wordsWithoutSpacesAreWords() {
    String text = "東京都の新しい政策が発表されました。";
    String around = around(text, "政策", words(2));
    assertThat(around).contains("[政策]").hasSizeLessThan(text.length());
    assertThat(around("قال الوزير إن المدينة الجديدة ستفتح أبوابها", "المدينة", words(1)))
        .isEqualTo("إن [المدينة] الجديدة");
  }

  @Test
  void readsVeryLongTextsNearTheKeyOnly() {
    String text = "word ".repeat(2_000_000) + "key" + " word".repeat(2_000_000);
    long start = System.nanoTime();
    assertThat(around(text, "key", words(2))).isEqualTo("word word [key] word word");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}
