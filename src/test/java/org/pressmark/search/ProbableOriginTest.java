package org.pressmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Mark;

class ProbableOriginTest {
  private static Imprint imprint(String name, String time, String... agencies) {
    return new Imprint(
        Mark.of(name.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        List.of(),
        Optional.of(name),
        Optional.of(time).filter(known -> !known.isEmpty()),
        List.of(agencies),
        name + ".html");
  }

  private static String earliest(String one, String other) {
    return ProbableOrigin.of(List.of(imprint("one", one), imprint("other", other)))
        .earliest()
        .flatMap(Imprint::publisher)
        .orElse("nobody");
  }

  @Test
  void namesTheAgencyThatMostOfThemName() {
    ProbableOrigin origin = ProbableOrigin.of(List.of(
        imprint("a", "", "Norland News", "Coast Wire"),
        imprint("b", "", "COAST WIRE"),
        imprint("c", ""),
        imprint("d", "", "Coast Wire")));
    assertThat(origin.agency()).contains("COAST WIRE");
    assertThat(origin.naming()).isEqualTo(3);
    assertThat(origin.earliest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-06T10:00:00+02:00, 2024-05-06T09:00:00+01:00, other", // the same moment: by the mark
    "2024-05-06T10:00:00+02:00, 2024-05-06T07:30:00Z, other",
    "2024-05-06, 2024-05-06T23:00:00Z, other",
    "2024-05-06, 2024-05-07T01:00:00Z, one",
    "2024-05, 2024-05-30, other",
    "2024, 2024-05, other",
    "2024-05-06T10:00, 2024-05-06T11:00, one",
    "yesterday-ish, 2024-05-06, other",
    "'', '', nobody",
  })
  void takesTheEarliestDateAndADayForWhenItIsOver(String one, String other, String first) {
    assertThat(earliest(one, other)).isEqualTo(first);
  }
}
