package org.pressmark.article;

/// What a source holds at one place: a document, or the reason why none could be had there.
public sealed interface Found permits Capture, Found.Lost {
  Origin origin();

  /// A place whose bytes could not be read at all, so that there is nothing to clean or to keep.
  record Lost(Origin origin, Problem problem) implements Found {}
}
