package org.pressmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pressmark.article.Article;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.article.Outcome;

/// Pages that a program would have filled in: their stories stand in their JSON-LD and nowhere
/// else.
class StoryInDataTest {
  private static final String NOTE =
      "the story stood nowhere but in the articleBody of JSON-LD in the text";
  private static final String FIRST =
      "The ferry to Quayside was cancelled again on Tuesday, and the council wants to know why.";
  private static final List<String> STORY = List.of(
      FIRST,
      "“We waited until midnight,” said Ole Vik, who had come with two children and a dog.",
      "The harbour office blamed the tide, as it had done on the Friday before, and on the Monday.",
      "Nobody on the pier believed that, for the boats of the pilots had gone out all evening long.",
      "The weeks before had been quiet, the harbour master said, and all ferries had run on time.",
      "Ina Holt of the island council asked for a list of all that had been cancelled since May.",
      "It will be read on Thursday, in the old customs house, at the end of an open meeting.");

  private static String page(String data, String shown) {
    return "<html lang=\"en\"><head><title>Ferry cancelled - Quay News</title>"
        + "<script type=\"application/ld+json\">" + data + "</script></head><body>"
        + "<nav><a href=\"/\">Home</a> <a href=\"/sport\">Sport</a></nav><div id=\"app\"><h1>Ferry"
        + " cancelled</h1>" + shown + "</div><footer>© Quay News</footer></body></html>";
  }

  private static String data(List<String> story) {
    String body = String.join("\\n\\n", story).replace("“", "\\u201c").replace("”", "\\u201d");
    return "\n{\n  \"@type\": \"NewsArticle\",\n  \"headline\": \"Ferry cancelled\",\n  \"articleBody\": \""
        + body + "\",\n  \"author\": {\"@type\": \"Person\", \"name\": \"Mina Halvorsen\"}\n}\n";
  }

  private static Article article(String page) {
    Capture capture = Capture.of(Origin.of("ferry.html"), page.getBytes(StandardCharsets.UTF_8));
    return ((Outcome.Kept) new Pressmark(Options.DEFAULTS).clean(capture)).article();
  }

  @Test
  void isTakenFromTheDataAndSaidToBe() {
    Article article = article(page(data(STORY), "<p>Please enable JavaScript to read on.</p>"));
    assertThat(article.body().text()).isEqualTo(String.join("\n", STORY));
    assertThat(article.reading().notes()).contains(NOTE);
  }

  @Test
  void isTakenInFullWhereThePageShowsItsFirstSentence() {
    Article article = article(page(data(STORY), "<article><p>" + FIRST + "</p></article>"));
    assertThat(article.body().text()).isEqualTo(String.join("\n", STORY));
    assertThat(article.cuts())
        .anySatisfy(cut -> assertThat(cut.rule().name()).isEqualTo("shown-part"));
  }

  @Test
  void isTakenFromThePageWhereItIsShown() {
    String shown = "<article><p>" + String.join("</p><p>", STORY) + "</p></article>";
    Article article = article(page(data(STORY), shown));
    assertThat(article.body().text()).isEqualTo(String.join("\n", STORY));
    assertThat(article.reading().notes()).doesNotContain(NOTE);
  }
}
