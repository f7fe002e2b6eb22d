package org.pressmark.source.warc;

import java.util.Optional;

/// One record of a web archive.
///
/// @param place where it begins
/// @param block its bytes, or the first of them where it is larger than what is kept
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record WarcRecord(WarcHead head, Frames.Place place, byte[] block) {
  public boolean isWhole() {
    return block.length == head.length();
  }

  public Optional<String> id() {
    return head.id("WARC-Record-ID");
  }

  /// Whether this request and that response are of one exchange.
  public boolean isRequestOf(WarcRecord response) {
    return refersTo(response) || response.refersTo(this);
  }

  private boolean refersTo(WarcRecord other) {
    return other.id().isPresent()
        && head.fields().stream()
            .filter(field -> field.name().equalsIgnoreCase("WARC-Concurrent-To"))
            .anyMatch(field -> field.value().strip().equals("<" + other.id().get() + ">"));
  }
}
