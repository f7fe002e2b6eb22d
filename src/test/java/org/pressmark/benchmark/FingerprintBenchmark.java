package org.pressmark.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pressmark.dedup.Fingerprint;

/// How long the fingerprint of a text of 400 words takes, in microseconds.
///
/// `mvn -Pbenchmark verify -Djmh=Fingerprint`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FingerprintBenchmark {
  private static final List<String> SPACED =
      List.of("ferry", "the", "Ostholm", "zurück", "library", "of", "harbour", "1996", "Straße");
  private static final List<String> SPACELESS =
      List.of("図書館", "の", "東京", "新聞", "は", "発表", "した", "市民", "議会");

  private final String spaced = text(SPACED, " ");
  private final String spaceless = text(SPACELESS, "");

  private static String text(List<String> words, String space) {
    return IntStream.range(0, 400)
        .mapToObj(at -> words.get(Math.floorMod(at * at * 7 + at / 5, words.size())))
        .collect(Collectors.joining(space));
  }

  @Benchmark
  public Fingerprint spaced() {
    return Fingerprint.of(spaced);
  }

  @Benchmark
  public Fingerprint spaceless() {
    return Fingerprint.of(spaceless);
  }
}
