package org.pressmark.export;

import org.pressmark.article.Article;

/// A form of text that takes from an article what it knows of it, and shows no cuts.
interface Sheet extends Export {
  @Override
  String write(Item item);

  @Override
  default String write(Article article, Cuts cuts) {
    return write(Item.of(article));
  }
}
