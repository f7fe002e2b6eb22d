package org.pressmark.export;

import org.pressmark.article.Article;
import org.pressmark.article.Outcome;

/// A form in which articles leave the house.
public interface Export extends Format {
  /// Whether a reader is to see what was cut.
  enum Cuts {
    HIDDEN,
    /// Marked by characters or elements: `[-cut-]`, `<del>`.
    MARKED,
    /// Marked by colour and a line through them, with everything that a terminal could take for an
    /// order escaped.
    COLOURED
  }

  /// What stands before the first document.
  default String opening() {
    return "";
  }

  /// What stands between two articles.
  default String between() {
    return "";
  }

  /// What stands behind the last document.
  default String closing() {
    return "";
  }

  /// One article, with a line break at its end.
  String write(Article article, Cuts cuts);

  /// One article of an archive, with nothing shown of what was cut.
  default String write(Item item) {
    return write(item.article(), Cuts.HIDDEN);
  }

  /// One document, whatever became of it; nothing where it became no article and the form has no
  /// place for that.
  default String write(Outcome outcome, Cuts cuts) {
    return outcome instanceof Outcome.Kept kept ? write(kept.article(), cuts) : "";
  }
}
