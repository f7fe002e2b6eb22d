package org.pressmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.parcel.Contents;

class StreamedTest {
  private static final String STORY =
      "<main><h1>Ferry runs again</h1><template id='B:0'></template>"
          + "<p>loading …</p></main><footer>The Tarn Gazette</footer>";

  private static String part(int number, String html) {
    return "<div hidden id='S:" + number + "'>" + html + "</div>";
  }

  private static String call(String name, String first, String second) {
    return "<script>$" + name + "(\"" + first + "\",\"" + second + "\")</script>";
  }

  @Test
  void putsAPartWhereAScriptWouldPutIt() {
    Document page =
        Jsoup.parse(STORY + part(1, "<p>It sailed on Monday.</p>") + call("RC", "B:0", "S:1"));
    assertThat(Streamed.putInPlace(page, Optional.empty())).isEqualTo(1);
    assertThat(page.select("main").text())
        .isEqualTo("Ferry runs again It sailed on Monday. loading …");
    assertThat(page.select("[hidden]")).isEmpty();
  }

  @Test
  void putsAPartIntoAPartWhicheverComesFirst() {
    String inner = part(2, "<p>It sailed on Monday.</p>") + call("RS", "S:2", "P:2");
    String outer =
        part(1, "<section><template id='P:2'></template></section>") + call("RC", "B:0", "S:1");
    for (String order : new String[] {inner + outer, outer + inner}) {
      Document page = Jsoup.parse(STORY + order);
      assertThat(Streamed.putInPlace(page, Optional.empty())).isEqualTo(2);
      assertThat(page.select("main section p").text()).isEqualTo("It sailed on Monday.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // no call
        "<script>$RC(\"B:7\",\"S:1\")</script>", // no such place
        "<script>$RC(\"B:0\",\"S:7\")</script>", // no such part
        "<script>$RC(\"B:1\",\"S:1\")</script>", // a place in the part itself
      })
  void leavesAPartHiddenThatHasNoPlace(String script) {
    Document page = Jsoup.parse(STORY + part(1, "<p>Draft<template id='B:1'></template>") + script);
    String before = page.html();
    assertThat(Streamed.putInPlace(page, Optional.empty())).isZero();
    assertThat(page.html()).isEqualTo(before);
  }

  @Test
  void makesNoPageDeeperThanPagesAre() {
    StringBuilder chain = new StringBuilder(STORY);
    for (int i = 0; i < 2_000; i++) {
      chain.append(part(i, "<template id='B:" + (i + 1) + "'></template>"));
    }
    for (int i = 0; i < 2_000; i++) {
      chain.append(call("RC", "B:" + i, "S:" + i));
    }
    Document page = Jsoup.parse(chain.toString());
    Streamed.putInPlace(page, Optional.empty());
    int deepest = page.getAllElements().stream()
        .mapToInt(element -> element.parents().size())
        .max()
        .orElseThrow();
    assertThat(deepest).isLessThan(Contents.MAX_DEPTH);
  }

  @Test
  void leavesOtherHiddenPartsAlone() {
    Document page =
        Jsoup.parse(STORY + "<div hidden id='menu'><p>Menu</p></div>" + call("RC", "B:0", "menu"));
    assertThat(Streamed.putInPlace(page, Optional.empty())).isZero();
  }
}
