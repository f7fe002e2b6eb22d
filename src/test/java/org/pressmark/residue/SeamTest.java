package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeamTest {
  /// `⟦` and `⟧` stand around what was taken for code.
  private static String mended(String marked) {
    int start = marked.indexOf('⟦');
    int end = marked.indexOf('⟧') - 1;
    String text = marked.replace("⟦", "").replace("⟧", "");
    List<Stretch> mended = Seam.mended(text, List.of(new Stretch(start, end, 9)));
    StringBuilder out = new StringBuilder(text);
    mended.reversed().forEach(s -> out.insert(s.end(), '⟧').insert(s.start(), '⟦'));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "left.|nn|⟦f(a);⟧|By, left.|⟦nn|f(a);⟧|By",
    "left.||rnrn| |⟦f(a);⟧, left.||⟦rnrn| |f(a);⟧",
    "left.|⟦f(a);⟧|n||By, left.|⟦f(a);|n⟧||By",
    "left.|⟦f(a);⟧||nn, left.|⟦f(a);||nn⟧",
    "left.|⟦f(a);⟧|nun|By, left.|⟦f(a);⟧|nun|By",
    "left.|n|By ⟦f(a);⟧, left.|n|By ⟦f(a);⟧",
    "in|⟦f(a);⟧|By, in|⟦f(a);⟧|By",
    "left.|rr|⟦f(a);⟧|By, left.|rr|⟦f(a);⟧|By",
    "left.|⟦f(a);⟧|nnnnnnnnn|By, left.|⟦f(a);⟧|nnnnnnnnn|By",
  })
  void takesTheLinesThatEscapesLeftAboveAndBelow(String marked, String expected) {
    assertThat(mended(marked.replace('|', '\n'))).isEqualTo(expected.replace('|', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "left. ⟦f(a);nnBy⟧ noon ~ left. ⟦f(a);nn⟧By noon",
        "left. ⟦f(a);\\nBy⟧ noon ~ left. ⟦f(a);\\n⟧By noon",
        "left. ⟦f(a);rnBy⟧ noon ~ left. ⟦f(a);rn⟧By noon",
        "left. ⟦u003cdivu003eBy⟧ noon ~ left. ⟦u003cdivu003e⟧By noon",
        "left. ⟦f(a);⟧nn By noon ~ left. ⟦f(a);nn⟧ By noon",
        "left. ⟦f(a);⟧ nn By noon ~ left. ⟦f(a); nn⟧ By noon",
        "left. ⟦f(a);⟧\\n\\n ~ left. ⟦f(a);\\n\\n⟧",
        "left. nn ⟦!function(a){}⟧ By ~ left. ⟦nn !function(a){}⟧ By",
        "left.\\n\\n⟦(function(a){})()⟧ By ~ left.⟦\\n\\n(function(a){})()⟧ By",
        "at ⟦noon. \\n\\n(function(a){})()⟧ By ~ at noon.⟦ \\n\\n(function(a){})()⟧ By",
        "at ⟦noon.dataLayer.push({})⟧ By ~ at noon.⟦dataLayer.push({})⟧ By",
        "« At noon. ⟦» &lt;br&gt;⟧ By ~ « At noon. »⟦ &lt;br&gt;⟧ By",
        "“At noon.⟦”<br>⟧ By ~ “At noon.”⟦<br>⟧ By",
        "at noon. функция ⟦(w, d) {}⟧ By ~ at noon. ⟦функция (w, d) {}⟧ By",
      })
  void isSetToTheCharacter(String marked, String expected) {
    assertThat(mended(marked)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "left. ⟦f(a);⟧ By noon",
        "at ⟦window.dataLayer.push({})⟧ By",
        "at ⟦w. quay. push ({})⟧ By",
        "left. ⟦f(a); var nnBy⟧ = 1",
        "left. ⟦f(a);⟧ nun kam er",
        "left. ⟦f(a);⟧ rund um",
        "in ⟦(w, d) {}⟧ By",
        "at noon. ⟦” <br>⟧ By",
        "“At noon.” ⟦” name “: “⟧ By",
        "C:⟦\\new {}⟧ By",
      })
  void staysWhereItIsRight(String marked) {
    assertThat(mended(marked)).isEqualTo(marked);
  }
}
