package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnclosedTest {
  /// `⟦` and `⟧` stand around what was taken for code, `¶` for a line break.
  private static String followed(String marked) {
    int start = marked.indexOf('⟦');
    int end = marked.indexOf('⟧') - 1;
    String text = marked.replace("⟦", "").replace("⟧", "").replace('¶', '\n');
    List<Stretch> followed = Unclosed.followed(text, List.of(new Stretch(start, end, 9)));
    StringBuilder out = new StringBuilder(text);
    followed.reversed().forEach(s -> out.insert(s.end(), '⟧').insert(s.start(), '⟦'));
    return out.toString().replace('\n', '¶');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "⟦{\"articleBody\": \"A fine⟧ day.\", \"name\": 1} By ~ ⟦{\"articleBody\": \"A fine day.\"⟧, \"name\": 1} By",
        "⟦{\"articleBody\": \"A \\\"fine\\\"⟧ day.\"} By ~ ⟦{\"articleBody\": \"A \\\"fine\\\" day.\"⟧} By",
        "No. ⟦{\"articleBody\": \"A fine⟧ day.\"} By ~ No. ⟦{\"articleBody\": \"A fine day.\"⟧} By",
        "No.¶⟦{\"articleBody\": \"A fine⟧ day, and it¶By ~ No.¶⟦{\"articleBody\": \"A fine day, and it⟧¶By",
      })
  void isFollowedToItsEnd(String marked, String expected) {
    assertThat(followed(marked)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "No. ⟦{\"articleBody\": \"A fine⟧ day, and it was.",
        "No. ⟦{\"articleBody\": \"A fine⟧ day, and it was \"quiet\", he said.",
        "No.¶⟦{\"articleBody\": \"A fine day.\"}⟧ It was \"quiet\".",
        "No.¶⟦f(\"init\", \"4711\");⟧ It was \"quiet\".",
        "No.¶⟦{\"a\": \"b\", \"c\": \"d\"⟧ It was.",
      })
  void isNotGuessedAt(String marked) {
    assertThat(followed(marked)).isEqualTo(marked);
  }

  @Test
  void isReadInLinearTime() {
    String part = "{\"a\": \"b ";
    String text = part.repeat(200_000);
    List<Stretch> stretches = new ArrayList<>();
    for (int at = 0; at < text.length(); at += part.length()) {
      stretches.add(new Stretch(at, at + part.length() - 1, 9));
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(Unclosed.followed(text, stretches)).isNotEmpty());
  }
}
