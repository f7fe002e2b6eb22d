package org.pressmark.extract;

import java.util.List;
import org.pressmark.article.Draft;
import org.pressmark.article.Reading;
import org.pressmark.article.Rule;
import org.pressmark.source.Page;

/// Finds the story on a page.
public final class Extract {
  /// Every rule of this room.
  public static final List<Rule> RULES = Rules.ALL;

  /// All lines of text that the page shows, in reading order, as passages; those that are not the
  /// story are cut, each with the rule that says so.
  public Draft draft(Page.Readable page) {
    return switch (page) {
      case Page.Html html ->
        isWebPage(html.reading()) ? Story.draft(html) : Whole.draft(html.document());
      case Page.Flat flat ->
        flat.reading().mediaType().equals("text/markdown")
            ? Markdown.draft(flat.text())
            : Flat.draft(flat.text());
    };
  }

  /// Only web pages have menus. What else comes as HTML (PDF, office documents, e-mail) is all
  /// text.
  private static boolean isWebPage(Reading reading) {
    return reading.mediaType().contains("html");
  }
}
