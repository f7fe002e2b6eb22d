package org.pressmark.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
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

  static Fact fact(Field field, String... values) {
    Candidate candidate = new Candidate(field, List.of(values), Candidate.Source.META, "meta", 0.9);
    return new Fact(field, List.of(values), List.of(candidate), Optional.empty());
  }
}
