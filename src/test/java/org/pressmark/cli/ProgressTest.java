package org.pressmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.Watch;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;

class ProgressTest {
  private static final Outcome LOST =
      new Outcome.Lost(Origin.of("a"), new Problem(Problem.Kind.UNREADABLE, "gone"));

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long nanos;

  private Desk desk(Set<Desk.End> terminals) {
    return new Desk(
        InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, terminals, Map.of());
  }

  private String printed() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void tellsShareAndRateAndTimeLeft() {
    Watch watch = Progress.on(desk(Set.of(Desk.End.ERR)), () -> nanos);
    watch.begin(Watch.Task.INGEST, 1000);
    watch.see(LOST);
    watch.advance(1); // too soon for a line
    pass(Duration.ofSeconds(30));
    watch.advance(250);
    watch.end();
    assertThat(printed())
        .isEqualTo("\r\u001b[Kingesting  25 %  1 document  0 a second  1:30 left  1 problem"
            + "\r\u001b[K");
  }

  @Test
  void isSilentWhereNobodyLooks() {
    Watch watch = Progress.on(desk(Set.of()));
    watch.begin(Watch.Task.INDEX, 10);
    watch.advance(5);
    watch.end();
    assertThat(printed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 0:07", "750, 12:30", "7500, 2:05:00"})
  void writesTimeLikeAClock(long seconds, String clock) {
    assertThat(Progress.clock(Duration.ofSeconds(seconds))).isEqualTo(clock);
  }
}
