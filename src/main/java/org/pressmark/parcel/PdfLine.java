package org.pressmark.parcel;

/// One line of a PDF, as it stands on its page.
///
/// @param page from 1
/// @param size of its letters, in points; the mean, where it has several
/// @param bold whether all of it is
/// @param left where it begins, in points from the left edge of the page
/// @param right where it ends
/// @param firstWord how wide its first word is, in points
/// @param top how far down the page it stands, in points
record PdfLine(
    String text,
    int page,
    float size,
    boolean bold,
    float left,
    float right,
    float firstWord,
    float top) {

  boolean looksLike(PdfLine other) {
    return bold == other.bold && Math.abs(size - other.size) < 0.1f * size;
  }

  /// Whether it stands at the beginning of a new page or a new column, seen from another.
  boolean isElsewhere(PdfLine before) {
    return page != before.page || top < before.top - 3 * size;
  }
}
