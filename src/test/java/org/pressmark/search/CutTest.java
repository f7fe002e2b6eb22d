package org.pressmark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.article.Article;
import org.pressmark.article.Cut;
import org.pressmark.article.Entry;
import org.pressmark.article.Position;
import org.pressmark.article.Rule;
import org.pressmark.index.Index;
import org.pressmark.index.Story;

class CutTest {
  @Test
  void findsArticlesByWhatWasCutFromThemAndNothingElseByIt(@TempDir Path folder) throws Exception {
    Entry plain = Story.of("cut", "The ferry sails.").at(new Position(1, 0)).entry();
    Article article = ((Entry.Content.Kept) plain.content()).article();
    Rule rule = new Rule("script-text", 1, Rule.Kind.SCRIPT, "code of a page's script");
    String code = "fbq('track', \"PageView\"); readMore()";
    Article cut = new Article(
        article.mark(),
        article.origin(),
        article.reading(),
        article.facts(),
        article.body(),
        List.of(Cut.of(code, 0, code.length(), rule, 0.9)));
    Entry entry = new Entry(
        plain.at(),
        plain.end(),
        plain.mark(),
        plain.origin(),
        plain.time(),
        new Entry.Content.Kept(cut));
    try (Index index = Index.open(folder)) {
      index.add(entry);
      index.commit(new Position(1, 100));
    }
    try (Search search = Search.open(folder)) {
      for (String words : List.of(
          "cut:fbq", "cut:\"track pageview\"", "cut:=PageView", "cut:page*", "cut:* ferry")) {
        List<Found> found = new ArrayList<>();
        search.walk(words, found::add);
        assertEquals(1, found.size(), words);
      }
      search.walk("cut:fbq", found -> assertEquals(List.of(), found.keys()));
      for (String words : List.of("fbq", "body:fbq", "cut:ferry", "cut:=pageview")) {
        search.walk(words, found -> {
          throw new AssertionError(words + " found " + found.body());
        });
      }
    }
  }
}
