package org.pressmark.json;

import org.pressmark.article.Article;
import org.pressmark.article.Entry;
import org.pressmark.article.Outcome;

/// Articles as JSON: one object, one line, always the same keys in the same order.
///
/// ```json
/// {"id":"storm","pressmark":"pm-…","source":"press/storm.html","title":"Storm hits coast",
///  "author":["Ana
/// Reyes"],"date":"2021-09-29","text":"…","blocks":[{"kind":"paragraph","text":"…"}],
///  "facts":{"headline":{"values":["…"],"candidates":[{"values":["…"],"source":"json-ld",…}]}},
///  "cuts":[{"offset":12,"length":30,"cut":"…","rule":"script/1","kind":"script","reason":"…",
///  "confidence":0.98}],"reading":{"mediaType":"text/html",…}}
/// ```
///
/// What is not known has no key. The member of a file of many documents stands both at the end of
/// `source` and, so that it can be told from the path, under `member`. A cut of white space between
/// blocks has no `kind`, `reason` and `confidence`: they are always the same. Control characters,
/// line separators and halves of surrogate pairs are written as escapes, so a line is one line for
/// every program, and UTF-8 can carry it.
public final class ArticleJson {
  private ArticleJson() {}

  /// The whole outcome, on one line, without a line break at its end.
  public static String write(Outcome outcome) {
    ArticleWriter writer = new ArticleWriter();
    switch (outcome) {
      case Outcome.Kept kept -> writer.article(kept.article());
      case Outcome.Rejected rejected -> writer.rejected(rejected);
      case Outcome.Lost lost -> writer.lost(lost.origin(), lost.problem());
      case Outcome.Passed passed ->
        throw new IllegalArgumentException("not a document: " + passed.what());
    }
    return writer.line();
  }

  /// The whole article, on one line, without a line break at its end.
  public static String write(Article article) {
    ArticleWriter writer = new ArticleWriter();
    writer.article(article);
    return writer.line();
  }

  /// What [#write(Article)] wrote: an equal article.
  ///
  /// @throws IllegalArgumentException if it is something else, with what is wrong with it
  public static Article read(String json) {
    return switch (content(json)) {
      case Entry.Content.Kept kept -> kept.article();
      case Entry.Content.Rejected rejected ->
        throw new IllegalArgumentException("not an article, but a problem: " + rejected.problem());
      case Entry.Content.Again again -> throw new IllegalArgumentException(again.toString());
    };
  }

  /// What [#write(Outcome)] wrote for a document whose bytes were there: its article, or its
  /// problem.
  ///
  /// @throws IllegalArgumentException if it is something else, with what is wrong with it
  public static Entry.Content content(String json) {
    return ArticleReader.content(json);
  }
}
