package org.pressmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String OPENING =
      "^(?:(?:written|told)\\s++by\\b|by\\b|(?:très )?écrit par\\b|e?autor[ae]?\\b|[x|y]n\\b|作者)\\s*+:?";
  private static final String ANYWHERE =
      "\\b(?:editors?|(?:staff|news) writer|post(?:s|ed)?\\.?$)\\b|\\.(?:com|de)\\b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Jane Doe",
        "Byron Roe",
        "WRITTEN  BY: Jane",
        "told by",
        "ÉCRIT PAR Jeanne",
        "très écrit par",
        "Autora: Ana",
        "Eautor x",
        "yn Doe",
        "|n Doe",
        "作者:王",
        "Jane by",
        "",
        " by",
      })
  void opensAsThePlainExpressionDoes(String text) {
    Matcher plain = Pattern.compile(OPENING, FLAGS).matcher(text);
    Wording sorted = Wording.opening(OPENING);
    assertThat(sorted.end(text)).isEqualTo(plain.find() ? plain.end() : -1);
    assertThat(sorted.is(text)).isEqualTo(plain.matches());
    assertThat(sorted.mayBegin(text, 0) || sorted.end(text) < 0).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jane Doe, Editor",
        "Editorial",
        "coeditor",
        "a Staff Writer there",
        "staff of writers",
        "newswriter",
        "posts",
        "posts here",
        "gull.com",
        "gull.comfort",
        "Gull.",
        "",
      })
  void isInWhatThePlainExpressionIsIn(String text) {
    assertThat(Wording.anywhere(ANYWHERE).isIn(text))
        .isEqualTo(Pattern.compile(ANYWHERE, FLAGS).matcher(text).find());
  }
}
