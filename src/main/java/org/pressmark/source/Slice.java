package org.pressmark.source;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.pressmark.article.Capture;
import org.pressmark.article.Origin;
import org.pressmark.source.table.Columns;

/// One JSON record inside the bytes of a file.
///
/// @param end the offset of the first byte behind it
/// @param member what it is called inside its file: its line, or its number in the array
record Slice(int start, int end, String member) {
  static final String MEDIA_TYPE = "application/json";

  /// The same record in a file that has so many bytes before it.
  Slice moved(int bytes) {
    return new Slice(start + bytes, end + bytes, member);
  }

  boolean isBlank(byte[] bytes) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
        return false;
      }
    }
    return true;
  }

  /// @param told which of its fields are what
  Capture capture(Origin file, byte[] bytes, Optional<Instant> time, Columns told) {
    byte[] record = Arrays.copyOfRange(bytes, start, end);
    String mediaType =
        told.isEmpty() ? MEDIA_TYPE : Label.with(MEDIA_TYPE, Label.MAP, told.label());
    return new Capture(file.member(member), record, Optional.of(mediaType), Optional.empty(), time);
  }
}
