package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Block;
import org.pressmark.article.Draft;
import org.pressmark.article.Log;

class MarkdownTest {
  /// The blocks that are left; `|` for a line break inside of one.
  private static String blocks(String text) {
    Draft draft = Markdown.draft(text);
    Draft.Copy copy = draft.finish();
    assertThat(Log.undo(copy.body().text(), copy.log())).isEqualTo(text);
    StringBuilder all = new StringBuilder();
    for (Block block : copy.body().blocks()) {
      all.append(all.isEmpty() ? "" : " / ").append(block.kind());
      all.append(block.level() == 0 ? "" : block.level());
      all.append(' ').append(block.text().replace('\n', '|'));
    }
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "# One|Two; heading1 One / paragraph Two",
        "### One ###; heading3 One",
        "# In C#; heading1 In C#",
        "#one; paragraph #one",
        "####### one; paragraph ####### one",
        "One|===|Two|---|three; heading1 One / heading2 Two / paragraph three",
        "one|two||three; paragraph one two / paragraph three",
        "one||---||two; paragraph one / paragraph two",
        "> one|> two||three; quote one two / paragraph three",
        ">|> one; quote one",
        "- one|- two|  and a half|* three; list-item1 one / list-item1 two and a half / list-item1 three",
        "1. one|2) two; list-item1 one / list-item1 two",
        "-one; paragraph -one",
        "1.5 million; paragraph 1.5 million",
        "2024. A year; list-item1 A year",
        "---|title: One|---|two; paragraph two",
        "one|~~~|# two|three|~~~|four; paragraph one / preformatted # two|three / paragraph four",
        "```java|one|```; preformatted one",
        "```|one; preformatted one",
      })
  void cutsTheMarksAndKeepsWhatTheySay(String text, String expected) {
    assertThat(blocks(text.replace('|', '\n'))).isEqualTo(expected);
    assertThat(blocks(text.replace("|", "\r\n"))).isEqualTo(expected.replace("|", "\r|"));
  }

  @Test
  void keepsTheIndentOfCode() {
    assertThat(blocks("```\nif (late)\n    wait();\n```"))
        .isEqualTo("preformatted if (late)|    wait();");
  }
}
