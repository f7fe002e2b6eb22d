package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.article.Cut;

class RemainsTest {
  private static final String BEFORE =
      "The ferry to Quayside was cancelled again on Tuesday, and the council wants to know why.";
  private static final String AFTER =
      "The weeks before had been quiet, the harbour master said, and the boats had run on time.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "&nbsp; ~ encoded",
        "&amp;nbsp; ~ encoded",
        "&amp;nbsp;&amp;nbsp; &nbsp; ~ encoded",
        "\\n\\n ~ encoded",
        "u003c/pu003e ~ encoded",
        "\\u003cbr /\\u003e ~ encoded",
        "&lt;/div&gt;&lt;br /&gt; ~ encoded",
        "//]]> ~ markup",
        "--> ~ markup",
        "<br> ~ markup",
        "<p>&nbsp;</p> ~ markup",
        "<!-- story ends --> ~ markup",
        "</div></div> ~ markup",
        "<span id=\"ad-load-9\" hidden onclick=\"loadAd(9)\"></span> ~ markup",
        "[/caption] ~ template",
        "[vc_row][vc_column] ~ template",
        "[box kind='blue'] ~ template",
        "{{#each more}}<li>{{title}}</li>{{/each}} ~ template",
        "{% include 'paywall' %} ~ template",
      })
  void fillALineAndGoByTheRuleOfTheirKind(String remains, String rule) {
    String text = BEFORE + "\n\n" + remains + "\n\n" + AFTER;
    assertThat(Flat.find(text).cuts()).allMatch(cut -> cut.rule().name().equals(rule));
    assertThat(Flat.clean(text)).isEqualTo(BEFORE + "\n" + AFTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;br /&gt;",
        "u003cbr /u003e",
        "\\u003cstrong\\u003e",
        "[caption id=\"attachment_9\" width=\"300\"]",
        "[/su_spoiler]",
        "&lt;script&gt;ads.load(9);&lt;/script&gt;",
      })
  void goFromTheMiddleOfASentence(String remains) {
    String text = BEFORE + "\n\nIna Holt has kept the books for " + remains + " thirty-one years.";
    assertThat(Flat.clean(text))
        .isEqualTo(BEFORE + "\nIna Holt has kept the books for thirty-one years.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Use the <b> tag sparingly, and never <blink>.",
        "“&nbsp; is not a punctuation mark,” she wrote.",
        "<Ina> is anybody there?",
        "<3",
        "<https://quay.example.org/times>",
        "{crew}",
        "[sic]",
        "[name withheld]",
        "[1] [2] [3]",
        "[x = 4]",
        "He typed \\n and waited.",
        "-> page 4",
      })
  void areNotFoundInProse(String prose) {
    assertThat(Flat.clean(BEFORE + "\n\n" + prose + "\n\n" + AFTER))
        .isEqualTo(BEFORE + "\n" + prose + "\n" + AFTER);
  }

  @Test
  void sayHowSureTheyAre() {
    assertThat(Flat.find(BEFORE + "\n\n&nbsp;\n\n" + AFTER).cuts())
        .extracting(Cut::confidence)
        .containsExactly(0.952);
  }

  static List<String> hostile() {
    return List.of(
        "<",
        "<a ",
        "<a \"",
        "<script>",
        "<script>\n",
        "<style><script>",
        "<!--",
        "{{",
        "{{\n",
        "{%",
        "[",
        "[a_b ",
        "[a_b=",
        "[a_b]",
        "&lt;",
        "&lt;b",
        "&lt;script&gt;",
        "u003c",
        "u003cb",
        "\\u003cscript\\u003e",
        "&nbsp;",
        "&nbsp;\n",
        "\\n",
        "]]>",
        "nrn",
        ";nn");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void areReadInLinearTime(String part) {
    String text = part.repeat(2_000_000 / part.length());
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
      List<Stretch> found = Stretch.merged(Remains.markup(text), Remains.escaped(text));
      Seam.mended(text, found);
    });
  }
}
