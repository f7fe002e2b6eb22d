package org.pressmark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pressmark.article.Article;
import org.pressmark.article.Block;
import org.pressmark.article.Field;

class HtmlTest {
  private static String write(Article article, Export.Cuts cuts) {
    return new Html().write(article, cuts);
  }

  @Test
  void writesWhatTheArticleSaysAsText() {
    Article article = Samples.article(
        "<script>alert('x')</script> & \"more\"",
        Samples.fact(Field.HEADLINE, "<b>Storm</b>"),
        Samples.fact(Field.IN_LANGUAGE, "en\" onload=\"x"));
    assertThat(write(article, Export.Cuts.HIDDEN))
        .isEqualTo("<article id=\"" + article.mark() + "\" lang=\"en&quot; onload=&quot;x\">\n"
            + "<h1 dir=\"auto\">&lt;b&gt;Storm&lt;/b&gt;</h1>\n"
            + "<dl>\n<dt>id<dd><bdi>" + article.mark() + "</bdi>\n"
            + "<dt>source<dd><bdi>press/storm.html</bdi>\n"
            + "<dt>inLanguage<dd><bdi>en&quot; onload=&quot;x</bdi>\n</dl>\n"
            + "<p dir=\"auto\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;"
            + " &quot;more&quot;</p>\n"
            + "</article>\n");
  }

  @Test
  void strikesCutsOutWithTheReasonAtHand() {
    assertThat(write(Samples.article("Before ⟦<i>⟧after."), Export.Cuts.MARKED))
        .contains("<p dir=\"auto\">Before <del title=\"script/1: code that a page runs\">"
            + "&lt;i&gt;</del>after.</p>\n");
  }

  @Test
  void putsListsAndTablesAroundTheirParts() {
    assertThat(write(Samples.article(Block.Kind.LIST_ITEM, "One\nTwo"), Export.Cuts.HIDDEN))
        .endsWith("""
            <ul>
            <li dir="auto">One</li>
            <li dir="auto">Two</li>
            </ul>
            </article>
            """);
    assertThat(write(Samples.article(Block.Kind.TABLE, "North\t3⟦\tx⟧"), Export.Cuts.MARKED))
        .contains("<table>\n<tr><td dir=\"auto\">North</td><td dir=\"auto\">3</td></tr>\n</table>");
  }

  @Test
  void forbidsThePageToLoadOrRunAnything() {
    assertThat(new Html().opening()).contains("content=\"default-src 'none';");
  }
}
