package org.pressmark.source;

import java.nio.charset.Charset;
import java.util.List;

/// The text that some bytes are, and why in this charset.
///
/// @param text without the byte order mark
/// @param source as in [org.pressmark.article.Reading]
/// @param notes what speaks against it, and what could not be read
record Decoding(String text, Charset charset, String source, List<String> notes) {
  Decoding {
    notes = List.copyOf(notes);
  }
}
