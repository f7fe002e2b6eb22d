package org.pressmark.index;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/// Reads an apostrophe of any shape as a space.
///
/// `l'avion`, `l’avion` and `the avion` hold the same word `avion` then, and `government's` holds
/// `government`, whatever the language. Someone who asks for `l'avion` asks for the two words side
/// by side. One character becomes one, so offsets stay as they are.
final class Apostrophes extends CharFilter {
  Apostrophes(Reader text) {
    super(text);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = input.read(buffer, offset, length);
    for (int at = offset; at < offset + read; at++) {
      if (isApostrophe(buffer[at])) {
        buffer[at] = ' ';
      }
    }
    return read;
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '\uff07';
  }
}
