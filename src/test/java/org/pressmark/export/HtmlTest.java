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
  void keepsLinksEmphasisNumbersHeadCellsAndTimes() {
    String page = write(Samples.everything(), Export.Cuts.HIDDEN);
    assertThat(page.substring(page.indexOf("</dl>\n") + 6)).isEqualTo("""
            <p dir="auto">The <strong>old</strong> ferry of <a href="https://quay.example/a?b&amp;c" rel="noreferrer nofollow">Ostwick &amp; Sons</a> sails <em>again</em>.</p>
            <h2 dir="auto">What to bring</h2>
            <ol>
            <li dir="auto">A rope<ul>
            <li dir="auto">of hemp</li>
            </ul>
            </li>
            <li dir="auto">A hat</li>
            <li dir="auto" value="5">A <code>map[x]</code></li>
            </ol>
            <table>
            <tr><th dir="auto">Ship</th><th dir="auto">Seats</th></tr>
            <tr><th dir="auto">Gull</th><td dir="auto">40</td></tr>
            </table>
            <blockquote dir="auto">It floats.
            It did before.</blockquote>
            <figcaption dir="auto">The ferry. <a href="/photo" rel="noreferrer nofollow">Photo</a></figcaption>
            <pre dir="auto">  if (late) {
                wait();
              }</pre>
            <p><time datetime="2024-03-11T18:20:00+01:00">2024-03-11 18:20</time></p>
            <p dir="auto">The ferry has left.</p>
            </article>
            """);
  }

  @Test
  void forbidsThePageToLoadOrRunAnything() {
    assertThat(new Html().opening()).contains("content=\"default-src 'none';");
  }
}
