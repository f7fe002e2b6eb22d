package org.pressmark.extract;

import org.pressmark.article.Draft;
import org.pressmark.source.Page;

/// Finds the story on a page.
public final class Extract {
  /// All lines of text that the page shows, in reading order, as passages; those that are not the
  /// story are cut, each with the rule that says so.
  public Draft draft(Page.Readable page) {
    throw new UnsupportedOperationException(page.toString());
  }
}
