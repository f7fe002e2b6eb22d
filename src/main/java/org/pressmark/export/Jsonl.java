package org.pressmark.export;

import org.pressmark.article.Article;
import org.pressmark.article.Outcome;
import org.pressmark.json.ArticleJson;

/// One JSON object a document, on one line, also for those that could not be cleaned.
final class Jsonl implements Export {
  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public String about() {
    return "all that is known, one JSON object a line, one line a document";
  }

  @Override
  public String write(Article article, Cuts cuts) {
    return ArticleJson.write(article) + "\n";
  }

  @Override
  public String write(Outcome outcome, Cuts cuts) {
    return ArticleJson.write(outcome) + "\n";
  }
}
