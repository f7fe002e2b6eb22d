package org.pressmark.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.pressmark.article.Block;
import org.pressmark.article.Draft;
import org.pressmark.article.Passage;
import org.pressmark.residue.Residue;
import org.pressmark.residue.ResidueOptions;

/// How fast residue is found in flattened texts, in megabytes of UTF-8 a second.
///
/// `mvn -Pbenchmark verify -Djmh=Residue` runs it over `corpus/flat`; `-Dtexts=FOLDER` over other
/// `.txt` files. Texts in which nothing is found are its plain prose. The two long lines show
/// whether
/// the time grows with the text and no faster: eight times the text, at most nine times the time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResidueBenchmark {
  private static final int MEGABYTE = 1_000_000;

  @Param("corpus/flat")
  public String texts = "corpus/flat";

  /// What is read in one operation.
  public enum Input {
    PROSE,
    WITH_RESIDUE,
    ONE_LINE_OF_1_MB,
    ONE_LINE_OF_8_MB
  }

  @Param
  public Input input = Input.PROSE;

  /// Megabytes read; divided by the time they are the figure to quote.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Volume {
    public double megabytes;
  }

  private final Residue residue = new Residue(ResidueOptions.DEFAULTS);
  private final List<Draft> drafts = new ArrayList<>();
  private double megabytes;

  @Setup
  public void read() throws IOException {
    List<Draft> found;
    try (Stream<Path> files = Files.walk(Path.of(texts))) {
      found = files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(file -> draft(read(file)))
          .filter(draft -> residue.find(draft).cuts().isEmpty() == (input == Input.PROSE))
          .toList();
    }
    switch (input) {
      case PROSE, WITH_RESIDUE -> drafts.addAll(found);
      case ONE_LINE_OF_1_MB -> drafts.add(oneLine(found, MEGABYTE));
      case ONE_LINE_OF_8_MB -> drafts.add(oneLine(found, 8 * MEGABYTE));
    }
    long bytes = 0;
    for (Draft draft : drafts) {
      bytes += draft.text().getBytes(StandardCharsets.UTF_8).length;
    }
    megabytes = (double) bytes / MEGABYTE;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Draft oneLine(List<Draft> drafts, int length) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; line.length() < length; i = (i + 1) % drafts.size()) {
      line.append(drafts.get(i).text().replace('\n', ' ')).append(' ');
    }
    return draft(line.substring(0, length));
  }

  private static Draft draft(String text) {
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        passages.add(new Passage(at, at + line.length(), Block.Kind.PARAGRAPH, 0));
      }
      at += line.length() + 1;
    }
    return Draft.of(text, passages);
  }

  @Benchmark
  public void find(Volume volume, Blackhole hole) {
    for (Draft draft : drafts) {
      hole.consume(residue.find(draft));
    }
    volume.megabytes += megabytes;
  }
}
