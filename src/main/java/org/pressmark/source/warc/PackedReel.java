package org.pressmark.source.warc;

import static org.pressmark.article.Problem.Kind.MALFORMED;

import java.io.IOException;
import org.pressmark.source.unpack.Rewinding;
import org.pressmark.source.unpack.TornException;

/// A reel of members that are packed each by itself, and how far it has come in one.
abstract sealed class PackedReel implements Reel permits Reel.Members, ZstdReel {
  final Rewinding in;
  long memberAt;
  long before;
  long bytes;
  boolean inside;
  private final String packing;

  /// @param packing its name, in messages
  PackedReel(Rewinding in, String packing) {
    this.in = in;
    this.packing = packing;
  }

  final TornException torn() throws IOException {
    inside = false;
    String how = in.available() == 0 ? "cut off" : "broken";
    return new TornException(MALFORMED, "the " + packing + " data is " + how);
  }

  @Override
  public final long memberAt() {
    return memberAt;
  }

  @Override
  public final long before() {
    return before;
  }
}
