package org.pressmark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;
import org.pressmark.article.Problem;

class HostilePagesTest {
  private static final Pressmark PRESSMARK = new Pressmark(Options.DEFAULTS);

  @ParameterizedTest
  @MethodSource("names")
  void takesNoPageMoreThanTwoSecondsOrAStackOverflow(String name) {
    byte[] bytes = HostilePages.pages().get(name).get().getBytes(StandardCharsets.UTF_8);
    var thread = ManagementFactory.getThreadMXBean();
    long from = thread.getCurrentThreadCpuTime();
    Outcome outcome = PRESSMARK.clean(Capture.of(Origin.of("page.html"), bytes));
    Duration taken = Duration.ofNanos(thread.getCurrentThreadCpuTime() - from);
    assertThat(taken).isLessThan(Duration.ofSeconds(2));
    switch (outcome) {
      case Outcome.Kept kept -> {}
      case Outcome.Rejected rejected ->
        assertThat(rejected.problem().kind()).isEqualTo(Problem.Kind.TEXTLESS);
      case Outcome.Lost lost -> assertThat(lost.problem()).isNull();
      case Outcome.Passed passed -> assertThat(passed).isNull();
    }
  }

  private static Stream<String> names() {
    // The largest wants more memory than tests should.
    return HostilePages.pages().keySet().stream().filter(name -> !name.startsWith("50 MB"));
  }
}
