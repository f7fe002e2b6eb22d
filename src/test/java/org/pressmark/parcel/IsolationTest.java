package org.pressmark.parcel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Refusal;

class IsolationTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Isolation stubborn = new Isolation(Isolation.command(Stubborn.class));

  @Test
  void aParserThatFillsItsMemoryCostsOneDocument() {
    assertThat(opened("eat", LONG))
        .isEqualTo("exhausting: takes more than 512 MB of memory to read");
    assertThat(opened("<p>next", LONG)).isEqualTo("next");
  }

  @Test
  void aParserThatGoesRoundInCirclesIsEnded() {
    assertThat(opened("loop", Duration.ofSeconds(1)))
        .isEqualTo("exhausting: took longer to read than 1 s");
    assertThat(opened("<p>next", LONG)).isEqualTo("next");
  }

  @Test
  void aParserThatBringsItsMachineDownCostsOneDocument() {
    assertThat(opened("die", LONG)).startsWith("malformed: made its parser break down: ");
    assertThat(opened("rave", LONG)).startsWith("malformed: made its parser break down: ");
    assertThat(opened("<p>next", LONG)).isEqualTo("next");
  }

  @Test
  void aProcessServesOneDocumentAfterTheOther() throws Refusal {
    Contents first = stubborn.contents(parcel("<p>one"), LONG);
    Contents second = stubborn.contents(parcel("<p>two"), LONG);
    assertThat(((Contents.Story) first).notes()).isEqualTo(((Contents.Story) second).notes());
  }

  @Test
  void aProcessThatWasEndedWhileItWaitedIsReplaced() throws Refusal {
    Contents.Story first = (Contents.Story) stubborn.contents(parcel("<p>one"), LONG);
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(first.notes().getFirst())).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(opened("<p>next", LONG)).isEqualTo("next");
  }

  @Test
  void whereNoProcessCanBeStartedItReadsHereAndSaysSo() throws Refusal {
    Isolation none = new Isolation(List.of("/nowhere/java"));
    Parcel rtf = new Parcel(
        Parcel.Kind.RTF, "{\\rtf1 The storm came at night.\\par}".getBytes(UTF_8), 1 << 20);
    Contents.Story story = (Contents.Story) none.contents(rtf, LONG);
    assertThat(story.page().text()).isEqualTo("The storm came at night.");
    assertThat(story.notes().getFirst())
        .startsWith("no process of its own could be started to read it in: ");
  }

  private String opened(String order, Duration maxTime) {
    try {
      return ((Contents.Story) stubborn.contents(parcel(order), maxTime)).page().text();
    } catch (Refusal refusal) {
      return refusal.problem().toString();
    }
  }

  private static Parcel parcel(String order) {
    return new Parcel(Parcel.Kind.RTF, order.getBytes(UTF_8), 1 << 20);
  }
}
