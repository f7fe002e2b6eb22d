package org.pressmark.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.pressmark.Options;
import org.pressmark.Pressmark;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;

/// What cleaning costs beside the floor of its cost, the parse of the same bytes by jsoup.
///
/// `mvn -Pbenchmark verify` runs it over `corpus/`; `-Dpages=FOLDER` over other HTML pages. The
/// figure to quote is the ratio of the two, not the milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 10)
@Measurement(iterations = 5, time = 10)
public class CleanBenchmark {
  /// A folder of HTML pages; all of them together are one operation.
  @Param("corpus")
  public String pages = "corpus";

  private final Pressmark pressmark = new Pressmark(Options.DEFAULTS);
  private List<Capture> captures = List.of();

  @Setup
  public void read() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(pages))) {
      captures = files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .map(this::capture)
          .toList();
    }
  }

  private Capture capture(Path file) {
    try {
      return Capture.of(Origin.of(file.toString()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Benchmark
  public void parse(Blackhole hole) throws IOException {
    for (Capture capture : captures) {
      hole.consume(Jsoup.parse(new ByteArrayInputStream(capture.bytes()), null, ""));
    }
  }

  @Benchmark
  public void clean(Blackhole hole) {
    for (Capture capture : captures) {
      hole.consume(pressmark.clean(capture));
    }
  }
}
