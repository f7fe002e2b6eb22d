package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Prose that looks like code, and must survive wherever it stands.
class LookAlikesTest {
  private static final String BEFORE =
      "The harbour office of Quayside closed early on Friday, and nobody in the queue knew why.";
  private static final String AFTER =
      "By Monday the boats were running again, and the mayor spoke of a small misunderstanding.";

  /// They stand here, as `#` begins a remark in a list.
  private static final List<String> HASHTAGS = List.of(
      "#OpenTheHarbour was trending by noon.",
      "#Quayside #ferry #news",
      "#SaveTheLighthouse #PortVell #Lind2025");

  static List<String> lookAlikes() {
    List<String> all = new ArrayList<>(WordList.lines("look-alikes-to-keep.txt"));
    all.addAll(HASHTAGS);
    return all;
  }

  @ParameterizedTest
  @MethodSource("lookAlikes")
  void surviveOnALineOfTheirOwn(String prose) {
    assertThat(Flat.clean(BEFORE + "\n\n" + prose + "\n\n" + AFTER))
        .isEqualTo(BEFORE + "\n" + prose + "\n" + AFTER);
  }

  @ParameterizedTest
  @MethodSource("lookAlikes")
  void surviveInTheMiddleOfAParagraph(String prose) {
    String text = BEFORE + " On the wall somebody had written: " + prose + " " + AFTER;
    assertThat(Flat.clean(text)).isEqualTo(text);
  }
}
