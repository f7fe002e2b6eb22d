package org.pressmark.article;

import java.util.List;
import java.util.Optional;

/// How a block is set: what a page shows of it beside its words. Its text is complete without.
///
/// @param number of an item in a list that counts its items, 0 for everything else
/// @param indent how many spaces stand before the first line of preformatted text
/// @param time when this entry of a live blog was written, on its first block: ISO 8601 where the
/// page says it so, otherwise as it stands there, `18h20`
/// @param spans by their start, the longer of two that start together first; never crossing
public record Setting(int number, int indent, Optional<String> time, List<Span> spans) {
  public static final Setting PLAIN = new Setting(0, 0, Optional.empty(), List.of());

  public Setting {
    spans = List.copyOf(spans);
  }

  public static Setting of(List<Span> spans) {
    return spans.isEmpty() ? PLAIN : new Setting(0, 0, Optional.empty(), spans);
  }

  public Setting with(List<Span> other) {
    return other.equals(spans) ? this : new Setting(number, indent, time, other);
  }

  public boolean isPlain() {
    return spans.isEmpty() && number == 0 && indent == 0 && time.isEmpty();
  }
}
