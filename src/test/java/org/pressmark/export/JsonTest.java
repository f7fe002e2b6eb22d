package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void indentsWithoutTouchingValues() {
    assertThat(Json.indent("{\"a\":[1,{\"b\":\"x: {,\\\"}\\\\\"}],\"c\":[],\"d\":{}}"))
        .isEqualTo("""
            {
              "a": [
                1,
                {
                  "b": "x: {,\\"}\\\\"
                }
              ],
              "c": [],
              "d": {}
            }
            """);
  }
}
