package org.pressmark.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Puts lines in order, more of them than memory holds: in runs, which are merged then.
///
/// The lines are ASCII, so the order of their letters is that of their bytes.
final class Sorter {
  /// Is given the lines in order.
  interface Taker {
    void take(String line) throws IOException;
  }

  private final Draft draft;
  private final int maxLetters;
  private final List<String> lines = new ArrayList<>();
  private long letters;
  private int runs;

  /// @param maxLetters how many of them may be in memory at a time
  Sorter(Draft draft, int maxLetters) {
    this.draft = draft;
    this.maxLetters = maxLetters;
  }

  void add(String line) throws IOException {
    lines.add(line);
    letters += line.length();
    if (letters >= maxLetters) {
      writeRun();
    }
  }

  private static String name(int run) {
    return "run-" + run;
  }

  private void writeRun() throws IOException {
    Collections.sort(lines);
    try (OutputStream out = draft.open(name(runs++))) {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
    lines.clear();
    letters = 0;
  }

  /// All lines that were added, in order.
  void merge(Taker taker) throws IOException {
    if (runs == 0) {
      Collections.sort(lines);
      for (String line : lines) {
        taker.take(line);
      }
      return;
    }
    writeRun();
    List<BufferedReader> readers = new ArrayList<>();
    try {
      PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::line));
      for (int run = 0; run < runs; run++) {
        readers.add(Files.newBufferedReader(draft.path(name(run)), StandardCharsets.US_ASCII));
        next(heads, readers.getLast());
      }
      for (Head head = heads.poll(); head != null; head = heads.poll()) {
        taker.take(head.line());
        next(heads, head.rest());
      }
    } finally {
      for (BufferedReader reader : readers) {
        reader.close();
      }
    }
  }

  /// The first line of what is left of a run.
  private record Head(String line, BufferedReader rest) {}

  private static void next(PriorityQueue<Head> heads, BufferedReader run) throws IOException {
    String line = run.readLine();
    if (line != null) {
      heads.add(new Head(line, run));
    }
  }
}
