package org.pressmark.article;

/// What a source holds at one place: a document, the reason why none could be had there, or
/// something that is none.
public sealed interface Found permits Capture, Found.Lost, Found.Passed {
  Origin origin();

  /// A place whose bytes could not be read at all, so that there is nothing to clean or to keep.
  record Lost(Origin origin, Problem problem) implements Found {}

  /// Something that nobody wants cleaned, and no trouble: a picture in a web archive, for instance.
  ///
  /// @param what in one of few words, by which it is counted: `image`, `HTTP status 404`
  record Passed(Origin origin, String what) implements Found {}
}
