package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
  @ParameterizedTest
  @CsvSource({
    "0000, \\u0000", // null
    "0007, \\u0007", // bell
    "000d, \\u000d", // back to the start of the line
    "001b, \\u001b", // escape
    "007f, \\u007f", // delete
    "009b, \\u009b", // the escape sequences' own character
    "202e, \\u202e", // right-to-left override
    "2066, \\u2066", // isolate
    "2028, \\u2028", // line separator
    "feff, \\ufeff", // byte order mark
    "d83d, \\ud83d", // half a character
  })
  void escapesOrders(String code, String shown) {
    char order = (char) Integer.parseInt(code, 16);
    assertThat(Screen.text("a" + order + "b")).isEqualTo("a" + shown + "b");
    assertThat(Screen.line("a" + order + "b")).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "naïve — “quoted”…",
        "العربية",
        "עברית",
        "日本語",
        "emoji 😀👩‍👩‍👧",
        "no-break\u00a0space",
        "soft\u00adhyphen",
        "C:\\users",
        "marks \u200e for \u200f direction",
      })
  void leavesWordsAlone(String text) {
    assertThat(Screen.text(text)).isEqualTo(text);
    assertThat(Screen.line(text)).isEqualTo(text);
  }

  @Test
  void keepsLinesInTextAndOneLineInALine() {
    assertThat(Screen.text("a\n\tb\r\nc")).isEqualTo("a\n\tb\r\nc");
    assertThat(Screen.line("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
  }

  @Test
  void escapesInvisibleTags() {
    assertThat(Screen.text("x\udb40\udc41y")).isEqualTo("x\\udb40\\udc41y");
  }
}
