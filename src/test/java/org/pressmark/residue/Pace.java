package org.pressmark.residue;

import java.lang.management.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.pressmark.article.*;

public final class Pace {
  static final ThreadMXBean T = ManagementFactory.getThreadMXBean();

  static void run(String name, List<Draft> ds, Residue r, int rounds) {
    long bytes = 0;
    for (Draft d : ds) bytes += d.text().getBytes(StandardCharsets.UTF_8).length;
    double best = 0;
    for (int i = 0; i < rounds; i++) {
      long t = T.getCurrentThreadCpuTime();
      int n = 0;
      for (Draft d : ds) n += r.find(d).cuts().size();
      t = T.getCurrentThreadCpuTime() - t;
      best = Math.max(best, bytes * 1e3 / t);
    }
    System.out.printf(java.util.Locale.ROOT, "%s %.1f MB %.1f MB/s%n", name, bytes / 1e6, best);
  }

  public static void main(String[] a) throws Exception {
    Residue r = new Residue(ResidueOptions.DEFAULTS);
    List<Draft> junk = new ArrayList<>(), prose = new ArrayList<>();
    int n = 0;
    for (String line : Files.readAllLines(Path.of(a[0]))) {
      if (n++ % 4 != 0) continue;
      Json.Obj it = (Json.Obj) JsonReader.read(line).orElseThrow();
      String in = ((Json.Text) it.get("input").orElseThrow()).value();
      String k = ((Json.Text) it.get("kind").orElseThrow()).value();
      if (k.equals("negative")) prose.add(ResidueBench.draft(in));
      else if (a.length < 3) junk.add(ResidueBench.draft(in));
    }
    int rounds = Integer.parseInt(a[1]);
    run("prose", prose, r, rounds);
    if (junk.isEmpty()) return;
    run("residue", junk, r, rounds);
    StringBuilder one = new StringBuilder();
    while (one.length() < 8_000_000)
      for (Draft d : junk) one.append(d.text().replace('\n', ' ')).append(' ');
    for (int mb : new int[] {1, 2, 4, 8}) {
      Draft d = ResidueBench.draft(one.substring(0, mb * 1_000_000));
      long b = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        long t = T.getCurrentThreadCpuTime();
        r.find(d);
        b = Math.min(b, T.getCurrentThreadCpuTime() - t);
      }
      System.out.printf(java.util.Locale.ROOT, "one line %d MB %.0f ms%n", mb, b / 1e6);
    }
  }
}
