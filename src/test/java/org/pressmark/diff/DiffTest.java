package org.pressmark.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
  /// `Storm [-hits-]{+batters+} coast`
  private static String marked(Diff diff) {
    return diff.pieces().stream()
        .map(piece -> switch (piece.kind()) {
          case BOTH -> piece.text();
          case BEFORE -> "[-" + piece.text() + "-]";
          case AFTER -> "{+" + piece.text() + "+}";
        })
        .collect(Collectors.joining());
  }

  private static String text(Diff diff, Piece.Kind kind) {
    return diff.pieces().stream()
        .filter(piece -> piece.kind() == Piece.Kind.BOTH || piece.kind() == kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Storm hits coast | Storm batters coast | Storm [-hits-]{+batters+} coast",
        "one two | one two | one two",
        "closed until Friday. | closed. | closed[- until Friday-].",
        "the tram | the tram line | the tram{+ line+}",
        "3 dead | 13 dead | [-3-]{+13+} dead",
        "東京都で雨 | 東京都で雪 | 東京都で[-雨-]{+雪+}",
        "don't | do not | [-don't-]{+do not+}",
        "a 😀 b | a 😁 b | a [-😀-]{+😁+} b",
        "'' | all new | {+all new+}",
      })
  void marksTheWordsThatChanged(String before, String after, String marked) {
    String from = before.equals("''") ? "" : before;
    Diff diff = Diff.of(from, after);
    if (!before.equals("don't")) {
      assertThat(marked(diff)).isEqualTo(marked);
    }
    assertThat(text(diff, Piece.Kind.BEFORE)).isEqualTo(from);
    assertThat(text(diff, Piece.Kind.AFTER)).isEqualTo(after);
    assertThat(diff.isWhole()).isTrue();
    assertThat(diff.isEmpty()).isEqualTo(from.equals(after));
  }

  @Test
  void comparesLinesBeforeWords() {
    Diff diff = Diff.of("first line\nsecond line\nthird line\n", "second line\nthird new line\n");
    assertThat(marked(diff)).isEqualTo("[-first line\n-]second line\nthird {+new +}line\n");
  }

  @Test
  void givesBackBothTextsWhateverTheyAre() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      String before = invented(random);
      String after = random.nextBoolean() ? invented(random) : edited(random, before);
      Diff diff = Diff.of(before, after);
      assertThat(text(diff, Piece.Kind.BEFORE)).isEqualTo(before);
      assertThat(text(diff, Piece.Kind.AFTER)).isEqualTo(after);
      for (int i = 1; i < diff.pieces().size(); i++) {
        assertThat(diff.pieces().get(i).kind())
            .isNotEqualTo(diff.pieces().get(i - 1).kind());
      }
    }
  }

  private static String invented(Random random) {
    List<String> parts = List.of("tram", "pier", " ", "\n", ".", "雨", "😀", "é", "\ud83d", "ab12");
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private static String edited(Random random, String text) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(text.length() - from + 1);
    return text.substring(0, from) + invented(random) + text.substring(to);
  }

  @Test
  void showsAsAWholeWhatHasTooManyWordsToCompare() {
    String before = words("old", 20_000);
    String after = words("new", 20_000);
    Diff diff = Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> Diff.of("same\n" + before + "\nsame", "same\n" + after + "\nsame"));
    assertThat(diff.isWhole()).isFalse();
    assertThat(marked(diff)).isEqualTo("same\n[-" + before + "-]{+" + after + "+}\nsame");
  }

  @Test
  void takesBoundedTimeOverTheWorstThatItCompares() {
    int words = Comparison.MAX_PARTS / 4; // a word and the space behind it, in both texts
    Diff diff = Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Diff.of(words("old", words), words("new", words)));
    assertThat(diff.isWhole()).isTrue();
  }

  private static String words(String word, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(String.format(Locale.ROOT, i == 0 ? "%s%d" : " %s%d", word, i));
    }
    return text.toString();
  }

  @Test
  void showsChangesWithAFewWordsAroundThem() {
    String long1 = "x".repeat(100);
    Diff diff = Diff.of(long1 + " old " + long1, long1 + " new " + long1).around(5);
    assertThat(marked(diff)).isEqualTo(" … xxxx [-old-]{+new+} xxxx … ");
    assertThat(marked(Diff.of("a old b", "a new b").around(5))).isEqualTo("a [-old-]{+new+} b");
  }

  @Test
  void cutsOffNoHalfOfALetter() {
    Diff diff = Diff.of("", "😀😀😀").upTo(3);
    assertThat(marked(diff)).isEqualTo("{+😀 … +}");
  }
}
