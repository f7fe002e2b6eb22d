package org.pressmark.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static final String STORY =
      IntStream.range(0, 400).mapToObj(word -> "word" + word).collect(Collectors.joining(" "));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ferry ran aground at noon | the FERRY ran, aground -- at noon!",
        "l'avion s'est posé à l'heure | l’avion s’est posé à l’heure",
        "Café und Straße am Fluss | Cafe\u0301 und Straße am Fluss",
        "東京ＡＢＣ放送は昨日発表した | 「東京abc放送は昨日発表した。」",
      })
  void readsWordsAndNotHowTheyAreSet(String one, String other) {
    assertThat(Fingerprint.of(one).whole()).isEqualTo(Fingerprint.of(other).whole());
  }

  @ParameterizedTest
  @CsvSource({
    "the ferry ran aground at noon, the ferry ran aground at one",
    "the ferry ran aground at noon, ferry the ran aground at noon",
    "東京の新しい図書館, 東京の古い図書館",
  })
  void tellsOtherWordsAndAnotherOrder(String one, String other) {
    assertThat(Fingerprint.of(one).whole()).isNotEqualTo(Fingerprint.of(other).whole());
  }

  @Test
  void countsRunsOfThreeWords() {
    assertThat(Fingerprint.of("one two three four").size()).isEqualTo(2);
    assertThat(Fingerprint.of("one two").size()).isZero();
    assertThat(Fingerprint.of("").size()).isZero();
  }

  @Test
  void countsCharactersWhereThereAreNoSpaces() {
    // Six words of three characters, four runs of three words.
    assertThat(Fingerprint.of("新しい図書館開館").size()).isEqualTo(4);
    // Punctuation ends a run of characters, and a run of two is one word.
    assertThat(Fingerprint.of("東京、大阪、京都").size()).isEqualTo(1);
  }

  @Test
  void saysWhichTextsCanBeCompared() {
    assertThat(Fingerprint.isComparable(Fingerprint.of("Subscribe to read on").size()))
        .isFalse();
    assertThat(Fingerprint.isComparable(Fingerprint.of(STORY).size())).isTrue();
    assertThat(Fingerprint.isComparable(Fingerprint.MAX_SHINGLES + 1)).isFalse();
  }

  @Test
  void sketchesALongTextByAQuarterAndAShortOneWhole() {
    Fingerprint story = Fingerprint.of(STORY);
    assertThat(story.sketch()).hasSizeBetween(60, 140);
    assertThat(Arrays.stream(story.sketch())).allMatch(story::has);
    Fingerprint brief = Fingerprint.of(STORY.substring(0, STORY.indexOf(" word110")));
    assertThat(brief.sketch()).hasSize(brief.size());
    assertThat(Arrays.stream(brief.sketch()).filter(Fingerprint::isSmall))
        .as("what both sketches would have")
        .allMatch(hash -> Arrays.binarySearch(story.sketch(), hash) >= 0);
  }

  @Test
  void knowsACutTextByHowMuchOfItStandsInTheOther() {
    Likeness likeness =
        Likeness.of(Fingerprint.of(STORY), Fingerprint.of(STORY.substring(0, STORY.length() / 4)));
    assertThat(likeness.containment()).isGreaterThan(0.98);
    assertThat(likeness.resemblance()).isBetween(0.2, 0.3);
    assertThat(Kinship.DEFAULT.joins(likeness)).isTrue();
  }

  @Test
  void readsHostileTexts() {
    Random random = new Random(1);
    String noise = random
        .ints(100_000, 0, 0x11000)
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
    assertThat(Fingerprint.of(noise).size()).isPositive();
    assertThat(Fingerprint.of("a".repeat(1_000_000)).size()).isZero();
    assertThat(Fingerprint.of("図".repeat(1_000_000)).size()).isEqualTo(1);
    assertThat(Fingerprint.of("\ud842 \udfb7 \ud842\ud842").size()).isZero();
  }
}
