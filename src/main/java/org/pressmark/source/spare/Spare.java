package org.pressmark.source.spare;

/// A story that a page carries and does not show.
///
/// @param place where it stands, for a sentence: `a noscript element`, `the data of a script
/// (__NEXT_DATA__)`
/// @param isData whether it was made of data, and not written as markup
/// @param headline what the data call it; empty where they do not, and for markup
/// @param html its paragraphs, as markup of their own
public record Spare(String place, boolean isData, String headline, String html) {
  static Spare markup(String place, String html) {
    return new Spare(place, false, "", html);
  }
}
