package org.pressmark.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Body;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Draft;
import org.pressmark.article.Fact;
import org.pressmark.article.Facts;
import org.pressmark.article.Field;
import org.pressmark.article.Mark;
import org.pressmark.article.Origin;
import org.pressmark.article.Passage;
import org.pressmark.article.Reading;
import org.pressmark.article.Rule;
import org.pressmark.article.Setting;
import org.pressmark.article.Span;

/// Articles made by hand: a line a block, what stands between `⟦` and `⟧` is cut.
final class Samples {
  static final Rule SCRIPT = new Rule("script", 1, Rule.Kind.SCRIPT, "code that a page runs");

  private Samples() {}

  static Article article(String marked, Fact... facts) {
    return article(Block.Kind.PARAGRAPH, marked, facts);
  }

  static Article article(Block.Kind kind, String marked, Fact... facts) {
    StringBuilder text = new StringBuilder();
    List<Cut> cuts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < marked.length(); at++) {
      char c = marked.charAt(at);
      switch (c) {
        case '⟦' -> start = text.length();
        case '⟧' -> cuts.add(new Cut(start, text.substring(start), "", SCRIPT, 1));
        default -> text.append(c);
      }
    }
    List<Passage> passages = new ArrayList<>();
    int lineStart = 0;
    for (String line : text.toString().split("(?<=\n)", -1)) {
      int length = line.stripTrailing().length();
      if (length > 0) {
        int level = kind == Block.Kind.HEADING || kind == Block.Kind.LIST_ITEM ? 2 : 0;
        passages.add(new Passage(lineStart, lineStart + length, kind, level));
      }
      lineStart += line.length();
    }
    Draft.Copy copy = Draft.of(text.toString(), passages).with(cuts).finish();
    return new Article(
        Mark.of(marked.getBytes(StandardCharsets.UTF_8)),
        Origin.of("press/storm.html"),
        new Reading("text/html", "utf-8", "meta", List.of()),
        Facts.of(List.of(facts)),
        copy.body(),
        copy.log());
  }

  /// A story with a block of every kind, set as blocks can be.
  static Article everything() {
    Body body = new Body(List.of(
        new Block(
            Block.Kind.PARAGRAPH,
            0,
            "The old ferry of Ostwick & Sons sails again.",
            Setting.of(List.of(
                Span.of(4, 7, Span.Kind.STRONG),
                Span.link(17, 31, "https://quay.example/a?b&c"),
                Span.of(38, 43, Span.Kind.EMPHASIS)))),
        new Block(Block.Kind.HEADING, 2, "What to bring"),
        item(1, 1, "A rope"),
        item(0, 2, "of hemp"),
        item(2, 1, "A hat"),
        new Block(
            Block.Kind.LIST_ITEM,
            1,
            "A map[x]",
            new Setting(5, 0, Optional.empty(), List.of(Span.of(2, 8, Span.Kind.CODE)))),
        new Block(
            Block.Kind.TABLE,
            0,
            "Ship\tSeats",
            Setting.of(List.of(Span.of(0, 4, Span.Kind.HEAD), Span.of(5, 10, Span.Kind.HEAD)))),
        new Block(
            Block.Kind.TABLE, 0, "Gull\t40", Setting.of(List.of(Span.of(0, 4, Span.Kind.HEAD)))),
        new Block(Block.Kind.QUOTE, 0, "It floats.\nIt did before."),
        new Block(
            Block.Kind.CAPTION,
            0,
            "The ferry. Photo",
            Setting.of(List.of(Span.link(11, 16, "/photo")))),
        new Block(
            Block.Kind.PREFORMATTED,
            0,
            "if (late) {\n    wait();\n  }",
            new Setting(0, 2, Optional.empty(), List.of())),
        new Block(
            Block.Kind.PARAGRAPH,
            0,
            "The ferry has left.",
            new Setting(0, 0, Optional.of("2024-03-11T18:20:00+01:00"), List.of()))));
    Article plain = article("-");
    return new Article(
        plain.mark(), plain.origin(), plain.reading(), plain.facts(), body, List.of());
  }

  private static Block item(int number, int level, String text) {
    return new Block(
        Block.Kind.LIST_ITEM, level, text, new Setting(number, 0, Optional.empty(), List.of()));
  }

  static Fact fact(Field field, String... values) {
    Candidate candidate = new Candidate(field, List.of(values), Candidate.Source.META, "meta", 0.9);
    return new Fact(field, List.of(values), List.of(candidate), Optional.empty());
  }
}
