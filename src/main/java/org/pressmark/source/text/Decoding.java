package org.pressmark.source.text;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How some bytes are text, and why in this charset. Nothing is decoded before it is asked for.
///
/// Not a record: `bytes` is not copied.
public final class Decoding {
  private final byte[] bytes;
  private final int start;
  private final Charset charset;
  private final String source;
  private final List<String> notes;

  /// @param start where the text begins, behind the byte order mark
  /// @param source as in [org.pressmark.article.Reading]
  /// @param notes what speaks against it, and what could not be read
  public Decoding(byte[] bytes, int start, Charset charset, String source, List<String> notes) {
    this.bytes = bytes;
    this.start = start;
    this.charset = charset;
    this.source = source;
    this.notes = List.copyOf(notes);
  }

  public String text() {
    return new String(bytes, start, bytes.length - start, charset);
  }

  /// The text as far as these many bytes go, whose last sign may be torn.
  public String beginning(int length) {
    return new String(bytes, start, Math.min(length, bytes.length - start), charset);
  }

  /// Whether some words stand more than once in the text, which is not decoded for that.
  ///
  /// @param words ASCII
  public boolean repeats(String words) {
    if (!isUnambiguous()) {
      return true;
    }
    byte[] wanted = words.getBytes(StandardCharsets.US_ASCII);
    int first = indexOf(wanted, start);
    return first >= 0 && indexOf(wanted, first + 1) >= 0;
  }

  private int indexOf(byte[] wanted, int from) {
    byte first = wanted[0];
    for (int at = from, last = bytes.length - wanted.length; at <= last; at++) {
      if (bytes[at] == first
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  /// Whether a byte of ASCII always is the sign that it is in ASCII.
  private boolean isUnambiguous() {
    return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("ISO-2022");
  }

  /// The same page without the code in it.
  public Decoding unscripted() {
    return isUnambiguous()
        ? new Decoding(Unscripted.of(bytes, start), 0, charset, source, notes)
        : this;
  }

  /// The text piece by piece, which is a fifth faster to parse than all at once.
  public Reader reader() {
    return charset.equals(StandardCharsets.UTF_8)
        ? new Utf8Reader(bytes, start)
        : new InputStreamReader(
            new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
  }

  public Charset charset() {
    return charset;
  }

  public String source() {
    return source;
  }

  public List<String> notes() {
    return notes;
  }
}
