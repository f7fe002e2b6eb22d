package org.pressmark.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
  private static final Rule CODE = new Rule("code", 1, Rule.Kind.SCRIPT, "code");

  /// `<…>` is what a rule cuts, `<…=…>` what it puts in its place, `_` a space, `|` a line break.
  private static Draft draft(String picture) {
    Matcher code = Pattern.compile("<([^>]*)>").matcher(picture);
    StringBuilder text = new StringBuilder();
    List<Cut> cuts = new ArrayList<>();
    int from = 0;
    while (code.find()) {
      text.append(picture, from, code.start());
      String[] change = (code.group(1) + "=").split("=", -1);
      cuts.add(new Cut(text.length(), white(change[0]), white(change[1]), CODE, 1));
      text.append(change[0]);
      from = code.end();
    }
    String whole = white(text.append(picture.substring(from)).toString());
    List<Passage> passages = new ArrayList<>();
    Matcher line = Pattern.compile("[^\n]*\\S[^\n]*").matcher(whole);
    while (line.find()) {
      passages.add(new Passage(line.start(), line.end(), Block.Kind.PARAGRAPH, 0));
    }
    return Draft.of(whole, passages).with(cuts);
  }

  private static String white(String picture) {
    return picture.replace('_', ' ').replace('|', '\n');
  }

  @ParameterizedTest
  @CsvSource({
    "one|two, one|two",
    "one||two, one|two",
    "__one_||_|two_, one|two",
    "one|<code>|two, one|two",
    "<code>|one, one",
    "one|<code>, one",
    "one_<code>_two, one__two",
    "one_<code>, one",
    "<code>_one, one",
    "one_<co|de>_two, one__two",
    "one|<co||de>|two, one|two",
    "one<|code|>two, onetwo",
    "one|<c>_<o>|_<d>|two, one|two",
    "a|<b|c>_d, a|d",
    "a_<b|c>|d, a|d",
    "<a>|<b>, ''",
    "<a>|<q=“>one<q=”>|<b>, “one”",
    "one<n=|><q=“>two<q=”><n=|>, one|“two”",
    "one_<q=“>|two, one_“|two",
    "<q=“><q=”>, “”",
  })
  void leavesOneLineBreakBetweenBlocksAndNothingElse(String picture, String expected) {
    Draft draft = draft(picture);
    Draft.Copy copy = draft.finish();
    assertThat(copy.body().text()).isEqualTo(white(expected));
    assertThat(Log.undo(copy.body().text(), copy.log())).isEqualTo(draft.text());
    assertThat(Log.apply(draft.text(), copy.log())).isEqualTo(copy.body().text());
  }

  @Test
  void logsNothingForLinesThatAreCleanAlready() {
    assertThat(draft("one|two|three").finish().log()).isEmpty();
  }
}
