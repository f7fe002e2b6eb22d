package org.pressmark.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardJsonTest {
  @Test
  void writesALineAKeyInOrderAndReadsItBack() {
    Map<String, String> card = new LinkedHashMap<>();
    card.put("z", "first \"quoted\"\n");
    card.put("a", "storm\u2028\ud800");
    String json = CardJson.write(card);
    assertThat(json).isEqualTo("""
        {
          "z": "first \\"quoted\\"\\n",
          "a": "storm\\u2028\\ud800"
        }
        """);
    assertThat(CardJson.read(json)).containsExactlyEntriesOf(card);
  }

  @Test
  void passesOverWhatIsNoWord() {
    assertThat(CardJson.read("{\"a\":1,\"b\":[{\"c\":\"d\"}],\"e\":\"f\"}"))
        .isEqualTo(Map.of("e", "f"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"a\"", "7"})
  void refusesWhatIsNoObject(String json) {
    assertThatThrownBy(() -> CardJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a JSON object");
  }
}
