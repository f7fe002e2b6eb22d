package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Code of many vendors, whole and torn, escaped and translated, goes wherever it stands.
class CodeToCutTest {
  private record Story(String before, String after) {}

  private static final List<Story> STORIES = List.of(
      new Story(
          "The lighthouse at Saltby has been dark since Sunday, and the keeper says the bulb is not to blame.",
          "By Thursday the light was back, and the keeper had gone home without a word to anyone."),
      new Story(
          "Seit Sonntag ist der Leuchtturm von Saltby dunkel, und der Wärter sagt, an der Lampe liege es nicht.",
          "Am Donnerstag brannte das Licht wieder, und der Wärter war ohne ein Wort nach Hause gegangen."));

  static List<String> code() {
    return WordList.lines("code-to-cut.txt");
  }

  @ParameterizedTest
  @MethodSource("code")
  void goesFromALineOfItsOwn(String code) {
    for (Story story : STORIES) {
      assertThat(Flat.clean(story.before() + "\n\n" + code + "\n\n" + story.after()))
          .isEqualTo(story.before() + "\n" + story.after());
    }
  }

  @ParameterizedTest
  @MethodSource("code")
  void goesFromBetweenTwoSentences(String code) {
    for (Story story : STORIES) {
      String opening = story.before() + "\n\n" + story.before();
      assertThat(Flat.clean(opening + " " + code + " " + story.after()))
          .isEqualTo(opening.replace("\n\n", "\n") + " " + story.after());
    }
  }

  @ParameterizedTest
  @MethodSource("code")
  void goesWhereItIsGluedToBothSentencesAndLeavesASpace(String code) {
    if (code.startsWith("data:")) {
      return; // nobody can tell where the data end and the next word begins
    }
    for (Story story : STORIES) {
      String opening = story.before() + "\n\n" + story.before();
      assertThat(Flat.clean(opening + code + story.after()))
          .isEqualTo(opening.replace("\n\n", "\n") + " " + story.after());
    }
  }
}
