package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
  /// Kind, level and text of every piece; `|` for a line break inside of one, `_` for a tab.
  private static String pieces(String html) {
    Sheet sheet = Walk.over(Jsoup.parse(html));
    StringBuilder all = new StringBuilder();
    for (Piece piece : sheet.pieces()) {
      String text = sheet.text(piece).replace('\n', '|').replace('\t', '_');
      all.append(all.isEmpty() ? "" : " / ").append(piece.kind);
      all.append(piece.level == 0 ? "" : piece.level).append(' ').append(text);
    }
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p>one</p><p>two</p>~ paragraph one / paragraph two",
        "<p> one   two </p>~ paragraph one two",
        "<p>one<b>two</b> <i>three</i></p>~ paragraph onetwo three",
        "<p>one<br>two</p>~ paragraph one|two",
        "<p>one<br><br>two</p>~ paragraph one / paragraph two",
        "<p>one<br>&nbsp;<br/> two</p>~ paragraph one / paragraph two",
        "<table><td>one<br><br>two</table>~ paragraph one / paragraph two",
        "<font>one<p>two</font>three~ paragraph one / paragraph twothree",
        "<div>one<div>two</div>three</div>~ paragraph one / paragraph two / paragraph three",
        "<h2>one</h2>two~ heading2 one / paragraph two",
        "<ul><li>one<ul><li>two</ul><li>three</ul>~"
            + " list-item1 one / list-item2 two / list-item1 three",
        "<blockquote><p>one</p></blockquote>~ quote one",
        "<figure><img><figcaption>one</figcaption></figure>~ caption one",
        "<hr>one<hr>two~ paragraph one / paragraph two",
        "<p>&nbsp;</p><p>one&nbsp;</p>~ paragraph one",
        "<my-body>one <my-word>two</my-word></my-body>~ paragraph one two",
      })
  void givesTheLinesABrowserShows(String html, String expected) {
    assertThat(pieces(html)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<script>a</script>",
        "<style>a</style>",
        "<noscript>a</noscript>",
        "<template>a</template>",
        "<svg><title>a</title><text>b</text></svg>",
        "<select><option>a</select>",
        "<textarea>a</textarea>",
        "<span hidden>a</span>",
        "<span style='color: red; DISPLAY : none'>a</span>",
        "<span class='sr-only'>a</span>",
        "<title>a</title>",
        "<!-- a -->",
        "<iframe>a</iframe>",
        "<video>a</video>",
      })
  void seesNoTextThatABrowserShowsToNobody(String html) {
    assertThat(pieces("<p>one</p>" + html)).isEqualTo("paragraph one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p style='display: block'>a</p>~ paragraph a",
        "<p style='x-display: nonesuch; display: inline'>a</p>~ paragraph a",
        "<p hidden='until-found'>a</p>~ paragraph a",
        "<p class='hidden-gems'>a</p>~ paragraph a",
        "<p class='not-sr-only'>a</p>~ paragraph a",
      })
  void seesTextThatOnlyLooksHidden(String html, String expected) {
    assertThat(pieces(html)).isEqualTo(expected);
    assertThat(Walk.over(Jsoup.parse(html)).pieces().getFirst().box.hidden).isFalse();
  }

  @Test
  void keepsTheLinesAndIndentsOfPreformattedText() {
    assertThat(pieces("<pre>\none\r\n  two\n\nthree\n</pre>"))
        .isEqualTo("preformatted one|  two||three");
  }

  @Test
  void makesOnePieceOfATableRowWithATabBetweenCells() {
    assertThat(
            pieces("<table><tr><th>Club<th>Points<tr><td>Tarn<td>31<tr><td>Lowmoor<td>28</table>"))
        .isEqualTo("table Club_Points / table Tarn_31 / table Lowmoor_28");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<tr><td>menu<td><p>one<p>two~ paragraph menu / paragraph one / paragraph two",
        "<tr><td>menu<td><table><tr><td>one</table>~ paragraph menu / paragraph one",
        "<tr><td>alone~ paragraph alone",
      })
  void takesNoLayoutForATable(String rows, String expected) {
    assertThat(pieces("<table>" + rows + "</table>")).isEqualTo(expected);
  }

  @Test
  void walksDownAHundredThousandElementsWithoutFalling() {
    String html = "<div>".repeat(100_000) + "deep";
    assertThat(pieces(html)).isEqualTo("paragraph deep");
  }
}
