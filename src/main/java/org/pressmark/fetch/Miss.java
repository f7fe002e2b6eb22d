package org.pressmark.fetch;

import java.util.Locale;

/// An address that was not had, and why, in words for whoever asked for it: what, and what to do.
///
/// @param address as it was given or found; where it leads elsewhere, the place where it ended is
/// in
/// the message
public record Miss(String address, Kind kind, String message) {
  /// What summaries count misses by.
  public enum Kind {
    /// The site asks robots not to come here.
    ROBOTS,
    /// No address of the web, or of a machine that may not be spoken to.
    REFUSED,
    /// No such host, or nobody answers there.
    UNREACHABLE,
    /// Slower than the limits allow.
    SLOW,
    /// More bytes than a limit allows, packed or unpacked.
    OVERSIZED,
    /// Redirects in a circle, too many of them, or to nowhere.
    REDIRECT,
    /// Not HTTP, or broken off.
    BROKEN,
    /// The server says that it has no such page, or that it can not show it.
    STATUS,
    /// The server asks to be left alone for a while.
    BUSY,
    /// A feed or a sitemap that can not be read.
    LIST,
    /// Pressmark itself failed over it.
    FAULT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return address + ": " + kind + ": " + message;
  }
}
