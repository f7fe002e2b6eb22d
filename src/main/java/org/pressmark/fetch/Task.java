package org.pressmark.fetch;

/// One address to be fetched.
///
/// @param depth through how many lists it was found; 0 for what the user named
public record Task(Address address, Rank rank, int depth) {
  /// How one came by an address, which says what it may be.
  public enum Rank {
    /// Named on the command line: a page, or a list of any kind.
    GIVEN,
    /// From a list of the user's own: the same.
    LINE,
    /// From an index of sitemaps: a list.
    LIST,
    /// From a feed or a sitemap: a page.
    PAGE
  }

  boolean mayBeList() {
    return rank != Rank.PAGE;
  }
}
