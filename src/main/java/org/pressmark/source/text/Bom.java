package org.pressmark.source.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The byte order marks that a text may start with.
public enum Bom {
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  // Before UTF-16, whose mark is the beginning of this one.
  UTF_32LE(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
  UTF_32BE(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

  private final Charset charset;
  private final int[] mark;

  Bom(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = mark;
  }

  public static Optional<Bom> of(byte[] bytes) {
    for (Bom bom : values()) {
      if (bom.length(bytes) > 0) {
        return Optional.of(bom);
      }
    }
    return Optional.empty();
  }

  public Charset charset() {
    return charset;
  }

  /// How many of these bytes are the mark: all of it, or none.
  public int length(byte[] bytes) {
    if (bytes.length < mark.length) {
      return 0;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return 0;
      }
    }
    return mark.length;
  }
}
