package org.pressmark.residue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.article.Block;
import org.pressmark.article.Candidate;
import org.pressmark.article.Draft;
import org.pressmark.article.Field;
import org.pressmark.article.Log;
import org.pressmark.article.Passage;

/// Cleans the items of a set of flattened texts and writes predictions: `ResidueBench SET.jsonl
/// PRED.jsonl [WEIGHTS]`.
public final class ResidueBench {
  private ResidueBench() {}

  public static void main(String[] args) throws IOException {
    Residue residue = args.length > 2
        ? new Residue(ResidueOptions.DEFAULTS, ModelFile.read(Files.readAllBytes(Path.of(args[2]))))
        : new Residue(ResidueOptions.DEFAULTS);
    long bytes = 0;
    long nanos = 0;
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]));
        var lines = Files.lines(Path.of(args[0]), StandardCharsets.UTF_8)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Json.Obj item = (Json.Obj) JsonReader.read(line).orElseThrow();
        String input = ((Json.Text) item.get("input").orElseThrow()).value();
        long t = System.nanoTime();
        Draft draft = draft(input);
        Residue.Findings findings = residue.find(draft);
        Draft.Copy copy = draft.with(findings.cuts()).finish();
        nanos += System.nanoTime() - t;
        bytes += input.length();
        if (!Log.undo(copy.body().text(), copy.log()).equals(input)) {
          throw new IllegalStateException("can not be undone: " + item.get("id"));
        }
        List<Json.Member> members = new ArrayList<>();
        members.add(new Json.Member("id", item.get("id").orElseThrow()));
        members.add(new Json.Member("text", new Json.Text(copy.body().text(), 0, 0)));
        Map<Field, Candidate> first = new LinkedHashMap<>();
        for (Candidate c : findings.salvage()) {
          if (c.source() == Candidate.Source.RESIDUE) {
            first.merge(c.field(), c, (a, b) -> b.confidence() > a.confidence() ? b : a);
          }
        }
        first.forEach((field, c) ->
            name(field).ifPresent(name -> members.add(new Json.Member(name, values(c)))));
        out.write(Torn.write(new Json.Obj(members, 0, 0), ",", ":") + "\n");
      }
    }
    System.err.println(bytes / 1_000_000 + " MB, " + bytes * 1000 / nanos + " MB/s");
  }

  static Draft draft(String input) {
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    for (String line : input.split("\n", -1)) {
      int from = 0;
      while (from < line.length() && Draft.isBlank(line.charAt(from))) {
        from++;
      }
      if (from < line.length()) {
        passages.add(new Passage(at, at + line.length(), Block.Kind.PARAGRAPH, 0));
      }
      at += line.length() + 1;
    }
    return Draft.of(input, passages);
  }

  private static java.util.Optional<String> name(Field field) {
    return switch (field) {
      case AUTHOR -> java.util.Optional.of("author");
      case DATE_PUBLISHED -> java.util.Optional.of("date");
      case HEADLINE -> java.util.Optional.of("title");
      case PUBLISHER -> java.util.Optional.of("publisher");
      case ARTICLE_SECTION -> java.util.Optional.of("section");
      default -> java.util.Optional.empty();
    };
  }

  private static Json values(Candidate candidate) {
    return new Json.Arr(
        candidate.values().stream().map(v -> (Json) new Json.Text(v, 0, 0)).toList(), 0, 0);
  }
}
