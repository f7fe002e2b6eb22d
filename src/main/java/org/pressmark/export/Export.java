package org.pressmark.export;

import org.pressmark.article.Article;

/// A form in which articles leave the house.
public interface Export {
  /// The name that `--format` knows it by.
  String name();

  /// One article, with a line break at its end.
  String write(Article article);
}
