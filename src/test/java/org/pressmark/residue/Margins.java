package org.pressmark.residue;

import java.nio.file.*;
import java.util.*;

public final class Margins {
  public static void main(String[] a) throws Exception {
    Sequence s = new Sequence(ModelFile.read(Files.readAllBytes(Path.of(a[1]))));
    for (String line : Files.readAllLines(Path.of(a[0]))) {
      Json.Obj item = (Json.Obj) JsonReader.read(line).orElseThrow();
      String kind = ((Json.Text) item.get("kind").orElseThrow()).value();
      String in = ((Json.Text) item.get("input").orElseThrow()).value();
      String gold = ((Json.Text) item.get("gold").orElseThrow()).value().replaceAll("\\s", "");
      for (Stretch x : s.find(in, 0, in.length())) {
        String was = in.substring(x.start(), x.end());
        boolean fp = gold.contains(was.replaceAll("\\s", ""));
        System.out.printf(
            "%s\t%.1f\t%d\t%s\t%s%n",
            fp ? "FP" : "TP",
            x.margin(),
            was.length(),
            kind,
            was.substring(0, Math.min(90, was.length())).replaceAll("\\s", " "));
      }
    }
  }
}
