package org.pressmark.article;

import java.util.List;

/// What cleaning gives: the story, what is known of it, and what was cut to get it.
///
/// @param cuts in order; with the body's text they give back the text that was read
public record Article(
    Mark mark, Origin origin, Reading reading, Facts facts, Body body, List<Cut> cuts) {
  public Article {
    cuts = List.copyOf(cuts);
  }

  /// The text as it was read, before anything was cut.
  public String original() {
    return Log.undo(body.text(), cuts);
  }
}
