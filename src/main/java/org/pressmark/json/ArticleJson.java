package org.pressmark.json;

import org.pressmark.article.Article;
import org.pressmark.article.Outcome;

/// Articles as JSON: one object, one line, always the same keys in the same order.
public final class ArticleJson {
  private ArticleJson() {}

  /// The whole outcome, on one line, without a line break at its end.
  public static String write(Outcome outcome) {
    throw new UnsupportedOperationException(outcome.toString());
  }

  /// The whole article, on one line, without a line break at its end.
  public static String write(Article article) {
    throw new UnsupportedOperationException(article.toString());
  }

  /// What [#write(Article)] wrote.
  public static Article read(String json) {
    throw new UnsupportedOperationException(json);
  }
}
